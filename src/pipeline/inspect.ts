import { zoneOf } from '../formats/define-format.ts'
import type { CaseInput } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import type { TableColumn } from '../order/table-column.ts'
import { isPrivateIp } from '../kernel/ip.ts'
import { createRowReader, type RowReader } from '../cases/rows/row-reader.ts'
import { prepare } from './analyze.ts'
import { whyIncomplete, writeInput } from './case-inputs.ts'
import { isContentNetwork } from '../kernel/content-networks.ts'
import { silencesBetween } from './input-quality.ts'
import type { AnalyzeOptions } from './options.ts'
import { unverifiedFormats } from './input-counts.ts'
import { together } from './inspect-together.ts'
import type { InputsRead, ProgressReport } from './read-inputs.ts'
import { NO_LESSONS, type Lessons } from './web-lessons/lessons.ts'

/** What one input can and cannot answer. Shares are 0–1. */
export interface InputInspection {
  readonly input: CaseInput
  readonly problem: string | undefined
  readonly zones: readonly string[]
  readonly unverified: readonly string[]
  /** Of a web log: what its logins' answers were found to mean, and which are open. */
  readonly lessons: Lessons
  readonly successes: number
  readonly failures: number
  /** Login attempts of which the log does not tell how they ended. */
  readonly open: number
  /** Events that no other input told before, duplicates left out; the shares are of these. */
  readonly own: number
  readonly withAccount: number
  readonly withAddress: number
  readonly withSession: number
  readonly withAgent: number
  /** Of the three most frequent addresses. */
  readonly topAddresses: number
  /** Private addresses; carrier-grade NAT among them. */
  readonly privateAddresses: number
  /** Of content networks (CDN), and addresses that behave like the service's own load balancers. */
  readonly proxyAddresses: number
  /** The most frequent of both, at most three: what `--trusted-proxy` may name. */
  readonly proxies: readonly string[]
}

export interface Inspection {
  readonly inputs: readonly InputInspection[]
  /** Silences between files, by format. */
  readonly between: ReturnType<typeof silencesBetween>
  /** Files of one log told as one. */
  readonly together: (parts: readonly InputInspection[]) => InputInspection
  readonly read: InputsRead
  readonly table: EventTable
}

const share = (count: number, total: number): number => (total === 0 ? 0 : count / total)

const topShare = (addresses: ReadonlyMap<number, number>, total: number): number =>
  share(
    [...addresses.values()]
      .toSorted((left, right) => right - left)
      .slice(0, 3)
      .reduce((sum, count) => sum + count, 0),
    total,
  )

const ipOf = ({ places, place }: EventTable, row: number): string | undefined => {
  const at = place.get(row)
  return places.ips.get(at < 0 ? -1 : (places.ip[at] as number))
}

const kindOf = (ip: string, row: number, { places, place }: EventTable): 'private' | 'proxy' | 'client' => {
  if (isPrivateIp(ip)) return 'private'
  const at = place.get(row)
  return places.isProxy(places.source[at] as number) || isContentNetwork(places.networkOf(at)) ? 'proxy' : 'client'
}

const mostOf = (addresses: ReadonlyMap<string, number>): readonly string[] =>
  [...addresses]
    .toSorted(([left, count], [right, other]) => other - count || (left < right ? -1 : 1))
    .slice(0, 3)
    .map(([address]) => address)

const inspectAddresses = (table: EventTable, { source: sourceOfRow }: RowReader, rows: readonly number[]) => {
  const addresses = new Map<number, number>()
  const behind = new Map<string, number>()
  const count = { known: 0, private: 0, proxy: 0 }
  for (const row of rows) {
    const ip = ipOf(table, row)
    if (ip === undefined) continue
    const source = sourceOfRow(row)
    count.known += 1
    addresses.set(source, (addresses.get(source) ?? 0) + 1)
    const kind = kindOf(ip, row, table)
    if (kind === 'client') continue
    count[kind] += 1
    behind.set(ip, (behind.get(ip) ?? 0) + 1)
  }
  const total = rows.length
  return {
    withAddress: share(count.known, total),
    topAddresses: topShare(addresses, total),
    privateAddresses: share(count.private, total),
    proxyAddresses: share(count.proxy, total),
    proxies: mostOf(behind),
  }
}

const inspectRows = (table: EventTable, read: RowReader, rows: readonly number[]) => {
  const countOf = (test: (row: number) => boolean): number => rows.reduce((sum, row) => (test(row) ? sum + 1 : sum), 0)
  const carried = (column: TableColumn): number =>
    share(
      countOf((row) => column.get(row) >= 0),
      rows.length,
    )
  return {
    successes: countOf((row) => read.isLogin(row) && read.isSuccess(row)),
    failures: countOf((row) => read.isLogin(row) && read.isAttempt(row)),
    open: countOf((row) => read.isLogin(row) && read.cls(row).outcome === 'info'),
    own: rows.length,
    withAccount: carried(table.account),
    withSession: carried(table.session),
    withAgent: carried(table.userAgent),
    ...inspectAddresses(table, read, rows),
  }
}

const rowsByInput = (table: EventTable, inputs: number): readonly number[][] => {
  const rows: number[][] = Array.from({ length: inputs }, () => [])
  for (let row = 0; row < table.size; row += 1) rows[table.input.get(row)]?.push(row)
  return rows
}

/** Reads everything and says, per input, what the log can answer. */
export const inspectInputs = async (options: AnalyzeOptions, onProgress: (report: ProgressReport) => void): Promise<Inspection> => {
  const prepared = await prepare(options, onProgress)
  const { inputs: read, table, rhythms } = prepared
  const rows = rowsByInput(table, read.inputs.length)
  const reader = createRowReader(table)
  const inputs = read.inputs.map((input, index): InputInspection => {
    const zones = [...input.counts.shapes].map(zoneOf).map((zone) => (zone === 'option' ? (options.zone ?? 'UTC?') : zone))
    return {
      input: writeInput(input, index, prepared, options),
      problem: whyIncomplete(input, read.inputs),
      zones: [...new Set(zones)].toSorted(),
      unverified: unverifiedFormats(input.counts),
      lessons: [...input.counts.shapes].some(({ format }) => format.edge === true) ? read.lessons : NO_LESSONS,
      ...inspectRows(table, reader, rows[index] ?? []),
    }
  })
  const numbers = new Map(inputs.map((input, index) => [input, index]))
  return {
    inputs,
    between: silencesBetween(rhythms),
    together: (parts) => ({
      input: together(parts.map(({ input }) => input)),
      problem: undefined,
      zones: [...new Set(parts.flatMap(({ zones }) => zones))].toSorted(),
      unverified: [...new Set(parts.flatMap(({ unverified }) => unverified))].toSorted(),
      lessons: parts.find(({ lessons }) => lessons !== NO_LESSONS)?.lessons ?? NO_LESSONS,
      ...inspectRows(
        table,
        reader,
        parts.flatMap((part) => rows[numbers.get(part) ?? -1] ?? []),
      ),
    }),
    read,
    table,
  }
}
