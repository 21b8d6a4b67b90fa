/** How the times of one input are written, and what its clock did. Times are ISO 8601 with Z. */
export interface InputClock {
  /** Events by what their times say of the zone: `Z`, `+09:00`, `epoch`, or `none` (wall clock alone). */
  readonly offsets: Readonly<Record<string, number>>
  /** The zone that wall-clock times were taken in; null where there are none. */
  readonly zone: string | null
  readonly zoneFrom: 'given' | 'assumed' | 'documented' | null
  /** What the years of times without one rest on; null where all have one. */
  readonly yearFrom: 'option' | 'dated' | 'modified' | 'now' | null
  /** Wall-clock times that the zone skips (the clock is set forward), and those that come twice (set back: the earlier is taken). */
  readonly skipped: number
  readonly twice: number
  readonly order: 'ascending' | 'descending' | 'mixed' | null
  /** Places where a log in order of time suddenly goes back, at most five. */
  readonly jumps: readonly { readonly line: number; readonly from: string; readonly to: string }[]
  readonly moreJumps: number
  /** Events more than a day later than the run's own clock. */
  readonly future: number
}

/** Whether one input is all there. */
export interface InputCompleteness {
  /** Silences in hours in which this log usually writes, longest five, in time order. */
  readonly silences: readonly { readonly from: string; readonly to: string; readonly expected: number }[]
  readonly moreSilences: number
  /** The number of records, where exports of this format are cut off at exactly that number. */
  readonly pageLimit: number | null
  /** Numbers that an otherwise unbroken numbering lacks; null where the log has none to judge by. */
  readonly missingNumbers: {
    readonly missing: number
    readonly first: number
    readonly last: number
    readonly example: number | null
  } | null
}
