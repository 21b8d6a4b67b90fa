import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileFormat } from '../../src/formats/decode.ts'
import type { Format } from '../../src/formats/define-format.ts'
import { once } from '../../src/kernel/once.ts'
import { toIso } from '../../src/kernel/time.ts'
import type { EventDraft } from '../../src/model/event.ts'
import type { Fate, RawRecord } from '../../src/model/record.ts'
import { frame } from './frame.ts'

export const FIXTURES = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url))
export const FORMATS = fileURLToPath(new URL('../../src/formats/', import.meta.url))

/** `case.json`: what becomes of the records, and how the run was told to read times. */
export interface CaseOptions {
  readonly records?: number
  readonly used?: number
  readonly ignored?: number
  readonly rejected?: number
  /** Zone of times without an offset; default UTC. */
  readonly zone?: string
  /** Year of dates without one; default 2026. */
  readonly year?: number
}

export interface FixtureCase {
  readonly format: string
  readonly name: string
  readonly folder: string
  readonly inputName: string
  readonly input: string
  readonly options: CaseOptions
}

export interface Decoded {
  /** One per record: what it became, then its events as lines. */
  readonly perRecord: readonly string[]
  readonly events: readonly string[]
  readonly counts: { readonly records: number; readonly used: number; readonly ignored: number; readonly rejected: number }
}

const KEYS = [
  'sequence',
  'id',
  'action',
  'outcome',
  'reason',
  'account',
  'accountKnown',
  'username',
  'tenant',
  'client',
  'ip',
  'port',
  'forwardedFor',
  'userAgent',
  'device',
  'session',
  'mfaMethod',
  'protocol',
  'actor',
  'providerRisk',
  'geo',
  'asn',
  'asnOrg',
  'code',
] as const satisfies readonly (keyof EventDraft)[]

/** A draft as one line of `expected.ndjson`: defined fields only, in a fixed order, the time as text. */
export const draftLine = (draft: EventDraft): string =>
  JSON.stringify({ time: toIso(draft.time), ...Object.fromEntries(KEYS.map((key) => [key, draft[key]])) })

/** Decodes records with a freshly compiled format. */
export const decodeRecords = (format: Format, records: readonly RawRecord[], options: CaseOptions = {}, rejects = 0): Decoded => {
  const compiled = compileFormat(format, { time: { zone: options.zone ?? 'UTC', year: () => options.year ?? 2026 } })
  const counts = { records: records.length + rejects, used: 0, ignored: 0, rejected: rejects }
  const events: string[] = []
  const perRecord = records.map((record) => {
    const lines: string[] = []
    const fate: Fate = compiled.decode(record, (draft) => lines.push(draftLine(draft))) ?? { fate: 'rejected', why: 'unknown-format' }
    counts[fate.fate] += 1
    events.push(...lines)
    return [fate.fate === 'used' ? 'used' : `${fate.fate}: ${fate.why}`, ...lines].join('\n')
  })
  return { perRecord, events, counts }
}

/** Decodes a fixture's input, or a variant of its text. */
export const decodeCase = (format: Format, fixture: FixtureCase, text = fixture.input): Decoded => {
  const { records, rejects } = frame(fixture.inputName, text)
  return decodeRecords(format, records, fixture.options, rejects)
}

const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []

const readCase = (format: string, name: string): FixtureCase[] => {
  const folder = `${FIXTURES}${format}/${name}/`
  const inputName = readdirSync(folder).find((file) => file.startsWith('input.'))
  if (inputName === undefined) return []
  const optionsPath = `${folder}case.json`
  const options = existsSync(optionsPath) ? (JSON.parse(readFileSync(optionsPath, 'utf8')) as CaseOptions) : {}
  return [{ format, name, folder, inputName, input: readFileSync(folder + inputName, 'utf8'), options }]
}

/** Every case of every format that has fixtures; read once, however many tests ask. */
export const allCases = once((): readonly FixtureCase[] =>
  foldersIn(FIXTURES).flatMap((format) => foldersIn(FIXTURES + format).flatMap((name) => readCase(format, name))),
)

/** The declared format of a folder of src/formats. */
export const loadFormat = async (id: string): Promise<Format> => ((await import(`${FORMATS}${id}/index.ts`)) as { format: Format }).format
