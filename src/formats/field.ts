import type { Computed, Field, Guarded, Looked, Path } from './define-format.ts'
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

/** A value computed from what is looked at, record by record. */
const lookedUp = ({ look }: Looked, getters: readonly Getter[]): TextReader => {
  let [ofRecord, ofItem]: unknown[] = []
  const read = (at: number): string | undefined => rawText(getters[at]?.(ofRecord, ofItem))
  return (record, item) => {
    ofRecord = record
    ofItem = item
    return presentText(look(read))
  }
}

/** All paths that a field may look at. */
export const allPathsOf = (field: Field | Guarded | undefined): readonly Path[] => {
  if (field === undefined) return []
  if (typeof field === 'string') return [field]
  if ('first' in field) return [...field.first, ...field.when.from]
  return 'from' in field ? field.from : field
}

/** The paths of a field that is paths and nothing else; undefined for one that is computed or guarded. */
export const pathsOfField = (field: Field | Guarded | undefined): readonly Path[] | undefined => {
  if (field === undefined || typeof field === 'string') return field === undefined ? undefined : [field]
  if ('first' in field) return undefined
  if ('look' in field) return undefined
  if ('to' in field) return field.cut === undefined ? undefined : [field.cut]
  return field
}

export const isGuarded = (field: Field | Guarded | undefined): field is Guarded => typeof field === 'object' && 'first' in field

/** Where the values of a field stand as they are, be it in some records only; of one that is computed nowhere. */
export const valuePathsOf = (field: Field | Guarded | undefined): readonly Path[] => {
  if (isGuarded(field)) return field.first
  return (typeof field === 'object' && 'to' in field && field.keeps ? field.from : pathsOfField(field)) ?? []
}

/** Compiles a declared field: alternatives, guarded or not, or a computed value over raw texts. */
export const compileField = (field: Field | Guarded, compile: PathCompiler): TextReader => {
  if (typeof field === 'string') return firstPresent([compile(field)])
  if ('first' in field) {
    const [when, first] = [compileField(field.when, compile), firstPresent(field.first.map(compile))]
    return (record, item) => (when(record, item) === undefined ? undefined : first(record, item))
  }
  if ('look' in field) return lookedUp(field, field.from.map(compile))
  if (!('to' in field)) return firstPresent(field.map(compile))
  const computed = compute(field.to, field.from.map(compile))
  if (field.cut === undefined) return computed
  const cut = firstPresent([compile(field.cut)])
  return (record, item) => cut(record, item) ?? computed(record, item)
}

const nothing: TextReader = () => undefined

/** A field that a shape need not have: nothing is read where it does not. */
export const compileOptional = (field: Field | Guarded | undefined, compile: PathCompiler): TextReader =>
  field === undefined ? nothing : compileField(field, compile)
