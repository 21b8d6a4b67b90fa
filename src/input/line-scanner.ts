import type { SharedMemory } from './web-assembly.ts'
import { once } from '../kernel/once.ts'
import type { TextDecoding } from './charset.ts'
import { plantTree } from './key-tree.ts'
import { slotCount, type Projection } from './projection.ts'
import { segmentAt, SEGMENT_BYTES, SLACK } from './scan-memory.ts'
import { announceLines } from './line-plan.ts'
import type { LinePlan } from '../model/line-plan.ts'
import { openScanModule, type ScanModule } from './scan-module.ts'
import { announceTable, MODES, type ScannedTable, type TableModes } from './table-plan.ts'
import type { SlotMode } from '../model/line-plan.ts'

/** Consecutive records of one segment that were read in part. */
export interface ScannedRun {
  readonly segment: number
  /** Numbers of its records: from..to. */
  readonly from: number
  readonly to: number
  /** Content offset of the segment's first byte. */
  readonly base: number
  /** Where they are rows of one. */
  readonly table?: ScannedTable
  /** Where they are lines that were cut: the number of their plan. */
  readonly lines?: number
}

/** Reads only the wanted values of records that are one JSON object on one line, or the cells of rows, as many lines at a time as it can. */
export interface LineScanner {
  /** Takes the whole lines at `from`, as far as there is room; of a list on one line, what is there. `base` is the content offset of `bytes`. */
  readonly load: (bytes: Buffer, from: number, base: number, decoding: TextDecoding, inList: boolean) => void
  /** Is the content offset among the lines that were loaded? */
  readonly holds: (offset: number) => boolean
  /**
   * Scans from `offset` on; returns where it stopped: behind the lines that were loaded, or at what it leaves alone (no object
   * on one line, not valid, keys that come twice or are escaped, what may be an envelope or a page).
   */
  readonly scan: (offset: number, line: number, cap: number, inList: boolean) => number
  /** From here on rows of this table are read; false where it is none that can be scanned. Their slots are their columns. */
  readonly openTable: (table: ScannedTable) => boolean
  /** As `scan`, for rows; leaves alone what is no clean row, or may be the header again. */
  readonly scanRows: (offset: number, line: number, cap: number) => number
  /** From here on lines are cut as a plan says of which this head has a sign; false where there is none. */
  readonly openLines: (head: Buffer) => boolean
  /** As `scan`, for lines of text; leaves alone what fits no template. */
  readonly cutLines: (offset: number, line: number, cap: number) => number
  /** Did the last scan stop because the segment is full? Then loading from there goes on. */
  readonly isFull: () => boolean
  /** Line of the place where the last scan stopped. */
  readonly line: () => number
  /** The records scanned since the last call; undefined when there are none. */
  readonly run: () => ScannedRun | undefined
  /** Forgets all values: another input begins. */
  readonly reset: () => void
  readonly memory: SharedMemory
}

/** What is looked for, and where what is found is put. */
export interface ScanPlan {
  readonly projection: Projection
  /** Of the slots that are not read by number. */
  readonly modes: ReadonlyMap<number, SlotMode>
  /** Of the tables that are known. */
  readonly tables: readonly TableModes[]
  /** Lines that are cut. */
  readonly lines: readonly LinePlan[]
  /** Empty: it is its scanner's own. */
  readonly memory: SharedMemory
}

/** Where segments come from: a thread waits here until the receiver is done with one. */
export interface SegmentSource {
  readonly next: () => number
}

/** Of the plans the one of which a sign comes first in this head; −1 where none comes. */
export const firstSigned = (plans: readonly LinePlan[], head: Buffer): number => {
  const placeOf = (sign: string): number => (head.includes(sign) ? head.indexOf(sign) : Infinity)
  const places = plans.map(({ signs }) => Math.min(...signs.map(placeOf)))
  const first = Math.min(...places)
  return first === Infinity ? -1 : places.indexOf(first)
}

/** Of tables whose cells hold the records, the texts of these cells stand in the other half of a segment. */
const HALF_BYTES = SEGMENT_BYTES / 2 - SLACK

