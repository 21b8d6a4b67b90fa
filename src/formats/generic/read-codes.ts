import { ACTIONS, OUTCOMES, REASONS } from '../../model/vocabulary.ts'
import { codeKey } from './mapping.ts'
import type { CodeTable, Meaning, Source, Verdict } from './mapping.ts'
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

const meaningOf = (text: string, kind: CodeKind): Meaning | string => {
  const words = text.split('/').map((word) => word.trim())
  const parts = PARTS[kind]
  if (words.length > parts.length) return `"${text}" has too many parts; write ${parts.join('/')}`
  for (const [at, word] of words.entries()) {
    const part = parts[at] ?? kind
    if (!VOCABULARY[part].includes(word)) return `"${word}" is no ${part}; use one of: ${VOCABULARY[part].join(', ')}`
  }
  return Object.fromEntries(words.map((word, at) => [parts[at], word])) as Meaning
}

const verdictOf = (reader: YamlReader, node: Node | undefined, kind: CodeKind): Verdict | undefined => {
  const text = reader.text(node, kind)
  if (text === undefined || text === 'ignore' || text === 'reject') return text
  const meaning = meaningOf(text, kind)
  return typeof meaning === 'string' ? reader.fail(node, meaning) : meaning
}

const codesOf = (reader: YamlReader, node: Node | undefined, kind: CodeKind): ReadonlyMap<string, Verdict> => {
  const codes = new Map<string, Verdict>()
  for (const { key, keyNode, value } of reader.entries(node, `${kind}.codes`)) {
    const verdict = verdictOf(reader, value ?? keyNode, kind)
    if (codes.has(codeKey(key))) reader.fail(keyNode, `the code "${key}" is there twice (case and width do not count)`)
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
    return typeof constant === 'string' ? reader.fail(entry.value, `${kind} cannot always be "${constant}"`) : constant
  }
  let from: Source | undefined
  let codes: ReadonlyMap<string, Verdict> | undefined
  let other = DEFAULT_OTHER[kind]
  for (const { key, keyNode, value } of reader.entries(entry.value, kind)) {
    if (key === 'from') from = readSource(value ?? keyNode, `${kind}.from`)
    else if (key === 'codes') codes = codesOf(reader, value ?? keyNode, kind)
    else if (key === 'other') other = verdictOf(reader, value ?? keyNode, kind) ?? other
    else reader.fail(keyNode, `${kind} has no "${key}"; it has from, codes, other`)
  }
  if (from === undefined || codes === undefined) return reader.fail(entry.keyNode, `${kind} needs "from" (a column) and "codes"`)
  return { from, codes, other }
}
