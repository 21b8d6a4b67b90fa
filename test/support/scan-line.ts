import { createDecoding } from '../../src/input/charset.ts'
import { createLineScanner, type SlotMode } from '../../src/input/line-scanner.ts'
import { ProjectedRecord, type Projection } from '../../src/input/projected.ts'
import { openScanMemory } from '../../src/input/scan-module.ts'

/** Scans one line at a time, between two lines that are not looked at; undefined where the scanner leaves it alone. */
export const createScanLine = (
  projection: Projection,
  modes: ReadonlyMap<number, SlotMode> = new Map(),
): ((line: string) => ProjectedRecord | undefined) => {
  const memory = openScanMemory()
  const scanner = createLineScanner({ projection, modes, memory })
  const record = new ProjectedRecord(projection, memory)
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
    record.seek(run.segment, run.from)
    return record.length() <= length ? record : undefined
  }
}
