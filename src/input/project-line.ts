import type { TextDecoding } from './charset.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'
import type { Projector } from './project-json.ts'
import type { ProjectedRecord } from './projected.ts'

/** Reads a line in part, where that is wanted and the line allows it. */
export type LineProjector = (bytes: Buffer, from: number, to: number) => ProjectedRecord | undefined

export const createLineProjector = (projector: Projector | undefined, decoding: TextDecoding): LineProjector => {
  if (projector === undefined) return () => undefined
  /** The line that was read last, in case it is wanted whole after all. */
  let line: { readonly bytes: Buffer; readonly from: number; readonly to: number } | undefined
  projector.readWholeBy(() => {
    if (line === undefined) return undefined
    const { bytes, from, to } = line
    return parseJsonRecord(decoding.decode(bytes, from, to), hasLongNumber(bytes, from, to))
  })
  return (bytes, from, to) => {
    const isPure = decoding.isPure()
    if ((!isPure && !decoding.isUtf8(bytes, from, to)) || !projector.read(bytes, from, to, isPure)) return undefined
    line = { bytes, from, to }
    return projector.record
  }
}
