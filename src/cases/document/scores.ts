import { toIso } from '../../kernel/time.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { freemanScores } from '../scores/freeman.ts'
import { FIRST, lineDepth, programDepth } from '../scores/packed-novelty.ts'

/** One successful login with its scores. */
export interface LoginScore {
  readonly time: string
  readonly account: string
  readonly provider: string
  readonly ip: string | null
  readonly country: string | null
  readonly network: string | null
  readonly agent: string | null
  /** Input by its number in the document, and line: where the record stands. */
  readonly input: number
  readonly line: number
  /** Logins of the account before this one. */
  readonly earlier: number
  /** `first`, or what is new: the finest and what is coarser than it. */
  readonly news: string
  /** log10 of how much likelier it is a stranger's than the owner's. */
  readonly score: number
  /** Part of the log's logins with as much past that score at least as high. */
  readonly tail: number
  /** log10 of the Freeman/Wiefling score. */
  readonly freeman: number
}

const LINES = ['', 'address', 'network', 'country'] as const
const PROGRAMS = ['', 'version', 'program'] as const

const newsOf = (packed: number): string =>
  packed === FIRST ? 'first' : [LINES[lineDepth(packed)], PROGRAMS[programDepth(packed)]].filter((part) => part !== '').join('+')

const rounded = (value: number): number => Number(value.toPrecision(6))

/** In time order. Made one by one: a million rows are never all there at once. */
export function* eachLoginScore({ table, read, scores }: JudgedCase): Generator<LoginScore> {
  const { logins, odds, novelty, tail } = scores
  const freeman = freemanScores(table, logins, read)
  const positions = new Int32Array(table.size).fill(-1)
  for (let at = 0; at < logins.size; at += 1) positions[logins.row[at] as number] = at
  for (let row = 0; row < table.size; row += 1) {
    const at = positions[row] as number
    if (at < 0) continue
    const account = table.account.get(row)
    const place = table.place.get(row)
    yield {
      time: toIso(read.time(row)),
      account: table.accounts.get(account) ?? '',
      provider: table.accounts.provider(account),
      ip: table.places.ips.get(place < 0 ? -1 : (table.places.ip[place] as number)) ?? null,
      country: read.countryText(row) ?? null,
      network: read.networkText(row) ?? null,
      agent: read.agentText(row) ?? null,
      input: table.input.get(row),
      line: table.line.get(row),
      earlier: at - (logins.starts[account] as number),
      news: newsOf(novelty[at] as number),
      // By itself a login says nothing of an account seen once.
      score: novelty[at] === FIRST ? 0 : rounded(odds[at] as number),
      tail: novelty[at] === FIRST ? 1 : rounded(tail(at)),
      freeman: rounded(freeman[at] as number),
    }
  }
}
