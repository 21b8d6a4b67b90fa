import { isMap, isSeq } from 'yaml'
import type { Node } from 'yaml'
import type { TimeSyntax } from '../../kernel/time.ts'
import type { Mapping, Source } from './mapping.ts'
import type { Entry, YamlReader } from './yaml-reader.ts'

type Kind = Mapping['kind']

const SYNTAXES: readonly TimeSyntax[] = ['iso', 'epoch', 'rfc3164', 'clf', 'us', 'dmy', 'ctime', 'excel', 'any']
const isSyntax = (text: string): text is TimeSyntax => (SYNTAXES as readonly string[]).includes(text)

/** A path that the record decoder can compile; the lookaheads keep the match linear. */
const JSON_PATH = /^(?:json\([^()]+\)\.?)?(?:(?:'[^']+'|[^.[\]']+)(?=[.[]|$)|\[\d+\]|\[[^=\]]+=[^\]]*\]|\.)+$/

/** Reads a source; undefined when it is none (then noted). */
export type SourceReader = (node: Node | undefined, what: string) => Source | undefined

/** Reads a path or a list of them; JSON paths are checked. */
export const pathsReader =
  (reader: YamlReader, kind: Kind) =>
  (node: Node | undefined, what: string): readonly string[] => {
    const paths = reader.texts(node, what)
    const bad = kind === 'json' ? paths.find((path) => !JSON_PATH.test(path)) : undefined
    if (bad !== undefined)
      reader.fail(node, {
        en: `"${bad}" is no path; write a.b, list[0].c, list[type=User].id or 'a.b' in quotes`,
        ja: `"${bad}" はパスとして読めません。a.b、list[0].c、list[type=User].id、引用符つきの 'a.b' の形で書いてください`,
      })
    return paths
  }

const readPad = (reader: YamlReader, { value, keyNode }: Entry, what: string): { readonly pad: number } | undefined => {
  const text = reader.text(value ?? keyNode, `${what}.pad`) ?? ''
  if (/^[1-9]$/.test(text)) return { pad: Number(text) }
  return reader.fail(value ?? keyNode, {
    en: `${what}.pad is "${text}"; write how many digits the last part has: pad: 6`,
    ja: `${what}.pad に "${text}" は指定できません。最後の列の桁数を pad: 6 のように書いてください`,
  })
}

/** Reads a column, a list of columns, or `{ join: [date, time] }`. */
export const sourceReader = (reader: YamlReader, kind: Kind): SourceReader => {
  const paths = pathsReader(reader, kind)
  return (node, what) => {
    if (!isMap(node)) {
      const found = paths(node, what)
      return found.length === 0 ? undefined : { kind: 'first', paths: found }
    }
    const entries = reader.entries(node, what)
    const join = entries.find(({ key }) => key === 'join')
    const pad = entries.find(({ key }) => key === 'pad')
    if (join === undefined || !isSeq(join.value))
      return reader.fail(node, {
        en: `${what}: write a column, a list of columns, or { join: [date, time] }`,
        ja: `${what}: 列、列の一覧、または { join: [日付, 時刻] } の形で書いてください`,
      })
    return { kind: 'join', paths: paths(join.value, what), separator: ' ', ...(pad && readPad(reader, pad, what)) }
  }
}

/** Reads `time: source` or `time: { from: source, syntax: us }`; undefined when something was wrong (then noted). */
export const readTime = (reader: YamlReader, entry: Entry | undefined, source: SourceReader): Mapping['time'] | undefined => {
  if (entry === undefined)
    return reader.fail(reader.root, { en: 'a mapping needs "time": the column with the time', ja: '"time"(日時の列)が必要です' })
  if (!isMap(entry.value) || entry.value.has('join')) {
    const from = source(entry.value, 'time')
    return from === undefined ? undefined : { from, syntax: 'any' }
  }
  let from: Source | undefined
  let syntax: TimeSyntax = 'any'
  for (const { key, keyNode, value } of reader.entries(entry.value, 'time')) {
    if (key === 'from') from = source(value ?? keyNode, 'time.from')
    else if (key === 'syntax') {
      const text = reader.text(value, 'time.syntax') ?? 'any'
      if (isSyntax(text)) syntax = text
      else
        reader.fail(value, {
          en: `time.syntax is "${text}"; use one of: ${SYNTAXES.join(', ')}`,
          ja: `time.syntax に "${text}" は指定できません。指定できる値: ${SYNTAXES.join(', ')}`,
        })
    } else
      reader.fail(keyNode, {
        en: `time has no "${key}"; it has from, syntax`,
        ja: `time に "${key}" というキーはありません。使えるキー: from, syntax`,
      })
  }
  return from === undefined ? reader.fail(entry.keyNode, { en: 'time needs "from"', ja: 'time には "from" が必要です' }) : { from, syntax }
}
