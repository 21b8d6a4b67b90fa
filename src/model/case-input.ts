import type { InputClock, InputCompleteness } from './input-quality.ts'
import type { InputNote, RejectSample } from './record.ts'

/** What became of one input. */
export interface CaseInput {
  readonly path: string
  /** Format ids seen, most records first, joined by `+`; null when nothing was recognised. */
  readonly format: string | null
  readonly bytes: number
  readonly sha256: string | null
  readonly records: number
  readonly used: number
  readonly ignored: number
  readonly rejected: number
  readonly duplicates: number
  readonly events: number
  readonly first: string | null
  readonly last: string | null
  readonly notes: readonly InputNote[]
  /** At most ten, earliest first. */
  readonly rejects: readonly RejectSample[]
  readonly ignoredBy: Readonly<Record<string, number>>
  /** Absent in documents of versions that did not look. */
  readonly clock?: InputClock
  readonly completeness?: InputCompleteness
}
