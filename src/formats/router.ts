import { timedByEnvelope } from '../input/outer-time.ts'
import type { RawRecord, RecordShape } from '../model/record.ts'
import type { CompiledFormat, CompiledShape } from './decode.ts'

/** Finds whose record this is: JSON by signature, CSV by header, text by pattern set (docs/ARCHITECTURE.md 1). */
export type Route = (record: RawRecord) => CompiledShape | undefined

/**
 * One router per input. Records of one input mostly look like the one before, so the last shape is asked first;
 * that cannot change the answer because signatures exclude each other (held by the conformance suite).
 */
export const createRouter = (formats: readonly CompiledFormat[]): Route => {
  const shapes: Record<RecordShape, readonly CompiledShape[]> = { json: [], csv: [], text: [] }
  for (const kind of ['json', 'csv', 'text'] as const) {
    shapes[kind] = formats.flatMap((format) => format.shapes.filter((shape) => shape.kind === kind))
  }
  let last: CompiledShape | undefined
  return (record) => {
    if (last?.kind === record.shape && last.matches(record)) return last
    const found = shapes[record.shape].find((shape) => shape.matches(record))
    if (found !== undefined) last = found
    return found
  }
}

/**
 * A record with the shape that reads it: as it is, or with the time of the envelope that it lay in. A line that says no time is asked about with that
 * first: whoever reads lines of somebody's own takes any.
 */
export const routeTimed = (route: Route, record: RawRecord): { readonly record: RawRecord; readonly shape: CompiledShape | undefined } => {
  if (record.outerTime === undefined) return { record, shape: route(record) }
  const timed = timedByEnvelope(record)
  const asked = timed === record ? [record] : record.shape === 'text' ? [timed, record] : [record, timed]
  for (const one of asked) {
    const shape = route(one)
    if (shape !== undefined) return { record: one, shape }
  }
  return { record: timed, shape: undefined }
}
