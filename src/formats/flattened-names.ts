import type { JsonShape, Path } from './define-format.ts'
import { elementOfPath, isPlainPath, keysOfPath, listOfPath } from './path.ts'
import { isPosition } from '../input/projection.ts'
import { pathsOfFields } from './shape-paths.ts'

/** How an exporter that writes `Actor.0.ID` for `Actor[0].ID` names the first element: by a number, in brackets, or all of them at once. */
const FIRST_ELEMENTS = ['.0', '[0]', '{}'] as const

/** What is read out of a text may stand there as an object, and have been flattened like any other. */
const withoutCall = (path: Path): Path => path.replace(/^json\(([^)]*)\)/, '$1')

const namesOf = (path: Path): readonly string[] => {
  const chain = keysOfPath(path)?.join('.')
  if (chain === undefined || chain === '') return []
  if (isPlainPath(path)) return [chain]
  return FIRST_ELEMENTS.map((element) => [`${chain}${element}`, ...behindElement(path)].join('.'))
}

/** The names behind the first element that a path leads into, up to the next one. */
const behindElement = (path: Path): readonly string[] => {
  const elements = elementOfPath(path)
  if (elements === undefined) return listOfPath(path)?.members.slice(0, 1) ?? []
  const behind = elements.slice(elements.findIndex(isPosition) + 1)
  const next = behind.findIndex(isPosition)
  return next < 0 ? behind : behind.slice(0, next)
}

const isTop = (path: Path): boolean => isPlainPath(path) && keysOfPath(path)?.length === 1
const quoted = (name: string): Path => `'${name}'`

/** Is there anything by which a record of this kind is known that flattening it would move? */
const isKnownByItsTop = ({ signature: { has, any = [], is = {} } }: JsonShape): boolean =>
  [...has, ...Object.keys(is)].every(isTop) && any.every((paths) => paths.some(isTop))

/**
 * Where a shape is known by names at the top of a record, the names that tell that the rest of it was flattened: what the shape looks for
 * would be missing from such a record, and half of it be read as if it were all.
 */
export const flattenedNames = (shape: JsonShape): readonly Path[] => {
  if (!isKnownByItsTop(shape)) return []
  const paths = [...pathsOfFields(shape), ...(shape.signature.not ?? [])]
  const own = new Set(paths)
  const names = new Set(paths.map(withoutCall).flatMap((path) => (isTop(path) ? [] : namesOf(path))))
  return [...names].map(quoted).filter((name) => !own.has(name))
}
