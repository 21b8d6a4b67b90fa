import type { KeyChain, Wanted, WantedElement } from '../input/projection.ts'
import type { Format, Path } from './define-format.ts'
import { flattenedNames } from './flattened-names.ts'
import { elementOfPath, holdsJson, isPlainPath, keysOfPath, listOfPath } from './path.ts'
import { askedBy, readBy, wholeOf } from './shape-paths.ts'

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
  const asked = shapes.flatMap((shape) => [...askedBy(shape), ...flattenedNames(shape)])
  const read = [...new Set([...shapes.flatMap(readBy), ...asked.filter((path) => !isPlainPath(path))])]
  const whole = chainsOf([...shapes.flatMap(wholeOf), ...read.filter(holdsJson)])
  const elements = read.map(elementAt).filter((element) => element !== undefined)
  const others = read.filter((path) => elementOfPath(path) === undefined)
  const lists = others.map(listOfPath).filter((list) => list !== undefined)
  const values = chainsOf(others.filter((path) => !holdsJson(path) && listOfPath(path) === undefined))
  const presence = chainsOf(asked.filter(isPlainPath))
  const isAll = [...whole, ...values, ...lists.map(({ chain }) => chain)].some((chain) => chain.length === 0)
  return isAll ? undefined : { whole, values, lists, elements, presence }
}