const ONE_SEGMENT: SegmentSource = { next: () => 0 }
const NEWLINE = 10

/** What the scanner is told of keys. */
const createKeys = (scanModule: ScanModule, { projection, modes }: ScanPlan) => {
  const setModes = (): void => {
    for (let slot = 0; slot < slotCount(projection); slot += 1) scanModule.exports.setMode(slot, MODES[modes.get(slot) ?? 'repeating'])
  }
  return {
    setModes,
    /** Its name for the top of a record. Planting two thousand keys takes longer than reading a small table, which has none. */
    top: once((): number => {
      const node = plantTree(scanModule, projection)
      setModes()
      return node
    }),
  }
}

export const createLineScanner = (plan: ScanPlan, segments: SegmentSource = ONE_SEGMENT): LineScanner => {
  const { projection, tables, memory } = plan
  const scanModule = openScanModule(memory)
  const { exports, bytes: held } = scanModule
  const slots = slotCount(projection)
  const { setModes, top } = createKeys(scanModule, plan)
  let segment = -1
  let at = 0
  /** Content offsets of what is loaded. */
  let [start, end] = [0, 0]
  let isUtf = false
  let taken = 0
  let table: ScannedTable | undefined
  let lines: number | undefined
  /** Slots of what is read at the moment. */
  let width = slots
  const hasKeys = (): boolean => lines === undefined && (table === undefined || table.record !== undefined)
  return {
    memory,
    holds: (offset) => offset >= start && offset < end,
    load: (bytes, from, base, decoding, inList) => {
      const room = Math.min(bytes.length, from + (table?.record === undefined ? SEGMENT_BYTES : HALF_BYTES))
      const newline = bytes.lastIndexOf(NEWLINE, room - 1)
      const behind = newline >= from ? newline + 1 : inList ? room : from
      start = base + from
      end = base + behind
      if (behind <= from) return
      // Now, as planting writes into a segment.
      if (hasKeys()) top()
      segment = segments.next()
      at = segmentAt(segment)
      bytes.copy(held, at, from, behind)
      held[at + behind - from] = NEWLINE
      isUtf = decoding.isPure() || decoding.isUtf8(bytes, from, behind)
      exports.openSegment(at)
      taken = 0
    },
    scan: (offset, line, cap, inList) =>
      exports.scanLines(top(), slots, at + offset - start, at + end - start, line, cap, inList ? 1 : 0, isUtf ? 1 : 0) - at + start,
    openTable: (found) => {
      if (!announceTable(scanModule, found, tables)) return false
      table = found
      if (found.record === undefined) width = found.columns.length
      return true
    },
    scanRows: (offset, line, cap) => {
      const delimiter = table?.delimiter.charCodeAt(0) ?? 0
      const rest = [at + offset - start, at + end - start, line, cap, isUtf ? 1 : 0] as const
      const behind =
        table?.record === undefined
          ? exports.scanRows(width, delimiter, ...rest)
          : exports.scanCells(top(), slots, table.columns.length, delimiter, table.record, ...rest)
      return behind - at + start
    },
    openLines: (head) => {
      const found = firstSigned(plan.lines, head)
      const lineWidth = found < 0 ? undefined : announceLines(scanModule, plan.lines[found] as LinePlan)
      if (lineWidth === undefined) return false
      lines = found
      width = lineWidth
      return true
    },
    cutLines: (offset, line, cap) => exports.cutLines(width, at + offset - start, at + end - start, line, cap) - at + start,
    isFull: () => exports.isFull(width) === 1,
    line: () => exports.line(),
    run: () => {
      const to = exports.recordCount()
      if (segment < 0 || to === taken) return undefined
      const run = {
        segment,
        from: taken,
        to,
        base: start,
        ...(table === undefined ? {} : { table }),
        ...(lines === undefined ? {} : { lines }),
      }
      taken = to
      return run
    },
    reset: () => {
      exports.forgetValues()
      setModes()
      table = undefined
      lines = undefined
      width = slots
      start = 0
      end = 0
    },
  }
}
