import { ProjectedRecord } from '../input/projected.ts'
import type { Path } from './define-format.ts'
import type { PathCompiler } from './field.ts'
import { compileJsonPath } from './path.ts'

/** The elements of what `each` names; a value that is no list is its only one. */
export const itemsOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : list === undefined ? [] : [list])

/** The id of an element's event. */
export const idOfItem = (id: string, index: number): string => `${id}#${index}`

/** Compiles paths into an element of `each`; of part-read records, which are read by the batch, into the only one. */
export const compileItemPath = (each: Path): PathCompiler => {
  const list = compileJsonPath(each)
  return (path) => {
    const getter = compileJsonPath(path)
    if (!path.startsWith('*')) return getter
    return (record, item) =>
      getter(record, item === undefined && record instanceof ProjectedRecord ? itemsOf(list(record, undefined))[0] : item)
  }
}
