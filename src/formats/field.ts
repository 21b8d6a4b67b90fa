import type { Computed, Field, Path } from './define-format.ts'
import { presentText, rawText, type Getter } from './path.ts'

/** Reads one field of a record as text; undefined when nothing is there. */
export type TextReader = (record: unknown, item: unknown) => string | undefined
export type PathCompiler = (path: Path) => Getter

const firstPresent = (getters: readonly Getter[]): TextReader => {
  const [only] = getters
  if (only !== undefined && getters.length === 1) return (record, item) => presentText(only(record, item))
  return (record, item) => {
    for (const getter of getters) {
      const text = presentText(getter(record, item))
      if (text !== undefined) return text
    }
    return undefined
  }
}

/** A computed value; one of the same texts as before is not computed again, and most records are like the one before. */
const compute = (to: Computed['to'], getters: readonly Getter[]): TextReader => {
  const last: (string | undefined)[] = getters.map(() => undefined)
  let result = presentText(to(...last))
  return (record, item) => {
    let isNew = false
    for (let index = 0; index < getters.length; index += 1) {
      const text = rawText(getters[index]?.(record, item))
      if (text === last[index]) continue
      last[index] = text
      isNew = true
    }
    if (isNew) result = presentText(to(...last))
    return result
  }
}

/** The paths of a field that is paths and nothing else; undefined for a computed one. */
export const pathsOfField = (field: Field | undefined): readonly Path[] | undefined => {
  if (field === undefined || typeof field === 'string') return field === undefined ? undefined : [field]
  if ('to' in field) return field.cut === undefined ? undefined : [field.cut]
  return field
}

/** Compiles a declared field: alternatives, or a computed value over raw texts. */
export const compileField = (field: Field, compile: PathCompiler): TextReader => {
  if (typeof field === 'string') return firstPresent([compile(field)])
  if (!('to' in field)) return firstPresent(field.map(compile))
  const computed = compute(field.to, field.from.map(compile))
  if (field.cut === undefined) return computed
  const cut = firstPresent([compile(field.cut)])
  return (record, item) => cut(record, item) ?? computed(record, item)
}
