import type { KeyChain, Wanted, WantedElement } from '../input/projection.ts'
import type { Format, JsonShape, Path, Shape } from './define-format.ts'
import { allPathsOf } from './field.ts'
import { elementOfPath, holdsJson, isPlainPath, keysOfPath, listOfPath } from './path.ts'

/** Paths whose value may be an object of which any part is asked for: the list of `each`, what a `test` looks into. */
const wholeOf = ({ signature: { opens = [] }, each }: JsonShape): readonly Path[] => [...opens, ...(each === undefined ? [] : [each])]

/** What fields, classification and the rest read: of any kind of shape. */
export const pathsOfFields = ({ fields, subjects = {}, classify, damage = [], repeat }: Shape): readonly Path[] => {
  const { time, ...others } = fields
  return [
    ...allPathsOf(time.path),
    ...[...Object.values(others), ...Object.values(subjects).flatMap((subject) => Object.values(subject)), repeat].flatMap(allPathsOf),
    ...[...classify.by, ...damage].flatMap(allPathsOf),
  ]
}

const ofShape = (shape: JsonShape): readonly Path[] => [
  ...Object.keys(shape.signature.is ?? {}),
  ...(shape.signature.reads ?? []),
  ...pathsOfFields(shape),
]

const askedBy = ({ signature: { has, any = [], not = [] } }: JsonShape): readonly Path[] => [...has, ...any.flat(), ...not]

/** Everything that a shape looks at. */
export const pathsOfShape = (shape: JsonShape): readonly Path[] => [...askedBy(shape), ...wholeOf(shape), ...ofShape(shape)]

/** Formats have most of their paths in common: each is taken once. */
const chainsOf = (paths: readonly Path[]): readonly KeyChain[] => [...new Set(paths)].map(keysOfPath).filter((chain) => chain !== undefined)

const elementAt = (path: Path): WantedElement | undefined => {
  const chain = elementOfPath(path)
  const otherwise = chain === undefined ? undefined : (listOfPath(path) ?? keysOfPath(path))
  return chain === undefined || otherwise === undefined ? undefined : { chain, otherwise }
}

/** The keys of JSON records that these formats look at; undefined where one of them looks at whole records. */
export const neededKeys = (formats: readonly Format[]): Wanted | undefined => {
  const shapes = formats.flatMap((format) => format.shapes).filter((shape) => shape.kind === 'json')
  const asked = shapes.flatMap(askedBy)
  const read = [...new Set([...shapes.flatMap(ofShape), ...asked.filter((path) => !isPlainPath(path))])]
  const whole = chainsOf([...shapes.flatMap(wholeOf), ...read.filter(holdsJson)])
  const elements = read.map(elementAt).filter((element) => element !== undefined)
  const others = read.filter((path) => elementOfPath(path) === undefined)
  const lists = others.map(listOfPath).filter((list) => list !== undefined)
  const values = chainsOf(others.filter((path) => !holdsJson(path) && listOfPath(path) === undefined))
  const presence = chainsOf(asked.filter(isPlainPath))
  const isAll = [...whole, ...values, ...lists.map(({ chain }) => chain)].some((chain) => chain.length === 0)
  return isAll ? undefined : { whole, values, lists, elements, presence }
}
