import { isJapaneseEra } from '../../kernel/time.ts'
import { defineFormat } from '../define-format.ts'
import { cutIds, cutTimes } from '../spreadsheet-damage.ts'
import type { Classification, Classified, Classifier, Computed, Field, FieldMap, Format, Path, Shape } from '../define-format.ts'
import { wordIn } from './coded-words.ts'
import { linearPattern } from './linear-pattern.ts'
import { codeKey, columnKey } from './mapping.ts'
import type { CodeTable, Mapping, Meaning, Source, Verdict } from './mapping.ts'
import { unlessNothing } from './nothing.ts'
import { actByName } from './unknown-acts.ts'

type PathOf = (path: string) => Path

const joined = ({ separator, pad = 0 }: Extract<Source, { kind: 'join' }>, parts: readonly (string | undefined)[]): string =>
  parts.map((part = '', at) => (at === parts.length - 1 ? part.padStart(pad, '0') : part)).join(separator)

const firstSaid: Computed['to'] = (...values) => values.find((value) => unlessNothing(value)?.trim())

const fieldOf = (source: Source, pathOf: PathOf): Field => {
  const paths = source.paths.map(pathOf)
  if (source.kind === 'first') return paths.length === 1 ? { from: paths, to: unlessNothing, keeps: true } : { from: paths, to: firstSaid }
  return { from: paths, to: (...parts) => (parts.includes(undefined) ? undefined : joined(source, parts)) }
}

/** The same as a `Computed`, which `classify` can ask for. */
const codeOf = (source: Source | undefined, pathOf: PathOf): Computed => ({
  from: (source?.paths ?? []).map(pathOf),
  to: (...values) =>
    source?.kind === 'join' ? joined(source, values) : values.find((value) => value !== undefined && value.trim() !== ''),
})

type Sign = (value: string | undefined) => string | undefined

const isOfEra: Sign = (value) => (value !== undefined && isJapaneseEra(value) ? 'japanese-era' : undefined)

/** A value that can no longer be read as what was logged: a spreadsheet cut an id to `1.23E+11`, or the year is an era's. */
const damageOf = ({ time, fields }: Mapping, pathOf: PathOf): readonly Computed[] => {
  const names = (['username', 'account', 'id'] as const).flatMap((key) => fields.get(key)?.paths ?? [])
  return [
    ...cutIds(names.map(pathOf)),
    ...cutTimes(time.from.paths.map(pathOf)),
    ...time.from.paths.map((path) => ({ from: [pathOf(path)], to: isOfEra })),
  ]
}

const isTable = (value: CodeTable | Meaning): value is CodeTable => 'codes' in value

/** A word for nothing may be one of the table's codes. */
const saidIn = (table: CodeTable | Meaning | undefined, value: string | undefined): string | undefined =>
  value !== undefined && table !== undefined && isTable(table) && table.codes.has(codeKey(value)) ? value : unlessNothing(value)

const lookUp = (table: CodeTable | Meaning | undefined, given: string | undefined): Verdict => {
  if (table === undefined) return {}
  if (!isTable(table)) return table
  const value = saidIn(table, given)
  if (value === undefined) return table.other
  const word = table.wordOfCode && wordIn(value, table.wordOfCode)
  return table.codes.get(codeKey(value)) ?? (word === undefined ? undefined : table.codes.get(word)) ?? table.phrase?.(value) ?? table.other
}

/** What the outcome and the reason say about the account itself. */
const knownBy = ({ outcome, reason }: Meaning): boolean | undefined => {
  if (reason === 'unknown-account') return false
  return outcome === 'success' || reason === 'bad-password' ? true : undefined
}

const toClassification = ({ action = 'login', outcome = 'info', reason, by }: Meaning, code: string): Classification => {
  const accountKnown = knownBy({ outcome, ...(reason === undefined ? {} : { reason }) })
  return {
    action,
    outcome,
    code,
    ...(reason === undefined || outcome === 'success' ? {} : { reason }),
    ...(accountKnown === undefined ? {} : { accountKnown }),
    ...(by === undefined ? {} : { subject: by }),
  }
}

/** Acts other than logins are logged when they happened: without a result they succeeded. */
const outcomeOf = ({ outcome }: Mapping, acted: Meaning, value: string | undefined): Verdict => {
  if (acted.outcome !== undefined) return acted
  if (acted.action === 'login' || acted.action === undefined) return lookUp(outcome, value)
  if (saidIn(outcome, value) === undefined) return { outcome: 'success' }
  const ended = lookUp(outcome, value)
  // How an order ended is the service's own word.
  return ended === 'reject' ? { outcome: 'info' } : ended
}

