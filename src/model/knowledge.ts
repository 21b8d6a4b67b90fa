/** What the organisation knows beside its logs. Read from its own lists (`--victims`, `--allow`, `--intel`, `--roster`). */

/** One account that somebody reported: what the list calls it (id, mail address …, any may be the one that the log knows). */
export interface ReportedAccount {
  readonly texts: readonly string[]
  /** Line of the list. */
  readonly line: number
  /** When the harm was done, epoch µs, where the list says. */
  readonly at: number | undefined
}
