import type { CompiledFormat, CompiledShape } from '../formats/decode.ts'
import { planOf } from '../formats/line-plans.ts'
import { neededKeys } from '../formats/needs.ts'
import { slotModes, tableModes } from '../formats/slot-modes.ts'
import { csvCells } from '../input/csv-cells.ts'
import type { RawRecord } from '../model/record.ts'
import { peelRow } from '../input/csv-envelope.ts'
import { namesOf } from '../input/line-plan.ts'
import type { LinePlan } from '../model/line-plan.ts'
import type { ScannedRun } from '../input/line-scanner.ts'
import { isCovered, tableProjection, type Projection } from '../input/projection.ts'
import { RecordBatch } from '../input/record-batch.ts'
import { tellModes, tellTableModes, type ScannedTable } from '../input/table-plan.ts'
import type { SharedMemory } from '../input/web-assembly.ts'
import type { EventLog } from '../order/event-log.ts'
import { createBatchDecoder, type RecordSource } from './batch-decoder.ts'
import type { RunTarget } from './run-target.ts'
import { createSameShape, createShapeFinder } from './shape-finder.ts'

/** Where part-read records of the input lie, if there are to be any. */
export interface Scanned {
  readonly projection: Projection
  readonly memory: SharedMemory
}

export interface RunDecoder {
  readonly take: (run: ScannedRun) => void
  /** A format that was guessed meanwhile. */
  readonly learn: (format: CompiledFormat) => void
}

type Shapes = readonly CompiledShape[]

const objectsOf = (shapes: Shapes, { projection, memory }: Scanned): RecordSource => ({
  shapes,
  batch: new RecordBatch(projection, memory),
  finderFor: (memo) => createShapeFinder(shapes, memo),
  kind: 'json',
  header: undefined,
})

/** The same of objects that stand in the cells of a table. */
const objectsInCells = (shapes: Shapes, { columns, delimiter }: ScannedTable, scanned: Scanned): RecordSource => {
  let outerTime: RawRecord['outerTime']
  const batch = new RecordBatch(scanned.projection, scanned.memory, (text) => {
    const peeled = peelRow(csvCells(text, delimiter), columns)
    outerTime = peeled?.outerTime
    return peeled?.value
  })
  return { ...objectsOf(shapes, scanned), batch, header: columns, outerTime: () => outerTime }
}

/** Whose the rows of a table are is told by its header, once somebody knows it. */
const numberByHeader = (shapes: Shapes, header: readonly string[]): (() => number) => {
  const row = { shape: 'csv' as const, value: undefined, header, line: 0, offset: 0, length: 0 }
  let number = -1
  let asked = 0
  return () => {
    if (number < 0 && asked < shapes.length) number = shapes.findIndex((shape) => shape.matches(row))
    asked = shapes.length
    return number
  }
}

const rowsOf = (shapes: Shapes, { columns, delimiter }: ScannedTable, { memory }: Scanned): RecordSource => ({
  shapes,
  batch: new RecordBatch(tableProjection(columns), memory, (text) => csvCells(text, delimiter)),
  finderFor: () => createSameShape(numberByHeader(shapes, columns)),
  kind: 'csv',
  header: columns,
})

/** Lines that were cut are of the shape whose plan it was. */
const linesOf = (shapes: Shapes, plan: number, { memory }: Scanned): RecordSource => {
  const cut = shapes.filter(({ shape }) => planOf(shape) !== undefined)[plan] as CompiledShape
  return {
    shapes,
    batch: new RecordBatch(tableProjection(namesOf(planOf(cut.shape) as LinePlan)), memory, (text) => text),
    finderFor: () => createSameShape(() => shapes.indexOf(cut)),
    kind: 'text',
    header: undefined,
  }
}

/** Decodes runs of part-read records. One per input: numbers of values mean nothing beyond it. */
export const createRunDecoder = (formats: readonly CompiledFormat[], scanned: Scanned, log: EventLog, target: RunTarget): RunDecoder => {
  const shapes = formats.flatMap((format) => format.shapes)
  // Of objects only what these formats ask for was read: one that is guessed later may ask for more, and then gets whole records.
  const ofObjects = [...shapes]
  const objects = createBatchDecoder(objectsOf(ofObjects, scanned), log, target)
  /** An input is one table, or lines of one kind. */
  let other: ((run: ScannedRun) => void) | undefined
  let found: ScannedTable | undefined
  return {
    take: (run) => {
      const { table, lines } = run
      found ??= table
      const sourceOf = (of: ScannedTable): RecordSource =>
        of.record === undefined ? rowsOf(shapes, of, scanned) : objectsInCells(ofObjects, of, scanned)
      if (table !== undefined) (other ??= createBatchDecoder(sourceOf(table), log, target))(run)
      else if (lines !== undefined) (other ??= createBatchDecoder(linesOf(shapes, lines, scanned), log, target))(run)
      else objects(run)
    },
    learn: (format) => {
      shapes.push(...format.shapes)
      if (found !== undefined) tellTableModes(scanned.memory, found, tableModes([format.format]))
      const wanted = neededKeys([format.format])
      if (wanted === undefined || !isCovered(wanted, scanned.projection)) return
      ofObjects.push(...format.shapes)
      tellModes(scanned.memory, slotModes([format.format], scanned.projection))
    },
  }
}
