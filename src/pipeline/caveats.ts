import { formatsWithoutAddresses } from '../cases/rows/formats-without-addresses.ts'
import { zoneOf } from '../formats/define-format.ts'
import type { CaseSummary } from '../model/case.ts'
import type { BuiltTable } from '../order/build-table.ts'
import type { EventTable } from '../order/event-table.ts'
import { accountsOn, isSharedEgress } from '../cases/sources/attack-source.ts'
import { allowedUse } from '../cases/blocking/allowed-sources.ts'
import type { JudgedCase } from '../cases/judging/judge-case.ts'
import { DAY_US, MINUTE_MS } from '../kernel/time-units.ts'
import { rejectedShare, whyIncomplete } from './case-inputs.ts'
import { mainFormat } from './input-logs.ts'
import { archiveOf } from '../input/source.ts'
import { hashCaveats } from './expected-hashes.ts'
import { unverifiedFormats } from './input-counts.ts'
import { mostTelling, type Rhythms } from './input-quality.ts'
import { privilegedFindings } from './privileged-findings.ts'
import { pageLimit } from './page-limits.ts'
import { findZoneShifts } from './zone-shift.ts'
import type { InputsRead } from './read-inputs.ts'
import type { AnalyzeOptions } from './options.ts'
import { compareKeys } from '../kernel/text-order.ts'
import { remarksOn } from './web-lessons/remarks.ts'

type Caveat = CaseSummary['caveats'][number]

/** Below this a log has too little past to tell what is usual (docs/ARCHITECTURE.md 4). */
const THIN_SUCCESSES = 1000
const THIN_US = DAY_US

const proxyShare = (table: EventTable): number => {
  let through = 0
  for (let row = 0; row < table.size; row += 1) {
    const source = table.places.source[table.place.get(row)] ?? -1
    if (source >= 0 && table.places.isProxy(source)) through += 1
  }
  return table.size === 0 ? 0 : through / table.size
}

/** Formats of all that was read, sorted. What is said of the whole log names these: paths differ with how it was exported or split. */
const formatsRead = ({ inputs }: InputsRead): readonly string[] =>
  [...new Set(inputs.flatMap(({ counts }) => [...counts.formats.keys()]))].toSorted()

const proxies = ({ table }: JudgedCase, inputs: InputsRead): Caveat[] => {
  const share = proxyShare(table)
  return share === 0 ? [] : [{ id: 'proxy-addresses', data: { input: formatsRead(inputs).join('+'), share } }]
}

/** Lines that attacked and that members share: blocking them would lock out customers. */
const sharedSources = ({ campaigns, table }: JudgedCase): Caveat[] =>
  campaigns
    .flatMap(({ sources }) => sources.filter(isSharedEgress))
    .map((source) => ({
      id: 'shared-attack-source',
      data: { source: table.places.sources.get(source.source) ?? '', accounts: accountsOn(source) },
    }))

/** Whatever the user's own list took out: never silently. */
const allowed = (judged: JudgedCase): Caveat[] => {
  const { events, sources } = allowedUse(judged)
  return events === 0 ? [] : [{ id: 'allowed-sources', data: { events, sources: sources.size } }]
}

/** Said only where a time stood without its offset: many logs may carry one and do. */
const zones = (inputs: InputsRead, options: AnalyzeOptions): Caveat[] => {
  if (options.zone !== undefined) return []
  const local = new Set(
    inputs.inputs
      .filter(({ clock }) => clock.zones.size > 0)
      .flatMap(({ counts }) => [...counts.shapes].filter((read) => zoneOf(read) === 'option').map(({ format }) => format.id)),
  )
  return formatsRead(inputs)
    .filter((format) => local.has(format))
    .map((format) => ({ id: 'zone-assumed', data: { input: format, zone: 'UTC' } }))
}

/** One for a whole log in several files; by its path where no record says what log it is. */
const rejected = ({ inputs }: InputsRead): Caveat[] => {
  const bad = inputs.filter((input) => whyIncomplete(input, inputs) === 'rejected')
  const unnamed = bad.filter((input) => mainFormat(input) === undefined)
  const formats = new Map(
    bad.flatMap((input) => {
      const format = mainFormat(input)
      return format === undefined ? [] : [[format, input] as const]
    }),
  )
  return [
    ...unnamed.map((input) => ({ id: 'rejected', data: { where: input.result.path, share: rejectedShare(input, inputs) } })),
    ...[...formats]
      .toSorted(compareKeys)
      .map(([format, input]) => ({ id: 'rejected-of-format', data: { format, share: rejectedShare(input, inputs) } })),
  ]
}

/** Of these inputs a part was read; of the others nothing was used. */
const PARTLY_READ = new Set(['truncated', 'corrupt-archive', 'bad-parquet'])

const unread = (inputs: InputsRead): Caveat[] => [
  ...inputs.errors.map(({ path, id }) => ({ id: 'unused', data: { where: path, why: id } })),
  ...inputs.inputs.flatMap((input): Caveat[] => {
    const why = whyIncomplete(input, inputs.inputs)
    if (why === undefined || why === 'rejected') return []
    const { path } = input.result
    return [{ id: PARTLY_READ.has(why) ? 'incomplete' : 'unused', data: { where: path, why } }]
  }),
  ...rejected(inputs),
]

