import type { Field, FieldMap, Format, Guarded, Shape, SubjectFields } from '../../src/formats/define-format.ts'
import { allPathsOf } from '../../src/formats/field.ts'
import { code, table } from './markdown.ts'

/** Paths beyond these are counted only: name/value lists are looked for in many places. */
const MOST_PATHS = 5

const fieldEntries = (fields: FieldMap | SubjectFields): readonly (readonly [string, Field | Guarded])[] =>
  Object.entries(fields).flatMap(([name, field]): (readonly [string, Field | Guarded])[] => {
    if (field === undefined) return []
    return [[name, name === 'time' ? (fields as FieldMap).time.path : (field as Field | Guarded)]]
  })

const entriesOf = ({ fields, subjects = {} }: Shape): readonly (readonly [string, Field | Guarded])[] => [
  ...fieldEntries(fields),
  ...Object.values(subjects).flatMap(fieldEntries),
]

const pathText = (paths: readonly string[]): string => {
  const more = paths.length - MOST_PATHS
  return [...paths.slice(0, MOST_PATHS).map(code), ...(more > 0 ? [`… and ${more} more`] : [])].join(', ')
}

/** Every field that the format carries, and where it is read from (all shapes together). */
export const fieldTable = ({ shapes }: Format): string => {
  const places = new Map<string, Set<string>>()
  for (const [name, field] of shapes.flatMap(entriesOf)) {
    const known = places.get(name) ?? new Set()
    places.set(name, known)
    for (const path of allPathsOf(field)) known.add(path)
  }
  return table(
    ['Field', 'Read from'],
    [...places].map(([name, paths]) => [code(name), pathText([...paths])]),
  )
}

const recognisedBy = (shape: Shape): string => {
  if (shape.kind === 'csv') return `columns ${shape.signature.columns.map(code).join(', ')}`
  if (shape.kind === 'text') return 'the head of the line'
  const { has, any = [], is = {}, not = [], test } = shape.signature
  return [
    ...(has.length === 0 ? [] : [has.map(code).join(', ')]),
    ...any.map((alternatives) =>
      alternatives.length === 1 ? alternatives.map(code).join('') : `one of ${alternatives.map(code).join(', ')}`,
    ),
    ...Object.entries(is).map(([path, values]) => `${code(path)} is ${values.map(code).join(' or ')}`),
    ...(not.length === 0 ? [] : [`without ${not.map(code).join(', ')}`]),
    ...(test === undefined ? [] : ['values as this vendor writes them']),
  ].join('; ')
}

/** The shapes in which the format is exported. */
export const shapeTable = ({ shapes, unverified = [] }: Format): string =>
  table(
    ['Shape', 'Kind', 'Recognised by', 'Seen'],
    shapes.map((shape) => [
      code(shape.name),
      shape.kind,
      recognisedBy(shape),
      unverified.includes(shape.name) ? 'from documentation, unverified' : 'real logs',
    ]),
  )
