import type { EventTable } from '../../order/event-table.ts'
import type { TableColumn } from '../../order/table-column.ts'
import type { KeyGroup } from './key-groups.ts'

const LAST_BIT = 15

/** The bit of a group; groups beyond the last bit share it. */
export const groupBit = (index: number): number => 1 << Math.min(index, LAST_BIT)

const markAll = (busy: Uint16Array, bit: number, { cls }: EventTable, { wantedBy }: KeyGroup): void => {
  for (let row = 0; row < busy.length; row += 1) if (wantedBy[cls.get(row)] !== 0) busy[row] = (busy[row] as number) | bit
}

interface Marked {
  readonly wantedBy: Int32Array
  readonly frequent: Int32Array
  readonly keys: TableColumn
}

const markKeys = (busy: Uint16Array, bit: number, { cls }: EventTable, { wantedBy, frequent, keys }: Marked): void => {
  for (let row = 0; row < busy.length; row += 1) {
    const wanted = wantedBy[cls.get(row)] as number
    const key = wanted === 0 ? -1 : keys.get(row)
    if (key >= 0 && ((frequent[key] as number) & wanted) !== 0) busy[row] = (busy[row] as number) | bit
  }
}

/** Bits of the rules that have to do with a place, by the key that it has. */
const bitsOfPlaces = (frequent: Int32Array, byPlace: Int32Array): Int32Array =>
  byPlace.map((key) => (key < 0 ? 0 : (frequent[key] as number)))

/**
 * By row: the groups of which some rule has to do with it. One tight pass per group, whose looks into memory overlap; most rows of
 * a large log are not visited at all afterwards.
 */
export const findBusyRows = (table: EventTable, groups: readonly KeyGroup[]): Uint16Array => {
  const busy = new Uint16Array(table.size)
  groups.forEach((group, index) => {
    const { wantedBy, frequent, column } = group
    const bit = groupBit(index)
    if (frequent === undefined || column === undefined) return markAll(busy, bit, table, group)
    // Where nobody has anything to say about any key, no row need be looked at.
    if (!frequent.some((bits) => bits !== 0)) return
    const { keys, byPlace } = column
    markKeys(busy, bit, table, { wantedBy, keys, frequent: byPlace === undefined ? frequent : bitsOfPlaces(frequent, byPlace) })
  })
  return busy
}
