import type { SlotMode } from '../model/line-plan.ts'
import { MODES_AT, segmentAt } from './scan-memory.ts'
import type { ScanModule } from './scan-module.ts'
import type { SharedMemory } from './web-assembly.ts'

/** As in assembly/record.ts. */
export const MODES: Readonly<Record<SlotMode, number>> = { repeating: 0, time: 1, hashed: 2, id: 4, 'other-id': 5 }

/** A table as it was found: what its columns are called, and what stands between cells. */
export interface ScannedTable {
  readonly columns: readonly string[]
  readonly delimiter: string
  /** Column of which each cell is a record of its own. */
  readonly record?: number
}

/** Columns of one table that are not read by number. */
export interface TableModes {
  /** Whose tables: all of these columns, none of those. */
  readonly columns: readonly string[]
  readonly any?: readonly string[]
  readonly not: readonly string[]
  readonly modes: ReadonlyMap<string, SlotMode>
}

/** A wider table is hardly a login log. */
const MOST_COLUMNS = 500
const LONGEST_NAME = 1000

/** Does the name, in lower case, have letters beyond ASCII that have another one? */
const isWide = (name: string): boolean => [...name].some((letter) => letter > '\x7f' && letter !== letter.toUpperCase())

const isOf = ({ columns, any, not }: TableModes, table: ScannedTable): boolean =>
  columns.every((column) => table.columns.includes(column)) &&
  (any?.some((column) => table.columns.includes(column)) ?? true) &&
  !not.some((column) => table.columns.includes(column))

const modesOf = (table: ScannedTable, known: readonly TableModes[]): ReadonlyMap<string, SlotMode> | undefined =>
  known.find((each) => isOf(each, table))?.modes

/**
 * Tells whoever scans into this memory, while it scans, how slots are read from now on: whose records they are was found out meanwhile.
 * What a slot is read as decides how quickly it is read, never what comes out.
 */
export const tellModes = ({ buffer }: SharedMemory, modes: ReadonlyMap<number, SlotMode>): void => {
  const held = new Uint8Array(buffer)
  for (const [slot, mode] of modes) held[MODES_AT + slot] = MODES[mode]
}

/** The same of the columns of a table. */
export const tellTableModes = (memory: SharedMemory, table: ScannedTable, known: readonly TableModes[]): void => {
  if (table.record !== undefined) return
  const modes = [...(modesOf(table, known) ?? [])].map(([column, mode]) => [table.columns.indexOf(column), mode] as const)
  tellModes(memory, new Map(modes.filter(([slot]) => slot >= 0)))
}

/** Tells the scanner how the columns of a table are read; false where it is none that can be scanned. */
export const announceTable = ({ exports, bytes }: ScanModule, table: ScannedTable, known: readonly TableModes[]): boolean => {
  const [first = ''] = table.columns
  const name = Buffer.from(first)
  if (table.columns.length > MOST_COLUMNS || name.length > LONGEST_NAME) return false
  const modes = modesOf(table, known)
  // Slots are columns, unless they are those of the records in the cells.
  if (table.record === undefined) table.columns.forEach((column, slot) => exports.setMode(slot, MODES[modes?.get(column) ?? 'repeating']))
  // A segment serves as scratch: nothing is scanned yet.
  name.copy(bytes, segmentAt(0))
  exports.nameTable(segmentAt(0), name.length, isWide(first) ? 1 : 0)
  return true
}