/** What a guess leaves out, as far as it has no name. */
const ignored = {
  acts: 'other-act',
  messages: 'other-message',
} as const

const leftOut = ({ isGuessed }: Mapping, action: string | undefined): string => {
  if (isGuessed === undefined) return 'not-mapped'
  return (isGuessed === 'acts' ? actByName(action) : undefined) ?? ignored[isGuessed]
}

const classify = (mapping: Mapping, values: readonly (string | undefined)[]): Classified => {
  const [actionCode, outcomeCode, reasonCode] = values
  const acted = lookUp(mapping.action, actionCode)
  if (acted === 'ignore') return { ignore: leftOut(mapping, actionCode) }
  if (acted === 'reject') return { reject: 'unknown-code', detail: 'action' }
  const ended = outcomeOf(mapping, acted, outcomeCode)
  if (ended === 'ignore') return { ignore: 'not-mapped' }
  if (typeof ended === 'string') return { reject: 'unknown-code', detail: 'outcome' }
  const why = lookUp(mapping.reason, reasonCode)
  if (typeof why === 'string') return why === 'ignore' ? { ignore: 'not-mapped' } : { reject: 'unknown-code', detail: 'reason' }
  const code = [actionCode, outcomeCode, reasonCode].filter((value) => value !== undefined).join('/')
  return toClassification({ ...why, ...ended, ...acted }, code)
}

const classifierOf = (mapping: Mapping, pathOf: PathOf): Classifier => {
  const { action, outcome, reason } = mapping
  const sourceOf = (table: CodeTable | Meaning | undefined): Source | undefined =>
    table !== undefined && isTable(table) ? table.from : undefined
  return {
    by: [action, outcome, reason].map((table) => codeOf(sourceOf(table), pathOf)),
    to: (...values) => classify(mapping, values),
  }
}

const isOwnZone = (zone: string): boolean => zone !== 'in-record' && zone !== 'option'

const fieldsOf = ({ time, fields, zone }: Mapping, pathOf: PathOf): FieldMap => ({
  time: { path: fieldOf(time.from, pathOf), syntax: time.syntax, ...(isOwnZone(zone) ? { zone } : {}) },
  ...Object.fromEntries([...fields].map(([key, source]) => [key, fieldOf(source, pathOf)])),
})

/** Who did it is not said, but not the account's holder. */
const STAFF: Computed = { from: [], to: () => '(staff)' }

const withoutNames = (pattern: RegExp): string => pattern.source.replace(/\(\?<[A-Za-z_$][\w$]*>/g, '(?:')

/** What stands in an object in a cell has the name that it has there. */
const isInCell = (path: string): boolean => /^json\(.+\)\./.test(path)

const shapeOf = (mapping: Mapping): Shape => {
  const pathOf: PathOf = mapping.kind === 'csv' ? (path) => (isInCell(path) ? path : columnKey(path)) : (path) => path
  const fields = fieldsOf(mapping, pathOf)
  const base = {
    name: mapping.kind,
    fields,
    subjects: { staff: { actor: fields.actor ?? STAFF } },
    classify: classifierOf(mapping, pathOf),
    damage: damageOf(mapping, pathOf),
  }
  if (mapping.kind === 'csv') return { ...base, kind: 'csv', signature: { columns: mapping.has.map(pathOf) } }
  if (mapping.kind === 'json') return { ...base, kind: 'json', signature: { has: mapping.has } }
  const patterns = [...mapping.patterns]
  const line = mapping.line ?? linearPattern(patterns.map(([, pattern]) => `(?:${withoutNames(pattern)})`).join('|'))
  return {
    ...base,
    kind: 'text',
    signature: line,
    patterns: Object.fromEntries(patterns),
    ...(mapping.pairsIn && { pairsIn: mapping.pairsIn }),
    other: leftOut(mapping, undefined),
  }
}

/** A mapping → a format like the built-in ones. */
export const buildFormat = (mapping: Mapping): Format =>
  defineFormat({
    id: mapping.id,
    title: mapping.title,
    provider: mapping.provider,
    zone: mapping.zone === 'in-record' || mapping.zone === 'option' ? mapping.zone : 'in-record',
    repeats: mapping.fields.has('id') ? 'never' : 'legitimate',
    names: mapping.names,
    successes: mapping.successes ? 'always' : 'configurable',
    shapes: [shapeOf(mapping)],
    spec: 'docs/MAPPING.md',
    howToExport: { en: 'As the mapping describes it.', ja: '対応表(マッピング)に書かれたとおり。' },
  })
