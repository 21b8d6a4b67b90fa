import { ACTIONS, OUTCOMES, REASONS } from '../../model/vocabulary.ts'
import { BY_STAFF, codeKey } from './mapping.ts'
import type { CodeTable, Meaning, Source, Verdict } from './mapping.ts'
import type { Text } from './text.ts'
import type { Entry, YamlReader } from './yaml-reader.ts'
import type { Node } from 'yaml'
import { isMap } from 'yaml'

export type CodeKind = 'action' | 'outcome' | 'reason'

const VOCABULARY: Readonly<Record<CodeKind, readonly string[]>> = { action: ACTIONS, outcome: OUTCOMES, reason: REASONS }
/** `action` codes may say the outcome and the reason too: `login/failure/bad-password`. */
const PARTS: Readonly<Record<CodeKind, readonly CodeKind[]>> = {
  action: ['action', 'outcome', 'reason'],
  outcome: ['outcome', 'reason'],
  reason: ['reason'],
}

const meaningOf = (text: string, kind: CodeKind): { readonly meaning: Meaning } | { readonly problem: Text } => {
  const all = text.split('/').map((word) => word.trim())
  const isByStaff = kind === 'action' && all.at(-1) === BY_STAFF
  const words = isByStaff ? all.slice(0, -1) : all
  const parts = PARTS[kind]
  if (words.length > parts.length)
    return {
      problem: {
        en: `"${text}" has too many parts; write ${parts.join('/')}`,
        ja: `"${text}" は区切りが多すぎます。${parts.join('/')} の形で書いてください`,
      },
    }
  for (const [at, word] of words.entries()) {
    const part = parts[at] ?? kind
    if (!VOCABULARY[part].includes(word)) {
      const known = VOCABULARY[part].join(', ')
      return {
        problem: {
          en: `"${word}" is no ${part}; use one of: ${known}`,
          ja: `${part} に "${word}" は指定できません。指定できる値: ${known}`,
        },
      }
    }
  }
  return { meaning: { ...(Object.fromEntries(words.map((word, at) => [parts[at], word])) as Meaning), ...(isByStaff && { by: 'staff' }) } }
}

const verdictOf = (reader: YamlReader, node: Node | undefined, kind: CodeKind): Verdict | undefined => {
  const text = reader.text(node, kind)
  if (text === undefined || text === 'ignore' || text === 'reject') return text
  const found = meaningOf(text, kind)
  return 'problem' in found ? reader.fail(node, found.problem) : found.meaning
}

const codesOf = (reader: YamlReader, node: Node | undefined, kind: CodeKind): ReadonlyMap<string, Verdict> => {
  const codes = new Map<string, Verdict>()
  for (const { key, keyNode, value } of reader.entries(node, `${kind}.codes`)) {
    const verdict = verdictOf(reader, value ?? keyNode, kind)
    if (codes.has(codeKey(key)))
      reader.fail(keyNode, {
        en: `the code "${key}" is there twice (case and width do not count)`,
        ja: `コード "${key}" が重複しています(大文字・小文字、全角・半角は区別しません)`,
      })
    if (verdict !== undefined) codes.set(codeKey(key), verdict)
  }
  return codes
}

/** An unlisted action or outcome is rejected and counted, an unlisted reason is no reason. */
const DEFAULT_OTHER: Readonly<Record<CodeKind, Verdict>> = { action: 'reject', outcome: 'reject', reason: {} }

/** `action: login`, or `action: { from: 操作, codes: { … }, other: ignore }`. undefined when something was wrong (then noted). */
export const readCodes = (
  reader: YamlReader,
  entry: Entry,
  kind: CodeKind,
  readSource: (node: Node | undefined, what: string) => Source | undefined,
): CodeTable | Meaning | undefined => {
  if (!isMap(entry.value)) {
    const constant = verdictOf(reader, entry.value ?? entry.keyNode, kind)
    return typeof constant === 'string'
      ? reader.fail(entry.value, {
          en: `${kind} cannot always be "${constant}"`,
          ja: `${kind} を常に "${constant}" とすることはできません`,
        })
      : constant
  }
  let from: Source | undefined
  let codes: ReadonlyMap<string, Verdict> | undefined
  let other = DEFAULT_OTHER[kind]
  for (const { key, keyNode, value } of reader.entries(entry.value, kind)) {
    if (key === 'from') from = readSource(value ?? keyNode, `${kind}.from`)
    else if (key === 'codes') codes = codesOf(reader, value ?? keyNode, kind)
    else if (key === 'other') other = verdictOf(reader, value ?? keyNode, kind) ?? other
    else
      reader.fail(keyNode, {
        en: `${kind} has no "${key}"; it has from, codes, other`,
        ja: `${kind} に "${key}" というキーはありません。使えるキー: from, codes, other`,
      })
  }
  if (from === undefined || codes === undefined)
    return reader.fail(entry.keyNode, {
      en: `${kind} needs "from" (a column) and "codes"`,
      ja: `${kind} には "from"(列)と "codes" が必要です`,
    })
  return { from, codes, other }
}
