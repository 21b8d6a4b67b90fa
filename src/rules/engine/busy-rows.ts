import type { EventTable } from '../../order/event-table.ts'
import type { KeyGroup } from './key-groups.ts'
import { columnReader } from './partition-keys.ts'

/**
 * By row, 1: some rule has to do with it. One tight pass per group, whose looks into memory overlap; most rows of a large log
 * are not visited at all afterwards.
 */
export const findBusyRows = ({ cls, size }: EventTable, groups: readonly KeyGroup[]): Uint8Array => {
  const busy = new Uint8Array(size)
  for (const { wantedBy, frequent, column } of groups) {
    const keyAt = column === undefined ? () => 0 : columnReader(column)
    for (let row = 0; row < size; row += 1) {
      const wanted = wantedBy[cls[row] as number] as number
      if (wanted === 0 || busy[row] === 1) continue
      const key = keyAt(row)
      if (frequent === undefined || (key >= 0 && ((frequent[key] as number) & wanted) !== 0)) busy[row] = 1
    }
  }
  return busy
}
