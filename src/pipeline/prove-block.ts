import { createRowReader, type RowReader } from '../cases/rows/row-reader.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseStep } from '../model/case.ts'
import type { Reason, StepState } from '../model/vocabulary.ts'
import type { EventTable } from '../order/event-table.ts'
import { rowRef } from './row-ref.ts'

/** Reasons that a block of addresses writes; a blocked account is refused for other ones. */
const BLOCKED: ReadonlySet<Reason> = new Set(['blocked-ip', 'rate-limited', 'location-denied'])

interface Proof {
  readonly state: StepState
  readonly row: number
}

const isDenied = (read: RowReader, row: number): boolean => {
  const { outcome, reason } = read.cls(row)
  return outcome === 'blocked' && reason !== undefined && BLOCKED.has(reason)
}

/** First denial from one of the sources after `since`, and the first success from any of them after that. */
const proofOf = (table: EventTable, sources: ReadonlySet<string>, since: number): Proof | undefined => {
  const read = createRowReader(table)
  const ids = new Set(
    Array.from({ length: table.places.sources.size }, (_, id) => id).filter((id) => sources.has(table.places.sources.get(id) ?? '')),
  )
  let denied: number | undefined
  for (let row = 0; row < table.size; row += 1) {
    if (!ids.has(read.source(row)) || read.time(row) <= since) continue
    if (denied === undefined && isDenied(read, row)) denied = row
    else if (denied !== undefined && read.isSuccess(row)) return { state: 'contradicted', row }
  }
  return denied === undefined ? undefined : { state: 'done', row: denied }
}

/**
 * The block of the attack's sources: proven by a denial from one of them after the attack as it was known, contradicted by a success from
 * one of them after that. `since`: epoch µs.
 */
export const proveBlock = (step: CaseStep, table: EventTable, sources: ReadonlySet<string>, since: number): CaseStep => {
  const proof = proofOf(table, sources, since)
  if (proof === undefined) return step
  return {
    ...step,
    state: proof.state,
    stateBy: rowRef(table, proof.row),
    stateAt: toIso(table.time.get(proof.row)),
  }
}
