/** What the organisation knows beside its logs. Read from its own lists (`--victims`, `--allow`, `--intel`, `--roster`). */

/** One account that somebody reported: what the list calls it (id, mail address …, any may be the one that the log knows). */
export interface ReportedAccount {
  readonly texts: readonly string[]
  /** Line of the list. */
  readonly line: number
  /** When the harm was done, epoch µs, where the list says: from then, until then; apart where it names a day only. */
  readonly at: number | undefined
  readonly until: number | undefined
}

/** One entry of `--allow` or `--intel`: all conditions that it names must hold. */
export interface SourceEntry {
  /** `file:line` */
  readonly at: string
  /** Address ranges as written: `203.0.113.0/24`, `2001:db8::/32`, one address. */
  readonly addresses: readonly string[]
  readonly asn: number | undefined
  /** Part of the network operator's name, in any case. */
  readonly network: string | undefined
  /** Part of the user agent, in any case; `*` stands for anything. */
  readonly agent: string | undefined
  /** Epoch µs, [from, until). */
  readonly from: number | undefined
  readonly until: number | undefined
  readonly note: string | undefined
}

/** What the roster may say of a person or an account. */
export const PERSON_ROLES = ['departed', 'dormant', 'privileged', 'service', 'shared', 'supplier'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** Weekly hours on the wall clock of a zone, with days on which nobody works. */
export interface WorkingTime {
  /** As in `parseHours`: `Mon-Fri 09:00-18:00`. */
  readonly hours: string | undefined
  readonly zone: string
  /** Days without work, `2026-11-23`. */
  readonly holidays: ReadonlySet<string>
}

/** One line of the roster. */
export interface Person {
  /** `file:line` */
  readonly at: string
  /** What the logs may call this person: ids, names and addresses in any of the systems. */
  readonly texts: readonly string[]
  readonly roles: ReadonlySet<PersonRole>
  /** Epoch µs from which on the account must not be used any more. */
  readonly departed: number | undefined
  /** Epoch µs of the last use that another system knows of. */
  readonly lastUsed: number | undefined
  /** A supplier's agreed period, epoch µs, [from, until). */
  readonly from: number | undefined
  readonly until: number | undefined
  readonly work: WorkingTime
}
