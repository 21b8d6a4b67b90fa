import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'

/** Rules whose finding is about guesses at one account; the sources are those of the guesses. */
export const GUESSING_RULES: ReadonlySet<string> = new Set(['account-guessing', 'distributed-guessing'])

/** From the first to the last attempt without a long pause. Epoch µs. */
export interface Episode {
  readonly first: number
  readonly last: number
}

/** One address (IPv6: /64) that attacked. Times in epoch µs. */
export interface AttackSource {
  readonly source: number
  readonly first: number
  readonly last: number
  /** Stretches of attempts, in time order. */
  readonly episodes: readonly Episode[]
  readonly findings: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
  /** What its failures were pooled by with those of other sources. */
  readonly pools: ReadonlySet<string>
  /** The finding or pool that holds most of its attempts. */
  readonly home: string | undefined
  /** More names failed here, of nobody who uses the line, than its members explain (`list-lines.ts`). */
  readonly isList: boolean
  /** Accounts that logged in from here outside the attack: neighbours on a shared line. */
  readonly neighbours: ReadonlySet<number>
  /** Accounts that logged in from here while it attacked: hits, or neighbours again. */
  readonly entered: ReadonlySet<number>
  /** Programs of the attempts. */
  readonly agents: ReadonlySet<number>
  readonly networks: ReadonlySet<number>
  readonly countries: ReadonlySet<number>
  /** Typed identifiers: tried, and those that resolved to an account. */
  readonly tried: ReadonlySet<number>
  readonly triedAccounts: ReadonlySet<number>
  readonly attempts: number
  /** The attempts themselves. */
  readonly rows: ReadonlySet<number>
  /** Attempts without a user agent. */
  readonly agentless: number
  /** Between attempts, in seconds. */
  readonly gaps: { readonly count: number; readonly sum: number; readonly squares: number }
  readonly successes: number
}

/** Does a row come from one of these sources? Asked of each of a log's rows: a mark per source is read in a third of the time of a look into a map. */
export const fromAny = (
  sources: Pick<ReadonlyMap<number, unknown>, 'keys'>,
  { places }: Pick<EventTable, 'places'>,
  read: Pick<RowReader, 'source'>,
): ((row: number) => boolean) => {
  const marks = new Uint8Array(places.sources.size)
  for (const source of sources.keys()) marks[source] = 1
  return (row) => marks[read.source(row)] === 1
}

/** A list may hit at its first try, before anything failed. */
export const BEFORE_US = 10 * 60 * 1e6
/** What was found is looked at soon. */
export const AFTER_US = 3600 * 1e6

/** Within the attack's own stretches, or just around them. */
export const isDuring = ({ episodes }: Pick<AttackSource, 'episodes'>, time: number): boolean =>
  episodes.some(({ first, last }) => time >= first - BEFORE_US && time <= last + AFTER_US)

/** From so many people on whom the attack does not explain, a line is shared. */
export const NEIGHBOURS = 5

/** A line that many members share: a success from it is no sign by itself (carrier NAT, office, campus). */
export const isSharedEgress = (source: AttackSource): boolean =>
  source.neighbours.size >= NEIGHBOURS || (source.successes >= 10 && source.successes > source.attempts)

/** How many accounts log in from there, attacked or not: who would be locked out with it. */
export const accountsOn = ({ neighbours, entered }: AttackSource): number => new Set([...neighbours, ...entered]).size

/** Just before an attempt, or within the hour after one: of addresses that tried now and then, their own pace says nothing. */
export const isBesideAttempt = (attempts: Iterable<number>, time: number, read: RowReader): boolean => {
  for (const row of attempts) {
    const since = time - read.time(row)
    if (since >= -BEFORE_US && since <= AFTER_US) return true
  }
  return false
}

/**
 * Does a login from there belong to the attack? Where nobody else is, whatever comes after its first attempt does; on a shared line only
 * what falls into its episodes; a cellular carrier's address is somebody else's within the hour.
 */
export const isOfAttack = (source: AttackSource, row: number, read: RowReader): boolean => {
  const time = read.time(row)
  if (read.isMobile(row)) return isBesideAttempt(source.rows, time, read)
  if (isSharedEgress(source)) return isDuring(source, time)
  return time >= source.first || (time >= source.first - BEFORE_US && source.agents.has(read.agent(row)))
}
