import type { KeyChain, Wanted } from '../input/projection.ts'
import type { Format, JsonShape, Path } from './define-format.ts'
import { allPathsOf } from './field.ts'
import { holdsJson, isPlainPath, keysOfPath, listOfPath } from './path.ts'

/** Paths whose value may be an object of which any part is asked for: the list of `each`, what a `test` looks into. */
const wholeOf = ({ signature: { opens = [] }, each }: JsonShape): readonly Path[] => [...opens, ...(each === undefined ? [] : [each])]

const ofShape = ({ signature, fields, subjects = {}, classify, damage = [], repeat }: JsonShape): readonly Path[] => {
  const { time, ...others } = fields
  return [
    ...Object.keys(signature.is ?? {}),
    ...(signature.reads ?? []),
    ...allPathsOf(time.path),
    ...[...Object.values(others), ...Object.values(subjects).flatMap((subject) => Object.values(subject)), repeat].flatMap(allPathsOf),
    ...[...classify.by, ...damage].flatMap(allPathsOf),
  ]
}

/** Formats have most of their paths in common: each is taken once. */
const chainsOf = (paths: readonly Path[]): readonly KeyChain[] => [...new Set(paths)].map(keysOfPath).filter((chain) => chain !== undefined)

/** The keys of JSON records that these formats look at; undefined where one of them looks at whole records. */
export const neededKeys = (formats: readonly Format[]): Wanted | undefined => {
  const shapes = formats.flatMap((format) => format.shapes).filter((shape) => shape.kind === 'json')
  const asked = shapes.flatMap(({ signature: { has, any = [], not = [] } }) => [...has, ...any.flat(), ...not])
  const read = [...new Set([...shapes.flatMap(ofShape), ...asked.filter((path) => !isPlainPath(path))])]
  const whole = chainsOf([...shapes.flatMap(wholeOf), ...read.filter(holdsJson)])
  const lists = read.map(listOfPath).filter((list) => list !== undefined)
  const values = chainsOf(read.filter((path) => !holdsJson(path) && listOfPath(path) === undefined))
  const presence = chainsOf(asked.filter(isPlainPath))
  const isAll = [...whole, ...values, ...lists.map(({ chain }) => chain)].some((chain) => chain.length === 0)
  return isAll ? undefined : { whole, values, lists, presence }
}
