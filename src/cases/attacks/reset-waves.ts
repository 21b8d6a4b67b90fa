import type { EventTable } from '../../order/event-table.ts'
import { isPasswordReset } from '../rows/after-login.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { HOUR_US } from '../../kernel/time-units.ts'

/** A reset message that its owner asked for is used within this time; the links of most services live no longer. */
const USED_WITHIN_US = 24 * HOUR_US
/** Requests of one hand lie this close together. */
const WINDOW_US = 6 * HOUR_US
/** A wave is this many times what the rest of the log has in such a time. */
const TIMES = 5

/** By what the requests of a wave belong together, and from how many accounts on: an address is one hand's, a program or a network many people's. */
const WAVE_KINDS = [
  { kind: 'source', least: 5 },
  { kind: 'program', least: 10 },
  { kind: 'network', least: 10 },
] as const
export type WaveKind = (typeof WAVE_KINDS)[number]['kind']

/** Reset messages asked for account after account and hardly ever used: somebody is looking for mailboxes that can be read. Times in epoch µs. */
export interface ResetWave {
  readonly kind: WaveKind
  readonly key: number
  readonly first: number
  readonly last: number
  readonly rows: readonly number[]
  readonly accounts: number
}

type KeyOf = (row: number) => number

const waveKeys = (table: EventTable, read: RowReader): Readonly<Record<WaveKind, KeyOf>> => ({
  source: read.source,
  program: (row) => table.userAgent.get(row),
  network: read.network,
})

/** Requests for an account that were not followed by a reset: whoever asked could not read the mail. */
const barrenRequests = (table: EventTable, read: RowReader): readonly number[] => {
  const isRequest = table.classes.map(({ action }) => action === 'password-reset-request')
  if (!isRequest.includes(true)) return []
  const isReset = table.classes.map(isPasswordReset)
  const resetAt = new Map<number, number>()
  const barren: number[] = []
  for (let row = table.size - 1; row >= 0; row -= 1) {
    const cls = table.cls.get(row)
    const account = table.account.get(row)
    if (account < 0) continue
    if (isReset[cls] === true) resetAt.set(account, read.time(row))
    else if (isRequest[cls] === true && !read.isAllowed(row)) {
      const used = (resetAt.get(account) ?? Number.POSITIVE_INFINITY) - read.time(row)
      if (used > USED_WITHIN_US) barren.push(row)
    }
  }
  return barren.toReversed()
}

const accountsOf = (rows: readonly number[], table: EventTable): number => new Set(rows.map((row) => table.account.get(row))).size

/** The fullest stretch of one key's requests. */
const densest = (rows: readonly number[], read: RowReader): readonly number[] => {
  let best: readonly [from: number, to: number] = [0, 0]
  let from = 0
  for (let to = 0; to < rows.length; to += 1) {
    while (read.time(rows[to] as number) - read.time(rows[from] as number) > WINDOW_US) from += 1
    if (to - from > best[1] - best[0]) best = [from, to]
  }
  return rows.slice(best[0], best[1] + 1)
}

/** At most one wave per address, program and network: who comes again is found by the first. */
const findWaves = (table: EventTable, read: RowReader): readonly ResetWave[] => {
  const barren = barrenRequests(table, read)
  const keys = waveKeys(table, read)
  const spanUs = table.size === 0 ? 0 : read.time(table.size - 1) - read.time(0)
  return WAVE_KINDS.flatMap(({ kind, least }) =>
    [...Map.groupBy(barren, keys[kind])].flatMap(([key, requests]): readonly ResetWave[] => {
      if (key < 0 || requests.length < least) return []
      const rows = densest(requests, read)
      const accounts = accountsOf(rows, table)
      const usual = ((requests.length - rows.length) * WINDOW_US) / Math.max(WINDOW_US, spanUs - WINDOW_US)
      if (accounts < least || accounts < TIMES * usual) return []
      return [{ kind, key, first: read.time(rows[0] as number), last: read.time(rows.at(-1) as number), rows, accounts }]
    }),
  )
}

/** The reset that works may come before the first that does not. */
const AROUND_US = HOUR_US

/** Resets that were carried out in the middle of a wave, by row: these mailboxes could be read. The closest tie is told. */
export const findResetHits = (table: EventTable, read: RowReader): ReadonlyMap<number, ResetWave> => {
  const waves = findWaves(table, read)
  const hits = new Map<number, ResetWave>()
  if (waves.length === 0) return hits
  const keys = waveKeys(table, read)
  const isReset = table.classes.map(isPasswordReset)
  for (let row = 0; row < table.size; row += 1) {
    if (isReset[table.cls.get(row)] !== true || read.isByOther(row)) continue
    const time = read.time(row)
    const wave = waves.find(
      ({ kind, key, first, last }) => keys[kind](row) === key && time >= first - AROUND_US && time <= last + AROUND_US,
    )
    if (wave !== undefined) hits.set(row, wave)
  }
  return hits
}
