import { isMap } from 'yaml'
import { isZone } from '../../kernel/zone.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Format } from '../define-format.ts'
import type { WebPaths } from '../web-paths.ts'
import { buildFormat } from './build-format.ts'
import { readPaths } from './load-paths.ts'
import { MAPPED_FIELDS } from './mapping.ts'
import type { CodeTable, MappedField, Mapping, Meaning, Source } from './mapping.ts'
import { readCodes } from './read-codes.ts'
import { readPattern } from './read-pattern.ts'
import { pathsReader, readTime, sourceReader } from './read-source.ts'
import type { SourceReader } from './read-source.ts'
import { readYaml } from './yaml-reader.ts'
import type { Entry, MappingError, YamlReader } from './yaml-reader.ts'

export type LoadedMapping = { readonly format: Format } | { readonly errors: readonly MappingError[] }

const KEYS = [
  'ashiato',
  'id',
  'title',
  'kind',
  'provider',
  'zone',
  'successes',
  'names',
  'has',
  'line',
  'patterns',
  'time',
  'fields',
  'action',
  'outcome',
  'reason',
] as const
type Key = (typeof KEYS)[number]
const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => (list as readonly string[]).includes(text)

type Top = ReadonlyMap<string, Entry>
type Kind = Mapping['kind']

const topOf = (reader: YamlReader): Top => {
  const top = new Map<string, Entry>()
  for (const entry of reader.entries(reader.root, '')) {
    if (isOneOf(KEYS, entry.key)) top.set(entry.key, entry)
    else
      reader.fail(entry.keyNode, {
        en: `there is no "${entry.key}" in a mapping; known: ${KEYS.join(', ')}`,
        ja: `"${entry.key}" というキーはありません。使えるキー: ${KEYS.join(', ')}`,
      })
  }
  return top
}

const word = (reader: YamlReader, top: Top, key: Key): string | undefined => {
  const entry = top.get(key)
  return entry === undefined ? undefined : reader.text(entry.value ?? entry.keyNode, key)
}

const choice = <T extends string>(reader: YamlReader, top: Top, key: Key, choices: readonly T[]): T | undefined => {
  const text = word(reader, top, key)
  if (text === undefined || isOneOf(choices, text)) return text
  return reader.fail(top.get(key)?.value, {
    en: `${key} is "${text}"; use one of: ${choices.join(', ')}`,
    ja: `${key} に "${text}" は指定できません。指定できる値: ${choices.join(', ')}`,
  })
}

const readFields = (reader: YamlReader, top: Top, source: SourceReader): ReadonlyMap<MappedField, Source> => {
  const fields = new Map<MappedField, Source>()
  const entry = top.get('fields')
  if (entry === undefined) {
    reader.fail(reader.root, {
      en: 'a mapping needs "fields", with username or account',
      ja: '"fields" が必要です(その中に username または account)',
    })
    return fields
  }
  for (const { key, keyNode, value } of reader.entries(entry.value ?? entry.keyNode, 'fields')) {
    if (!isOneOf(MAPPED_FIELDS, key))
      reader.fail(keyNode, {
        en: `there is no field "${key}"; known: ${MAPPED_FIELDS.join(', ')}`,
        ja: `"${key}" という項目はありません。使える項目: ${MAPPED_FIELDS.join(', ')}`,
      })
    else {
      const from = source(value ?? keyNode, `fields.${key}`)
      if (from !== undefined) fields.set(key, from)
    }
  }
  if (!fields.has('username') && !fields.has('account'))
    reader.fail(entry.keyNode, {
      en: 'fields needs username or account: whose login is it?',
      ja: 'fields には username または account(だれのログインか)が必要です',
    })
  return fields
}

const isTable = (value: CodeTable | Meaning | undefined): value is CodeTable => value !== undefined && 'codes' in value
const saysOutcome = (action: CodeTable | Meaning | undefined): boolean =>
  isTable(action)
    ? [...action.codes.values()].some((verdict) => typeof verdict === 'object' && verdict.outcome !== undefined)
    : action?.outcome !== undefined

const readMeanings = (reader: YamlReader, top: Top, source: SourceReader): Pick<Mapping, 'action' | 'outcome' | 'reason'> => {
  const read = (kind: 'action' | 'outcome' | 'reason'): CodeTable | Meaning | undefined => {
    const entry = top.get(kind)
    return entry === undefined ? undefined : readCodes(reader, entry, kind, source)
  }
  const action = read('action') ?? { action: 'login' as const }
  const outcome = read('outcome')
  if (!top.has('outcome') && !saysOutcome(action)) {
    reader.fail(reader.root, {
      en: 'a mapping needs "outcome": which column says whether the login succeeded (or "outcome: failure" for a log of failures)',
      ja: '"outcome"(ログインの成否を示す列)が必要です。失敗だけのログなら "outcome: failure" と書いてください',
    })
  }
  const reason = read('reason')
  return { action, outcome: outcome ?? { outcome: 'info' }, reason: isTable(reason) ? reason : undefined }
}