const unverified = (inputs: InputsRead): Caveat[] =>
  [...new Set(inputs.inputs.flatMap(({ counts }) => unverifiedFormats(counts)))]
    .toSorted()
    .map((format) => ({ id: 'unverified-format', data: { format } }))

const successes = ({ table, read }: JudgedCase): { readonly count: number; readonly formatsWithout: readonly string[] } => {
  const all = new Set<string>()
  const withSuccess = new Set<string>()
  let count = 0
  for (let row = 0; row < table.size; row += 1) {
    const { format } = read.cls(row)
    if (!read.isLogin(row)) continue
    all.add(format)
    if (!read.isSuccess(row)) continue
    withSuccess.add(format)
    count += 1
  }
  return { count, formatsWithout: [...all].filter((format) => !withSuccess.has(format)).toSorted() }
}

/** What web logs and applications' logs had in common, and what of it belongs to nobody. */
const joins = ({ bySession, byName, byAddress, ambiguous, open, echoes }: BuiltTable['edges']): Caveat[] => {
  const joined = bySession + byName + byAddress
  return [
    ...(joined + echoes === 0
      ? []
      : [{ id: 'edges-joined', data: { count: joined, session: bySession, name: byName, address: byAddress, echoes } }]),
    ...(ambiguous + open === 0 ? [] : [{ id: 'edges-open', data: { count: ambiguous + open, ambiguous } }]),
  ]
}

/** The longest silence of each format; the others are counted. */
const gaps = ({ ofFormat }: Rhythms): Caveat[] =>
  [...ofFormat].toSorted().flatMap(([format, silences]) => {
    const [longest] = mostTelling(silences, 1)
    if (longest === undefined) return []
    const data = { input: format, from: { time: longest.from }, to: { time: longest.to } }
    return [silences.length === 1 ? { id: 'gap', data } : { id: 'gaps', data: { ...data, count: silences.length - 1 } }]
  })

/** Exports that end where their vendor's exports are cut off, and numberings with holes. */
const cutOff = ({ inputs }: InputsRead): Caveat[] =>
  inputs.flatMap(({ counts, result, missingNumbers }) => {
    const [format] = [...counts.formats.keys()]
    const limit = counts.formats.size === 1 ? pageLimit(format ?? null, counts.records) : undefined
    return [
      ...(limit === undefined ? [] : [{ id: 'page-limit', data: { input: result.path, count: limit } }]),
      ...(missingNumbers === undefined || missingNumbers.missing === 0
        ? []
        : [{ id: 'missing-numbers', data: { input: result.path, count: missingNumbers.missing } }]),
    ]
  })

/** Logs whose assumed zone another log of the same logins contradicts. */
const shifts = (table: EventTable, inputs: InputsRead, options: AnalyzeOptions): Caveat[] => {
  if (options.zone !== undefined) return []
  const assumed = new Set(
    inputs.inputs.flatMap(({ counts, clock }) =>
      clock.zones.size > 0 ? [...counts.shapes].filter((shape) => zoneOf(shape) !== 'utc').map(({ format }) => format.id) : [],
    ),
  )
  return findZoneShifts(table, assumed).map(({ format, against, minutes, pairs }) => ({
    id: minutes > 0 ? 'zone-ahead' : 'zone-behind',
    data: { input: format, against, span: { durationMs: Math.abs(minutes) * MINUTE_MS }, pairs },
  }))
}

/** What of the reading the caveats are about. */
interface Read {
  readonly inputs: InputsRead
  readonly edges: BuiltTable['edges']
  readonly rhythms: Rhythms
}

/** What a reader must know before trusting the numbers, most serious first. */
export const findCaveats = (
  judged: JudgedCase,
  { inputs, edges, rhythms }: Read,
  skippedRules: number,
  options: AnalyzeOptions,
): readonly Caveat[] => {
  const { table } = judged
  const { count, formatsWithout } = successes(judged)
  const span = table.size === 0 ? 0 : table.time.get(table.size - 1) - table.time.get(0)
  return [
    ...hashCaveats(
      inputs.inputs.map(({ result, source }) => ({ ...result, archive: archiveOf(source) })),
      options.expectedHashes,
    ),
    ...unread(inputs),
    ...privilegedFindings(judged),
    ...proxies(judged, inputs),
    ...remarksOn(inputs.lessons),
    ...shifts(table, inputs, options),
    ...gaps(rhythms),
    ...cutOff(inputs),
    ...sharedSources(judged),
    ...allowed(judged),
    ...formatsWithout.map((format) => ({ id: 'no-successes', data: { format } })),
    ...formatsWithoutAddresses(table).map((format) => ({ id: 'no-addresses', data: { format } })),
    ...zones(inputs, options),
    ...joins(edges),
    ...unverified(inputs),
    ...(skippedRules > 0 ? [{ id: 'rules-skipped', data: { count: skippedRules } }] : []),
    ...(table.size > 0 && (count < THIN_SUCCESSES || span < THIN_US) ? [{ id: 'thin-log', data: {} }] : []),
  ]
}
