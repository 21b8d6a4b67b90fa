import type { EvidenceRef } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'

const ROW = 'row:'

/** A row stands for its evidence until it is known which of them prove something: only those are read again. */
export const rowRef = (table: EventTable, row: number): EvidenceRef => ({
  record: `${ROW}${row}`,
  where: {
    input: table.input.get(row),
    line: table.line.get(row),
    offset: table.offset.get(row),
    length: table.length.get(row),
  },
})

export const rowOf = (ref: EvidenceRef | null): number | undefined =>
  ref !== null && ref.record.startsWith(ROW) ? Number(ref.record.slice(ROW.length)) : undefined