const readZone = (reader: YamlReader, top: Top): string => {
  const zone = word(reader, top, 'zone') ?? 'option'
  const normal = zone === 'utc' ? 'UTC' : zone
  if (normal !== 'option' && normal !== 'in-record' && !isZone(normal)) {
    reader.fail(top.get('zone')?.value, {
      en: `zone "${zone}" is not known; use Asia/Tokyo, UTC, +09:00, in-record, or option`,
      ja: `zone に "${zone}" は指定できません。指定できる値: Asia/Tokyo, UTC, +09:00, in-record, option`,
    })
  }
  return normal
}

const readPatterns = (reader: YamlReader, top: Top): Pick<Mapping, 'patterns' | 'line'> => {
  const patterns = new Map<string, RegExp>()
  const entry = top.get('patterns')
  if (entry === undefined)
    reader.fail(reader.root, {
      en: 'a text mapping needs "patterns": regular expressions with named groups, by name',
      ja: 'テキストのログには "patterns"(名前つきグループを含む正規表現)が必要です',
    })
  else {
    for (const { key, keyNode, value } of reader.entries(entry.value ?? entry.keyNode, 'patterns')) {
      const pattern = readPattern(reader, value ?? keyNode, `patterns.${key}`)
      if (pattern !== undefined) patterns.set(key, pattern)
    }
  }
  const line = top.get('line')
  return { patterns, line: line === undefined ? undefined : readPattern(reader, line.value ?? line.keyNode, 'line') }
}

/** Columns that make a record this log's, unless `has` says so: the time's, the outcome's and the first of each field. */
const defaultHas = (
  { time, action, outcome }: Pick<Mapping, 'time' | 'action' | 'outcome'>,
  fields: ReadonlyMap<MappedField, Source>,
  kind: Kind,
): readonly string[] => {
  const tables = [action, outcome].flatMap((table) => (isTable(table) ? [table.from] : []))
  const subject = fields.get('username') ?? fields.get('account')
  // JSON leaves out what is missing, so that only the time and who it was can be asked for; a CSV header has every column.
  const sources = kind === 'csv' ? [time.from, ...fields.values(), ...tables] : [time.from, ...(subject === undefined ? [] : [subject])]
  return [...new Set(sources.flatMap((source) => (source.kind === 'join' ? source.paths : source.paths.slice(0, 1))))]
}

const ID = /^[a-z][a-z0-9-]{0,39}$/

type Identity = Pick<Mapping, 'id' | 'title' | 'provider' | 'zone' | 'successes' | 'names'>

const readIdentity = (reader: YamlReader, top: Top): Identity => {
  if (word(reader, top, 'ashiato') !== 'mapping/1')
    reader.fail(top.get('ashiato')?.value ?? reader.root, {
      en: 'the first line must be "ashiato: mapping/1"',
      ja: '1行目は "ashiato: mapping/1" と書いてください',
    })
  const id = word(reader, top, 'id') ?? ''
  if (!ID.test(id))
    reader.fail(top.get('id')?.value ?? reader.root, {
      en: 'a mapping needs "id": small letters, digits and hyphens',
      ja: '"id"(英小文字・数字・ハイフン)が必要です',
    })
  return {
    id,
    title: word(reader, top, 'title') ?? id,
    provider: word(reader, top, 'provider') ?? 'generic',
    zone: readZone(reader, top),
    successes: choice(reader, top, 'successes', ['true', 'false']) !== 'false',
    names: choice(reader, top, 'names', ['exact', 'folded']) ?? 'folded',
  }
}

const readMapping = (reader: YamlReader): Mapping | undefined => {
  const top = topOf(reader)
  const identity = readIdentity(reader, top)
  const kind = choice(reader, top, 'kind', ['csv', 'json', 'text'])
  if (kind === undefined)
    return reader.fail(reader.root, { en: 'a mapping needs "kind": csv, json or text', ja: '"kind"(csv、json、text のいずれか)が必要です' })
  const source = sourceReader(reader, kind)
  const time = readTime(reader, top.get('time'), source)
  const fields = readFields(reader, top, source)
  const meanings = readMeanings(reader, top, source)
  const text = kind === 'text' ? readPatterns(reader, top) : { patterns: new Map<string, RegExp>(), line: undefined }
  if (time === undefined) return undefined
  const entry = top.get('has')
  const has =
    entry === undefined ? defaultHas({ time, ...meanings }, fields, kind) : pathsReader(reader, kind)(entry.value ?? entry.keyNode, 'has')
  return { ...identity, ...text, ...meanings, kind, time, fields, has }
}

const fromReader = (reader: YamlReader): LoadedMapping => {
  const mapping = reader.errors.length > 0 ? undefined : readMapping(reader)
  if (mapping !== undefined && reader.errors.length === 0) return { format: buildFormat(mapping) }
  return { errors: reader.errors }
}

const saysPaths = ({ root }: YamlReader): boolean => isMap(root) && root.get('ashiato') === 'paths/1'

/**
 * A file of `--map` (docs/MAPPING.md) → the format it describes, or a site's pages in logs that are known anyway; or everything that is
 * wrong with it, each with line and column and in the reader's language. Never throws.
 */
export const loadMapFile = (yamlText: string, fileName: string, lang: Lang = 'en'): LoadedMapping | { readonly paths: WebPaths } => {
  const reader = readYaml(yamlText, fileName, lang)
  if (reader.errors.length > 0 || !saysPaths(reader)) return fromReader(reader)
  const paths = readPaths(reader)
  return reader.errors.length === 0 ? { paths } : { errors: reader.errors }
}
