import type { Computed, Field, Guarded } from '../formats/define-format.ts'
import { isGuarded, pathsOfField } from '../formats/field.ts'
import { isPlainIn, plainSlots, presentText, rawText } from '../formats/path.ts'
import type { Projection } from '../input/projection.ts'
import type { RecordShape } from '../model/record.ts'

/** A field whose text hangs on one value alone: the first that is filled of some slots. */
export interface PlainField {
  readonly slots: readonly number[]
  /** What the field says where this is the value; undefined: nothing, or what other values say. */
  readonly textOf: (raw: string | undefined) => string | undefined
  /** Does it say nothing where no slot is filled? Otherwise it may look at more than slots then. */
  readonly isNoneWithout: boolean
}

const NOTHING: PlainField = { slots: [], textOf: () => undefined, isNoneWithout: true }

/** Pure, and of one value: equal values give equal texts. */
const ofOneValue = (field: Field | Guarded): Computed | undefined =>
  typeof field === 'object' && 'to' in field && field.cut === undefined && field.from.length === 1 ? field : undefined

/** undefined for a field that is computed from several values, or lies inside others. Of a guarded one it is what its guard lets through. */
export const plainField = (kind: RecordShape, field: Field | Guarded | undefined, projection: Projection): PlainField | undefined => {
  if (field === undefined) return NOTHING
  const computed = ofOneValue(field)
  const paths = computed?.from ?? (isGuarded(field) ? field.first : pathsOfField(field)) ?? []
  const nested = paths.findIndex((path) => !isPlainIn(kind, path))
  const plain = nested < 0 ? paths : paths.slice(0, nested)
  const slots = plainSlots(kind, plain, projection)
  // A column that a table lacks is no value; what an object holds may lie inside another value.
  const isWhole = plain.length === paths.length && (kind === 'csv' || slots.length === paths.length)
  if (paths.length === 0 || (slots.length === 0 && !isWhole)) return undefined
  if (computed === undefined) return { slots, textOf: presentText, isNoneWithout: isWhole }
  const textOf = (raw: string | undefined): string | undefined => presentText(computed.to(rawText(raw)))
  return { slots, textOf, isNoneWithout: isWhole && textOf(undefined) === undefined }
}
