import type { JudgedCase } from '../judging/judge-case.ts'

export interface AllowedUse {
  /** Sources with an event that the organisation vouches for. */
  readonly sources: ReadonlySet<number>
  /** Events that are nobody's attack because of that. */
  readonly events: number
}

/** What the list of allowed sources took out of this log: said in the caveats, kept off every block list. */
export const allowedUse = ({ table, read }: Pick<JudgedCase, 'table' | 'read'>): AllowedUse => {
  const sources = new Set<number>()
  let events = 0
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isAllowed(row)) continue
    events += 1
    if (read.source(row) >= 0) sources.add(read.source(row))
  }
  return { sources, events }
}
