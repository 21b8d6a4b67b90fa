/** One side of a login that tells the owner's from a stranger's. By position in `Logins`; `packed` says what is new about it. */
export interface ScorePart {
  /** From the log's own logins: nearly all of them are their owners'. */
  readonly learn: (at: number, packed: number) => void
  /** log10 of how much likelier this side of it is for a stranger's login than for the owner's. */
  readonly ratio: (at: number, packed: number) => number
}
