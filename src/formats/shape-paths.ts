import type { JsonShape, Path, Shape } from './define-format.ts'
import { allPathsOf } from './field.ts'

/** Paths whose value may be an object of which any part is asked for: the list of `each`, what a `test` looks into. */
export const wholeOf = ({ signature: { opens = [] }, each }: JsonShape): readonly Path[] => [
  ...opens,
  ...(each === undefined ? [] : [each]),
]

/** What fields, classification and the rest read: of any kind of shape. */
export const pathsOfFields = ({ fields, subjects = {}, classify, damage = [], repeat }: Shape): readonly Path[] => {
  const { time, ...others } = fields
  return [
    ...allPathsOf(time.path),
    ...[...Object.values(others), ...Object.values(subjects).flatMap((subject) => Object.values(subject)), repeat].flatMap(allPathsOf),
    ...[...classify.by, ...damage].flatMap(allPathsOf),
  ]
}

/** What it reads of records that it has taken for its own. */
export const readBy = (shape: JsonShape): readonly Path[] => [
  ...Object.keys(shape.signature.is ?? {}),
  ...(shape.signature.reads ?? []),
  ...pathsOfFields(shape),
]

/** What has to be there, or must not be. */
export const askedBy = ({ signature: { has, any = [], not = [] } }: JsonShape): readonly Path[] => [...has, ...any.flat(), ...not]

/** Everything that a shape looks at. */
export const pathsOfShape = (shape: JsonShape): readonly Path[] => [...askedBy(shape), ...wholeOf(shape), ...readBy(shape)]
