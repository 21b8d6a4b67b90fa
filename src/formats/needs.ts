import type { KeyChain, Wanted } from '../input/projected.ts'
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

/** Formats have most of their paths in common: each is taken once. */
const chainsOf = (paths: readonly Path[]): readonly KeyChain[] => [...new Set(paths)].map(keysOfPath).filter((chain) => chain !== undefined)

/** The keys of JSON records that these formats look at; undefined where one of them looks at whole records. */
export const neededKeys = (formats: readonly Format[]): Wanted | undefined => {
  const shapes = formats.flatMap((format) => format.shapes).filter((shape) => shape.kind === 'json')
  const asked = shapes.flatMap(({ signature: { has, any = [], not = [] } }) => [...has, ...any.flat(), ...not])
  const values = chainsOf([...shapes.flatMap(ofShape), ...asked.filter((path) => !isPlainPath(path))])
  const presence = chainsOf(asked.filter(isPlainPath))
  return values.some((chain) => chain.length === 0) ? undefined : { values, presence }
}
