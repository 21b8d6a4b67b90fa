import { createDecoding } from '../../src/input/charset.ts'
import { createLineScanner } from '../../src/input/line-scanner.ts'
import type { SlotMode } from '../../src/model/line-plan.ts'
import type { ProjectedRecord } from '../../src/input/projected.ts'
import type { Projection } from '../../src/input/projection.ts'
import { RecordBatch } from '../../src/input/record-batch.ts'
import { openScanMemory } from '../../src/input/scan-module.ts'

/** Scans one line at a time, between two lines that are not looked at: the first of a batch; undefined where the scanner leaves it alone. */
export const createBatchLine = (
  projection: Projection,
  modes: ReadonlyMap<number, SlotMode> = new Map(),
): ((line: string) => RecordBatch | undefined) => {
  const memory = openScanMemory()
  const scanner = createLineScanner({ projection, modes, tables: [], lines: [], memory })
  const batch = new RecordBatch(projection, memory)
  let base = 0
  return (line) => {
    const bytes = Buffer.from(`${line}\n{"behind":1}\n`)
    const decoding = createDecoding('auto', bytes)
    decoding.prepare(bytes)
    scanner.load(bytes, 0, base, decoding, false)
    const length = Buffer.byteLength(line)
    const stopped = scanner.scan(base, 1, 1 << 24, false)
    const run = scanner.run()
    base += bytes.length
    if (run === undefined || stopped <= base - bytes.length) return undefined
    batch.load(run, run.from)
    return (batch.lengths[0] ?? 0) <= length ? batch : undefined
  }
}

export const createScanLine = (
  projection: Projection,
  modes?: ReadonlyMap<number, SlotMode>,
): ((line: string) => ProjectedRecord | undefined) => {
  const scanBatch = createBatchLine(projection, modes)
  return (line) => scanBatch(line)?.turnTo(0)
}
