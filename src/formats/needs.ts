import type { Wanted } from '../input/projected.ts'
import type { Field, Format, JsonShape, Path } from './define-format.ts'
import { isPlainPath, keysOfPath } from './path.ts'

const pathsOf = (field: Field | undefined): readonly Path[] => {
  if (field === undefined) return []
  if (typeof field === 'string') return [field]
  return 'to' in field ? field.from : field
}

const ofShape = ({ signature, fields, subjects = {}, classify, damage = [], repeat, each }: JsonShape): readonly Path[] => {
  const { time, ...others } = fields
  return [
    ...Object.keys(signature.is ?? {}),
    ...(signature.reads ?? []),
    ...pathsOf(time.path),
    ...[...Object.values(others), ...Object.values(subjects).flatMap((subject) => Object.values(subject)), repeat].flatMap(pathsOf),
    ...[...classify.by, ...damage].flatMap(pathsOf),
    ...(each === undefined ? [] : [each]),
  ]
}

/** The keys of JSON records that these formats look at; undefined where one of them looks at whole records. */
export const neededKeys = (formats: readonly Format[]): Wanted | undefined => {
  const shapes = formats.flatMap((format) => format.shapes).filter((shape) => shape.kind === 'json')
  const asked = shapes.flatMap(({ signature: { has, any = [], not = [] } }) => [...has, ...any.flat(), ...not])
  const values = [...shapes.flatMap(ofShape), ...asked.filter((path) => !isPlainPath(path))]
    .map(keysOfPath)
    .filter((chain) => chain !== undefined)
  const presence = asked
    .filter(isPlainPath)
    .map(keysOfPath)
    .filter((chain) => chain !== undefined)
  return values.some((chain) => chain.length === 0) ? undefined : { values, presence }
}
