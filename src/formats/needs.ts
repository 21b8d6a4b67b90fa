import type { KeyChain, Wanted } from '../input/projected.ts'
import type { Format, JsonShape, Path } from './define-format.ts'
import { allPathsOf } from './field.ts'
import { isPlainPath, keysOfPath, listOfPath } from './path.ts'

const ofShape = ({ signature, fields, subjects = {}, classify, damage = [], repeat, each }: JsonShape): readonly Path[] => {
  const { time, ...others } = fields
  return [
    ...Object.keys(signature.is ?? {}),
    ...(signature.reads ?? []),
    ...allPathsOf(time.path),
    ...[...Object.values(others), ...Object.values(subjects).flatMap((subject) => Object.values(subject)), repeat].flatMap(allPathsOf),
    ...[...classify.by, ...damage].flatMap(allPathsOf),
    ...(each === undefined ? [] : [each]),
  ]
}

/** Formats have most of their paths in common: each is taken once. */
const chainsOf = (paths: readonly Path[]): readonly KeyChain[] => [...new Set(paths)].map(keysOfPath).filter((chain) => chain !== undefined)

/** The keys of JSON records that these formats look at; undefined where one of them looks at whole records. */
export const neededKeys = (formats: readonly Format[]): Wanted | undefined => {
  const shapes = formats.flatMap((format) => format.shapes).filter((shape) => shape.kind === 'json')
  const asked = shapes.flatMap(({ signature: { has, any = [], not = [] } }) => [...has, ...any.flat(), ...not])
  const paths = new Set([...shapes.flatMap(ofShape), ...asked.filter((path) => !isPlainPath(path))])
  const lists = [...paths].map(listOfPath).filter((list) => list !== undefined)
  const values = chainsOf([...paths].filter((path) => listOfPath(path) === undefined))
  const presence = chainsOf(asked.filter(isPlainPath))
  const isWhole = [...values, ...lists.map(({ chain }) => chain)].some((chain) => chain.length === 0)
  return isWhole ? undefined : { values, lists, presence }
}
