import type { TableModes } from '../input/table-plan.ts'
import type { SlotMode } from '../model/line-plan.ts'
import { placeOfValue, type Projection } from '../input/projection.ts'
import type { CsvShape, Field, FieldMap, Format, Guarded, JsonShape, Path, SubjectFields, TimeSyntax } from './define-format.ts'
import { valuePathsOf } from './field.ts'
import { isPlainIn, isPlainPath, keysOfPath } from './path.ts'

const slotsOfPath = (path: Path, projection: Projection): readonly number[] => {
  const chain = isPlainPath(path) ? keysOfPath(path) : undefined
  const place = chain === undefined ? undefined : placeOfValue(projection, chain)
  return place === undefined || place.rest.length > 0 ? [] : [place.slot]
}

/** The slots of a field, of which one that is computed has none. Formats have most of their paths in common: each is looked up once. */
const slotFinder = (projection: Projection): ((field: Field | Guarded | undefined) => readonly number[]) => {
  const known = new Map<Path, readonly number[]>()
  const slotsOf = (path: Path): readonly number[] => {
    const slots = known.get(path) ?? slotsOfPath(path, projection)
    known.set(path, slots)
    return slots
  }
  return (field) => valuePathsOf(field).flatMap(slotsOf)
}

/** Syntaxes of times that the scanner may read (order/row-times.ts). */
const SCANNED: ReadonlySet<TimeSyntax> = new Set(['iso', 'epoch', 'any', 'clf', 'rfc3164', 'ctime'])

/** Values that do not repeat and have a form of their own in the store: times, and ids of events and sessions. */
export const slotModes = (formats: readonly Format[], projection: Projection): ReadonlyMap<number, SlotMode> => {
  const slotsOf = slotFinder(projection)
  const modes = new Map<number, SlotMode>()
  const others = new Set<number>()
  const shapes = formats.flatMap(({ shapes: all }) => all).filter((shape): shape is JsonShape => shape.kind === 'json')
  for (const { fields, subjects = {} } of shapes) {
    const { time, id, session, ...rest } = fields
    if (SCANNED.has(time.syntax)) for (const slot of slotsOf(time.path)) modes.set(slot, 'time')
    slotsOf(id).forEach((slot, index) => {
      if (index === 0 || !modes.has(slot)) modes.set(slot, index === 0 ? 'id' : 'other-id')
    })
    for (const slot of slotsOf(session)) modes.set(slot, 'hashed')
    const repeating = [...Object.values(rest), ...Object.values(subjects).flatMap((subject) => Object.values(subject))]
    for (const slot of repeating.flatMap(slotsOf)) others.add(slot)
  }
  // What one format takes for an id may be another's account: then it is read like any other value.
  return new Map([...modes].filter(([slot]) => !others.has(slot)))
}

const columnsOf = (field: Field | Guarded | undefined): readonly string[] =>
  valuePathsOf(field)
    .filter((path) => isPlainIn('csv', path))
    .map((path) => path.toLowerCase())

const modesOfTable = ({ fields, subjects = {} }: CsvShape): ReadonlyMap<string, SlotMode> => {
  const { time, id, session, ...rest } = fields
  const modes = new Map<string, SlotMode>()
  if (SCANNED.has(time.syntax)) for (const column of columnsOf(time.path)) modes.set(column, 'time')
  for (const column of [...columnsOf(id), ...columnsOf(session)]) modes.set(column, 'hashed')
  const others: readonly (Partial<FieldMap> | SubjectFields)[] = [rest, ...Object.values(subjects)]
  for (const column of others.flatMap((each) => Object.values(each)).flatMap((field: Field) => columnsOf(field))) modes.delete(column)
  return modes
}

/** The same by the names of columns, for each kind of table that these formats know. */
export const tableModes = (formats: readonly Format[]): readonly TableModes[] =>
  formats
    .flatMap(({ shapes }) => shapes)
    .filter((shape): shape is CsvShape => shape.kind === 'csv')
    .map((shape) => ({ not: [], ...shape.signature, modes: modesOfTable(shape) }))
