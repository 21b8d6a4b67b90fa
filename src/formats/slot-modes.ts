import type { SlotMode } from '../input/line-scanner.ts'
import { placeOfValue, type Projection } from '../input/projected.ts'
import type { Field, Format, JsonShape } from './define-format.ts'
import { pathsOfField } from './field.ts'
import { isPlainPath, keysOfPath } from './path.ts'

const slotsOf = (field: Field | undefined, projection: Projection): readonly number[] =>
  (pathsOfField(field) ?? []).filter(isPlainPath).flatMap((path) => {
    const chain = keysOfPath(path)
    const place = chain === undefined ? undefined : placeOfValue(projection, chain)
    return place === undefined || place.rest.length > 0 ? [] : [place.slot]
  })

/** Values that do not repeat and have a form of their own in the store: times, and ids of events and sessions. */
export const slotModes = (formats: readonly Format[], projection: Projection): ReadonlyMap<number, SlotMode> => {
  const modes = new Map<number, SlotMode>()
  const others = new Set<number>()
  const shapes = formats.flatMap(({ shapes: all }) => all).filter((shape): shape is JsonShape => shape.kind === 'json')
  for (const { fields, subjects = {} } of shapes) {
    const { time, id, session, ...rest } = fields
    if (time.syntax === 'iso') for (const slot of slotsOf(time.path, projection)) modes.set(slot, 'time')
    for (const slot of [...slotsOf(id, projection), ...slotsOf(session, projection)]) modes.set(slot, 'hashed')
    const repeating = [...Object.values(rest), ...Object.values(subjects).flatMap((subject) => Object.values(subject))]
    for (const slot of repeating.flatMap((field: Field) => slotsOf(field, projection))) others.add(slot)
  }
  // What one format takes for an id may be another's account: then it is read like any other value.
  return new Map([...modes].filter(([slot]) => !others.has(slot)))
}
