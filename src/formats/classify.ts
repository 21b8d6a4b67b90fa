import type { Fate } from '../model/record.ts'
import type { Classification, Classified, Classifier } from './define-format.ts'
import { compileField, type PathCompiler } from './field.ts'
import { rawText } from './path.ts'

export type ClassifyResult =
  | { readonly classification: Classification; readonly code: string | undefined }
  | { readonly ignore: Fate }
  | { readonly reject: Fate }

export type Classify = (record: unknown, item: unknown) => ClassifyResult

/** Above this many distinct tuples a text field has slipped into the key: call directly instead of growing. */
const MEMO_LIMIT = 65_536

const present = (classified: Classified, values: readonly (string | undefined)[]): ClassifyResult => {
  if ('ignore' in classified) return { ignore: { fate: 'ignored', why: classified.ignore } }
  if ('reject' in classified) {
    const { reject: why, detail } = classified
    return { reject: detail === undefined ? { fate: 'rejected', why } : { fate: 'rejected', why, detail } }
  }
  const code = classified.code ?? (values.filter((value) => value !== undefined).join('/') || undefined)
  return { classification: classified, code }
}

type Read = (record: unknown, item: unknown) => string | undefined

const compileValue = (value: Classifier['by'][number], compile: PathCompiler): Read => {
  if (typeof value !== 'string') return compileField(value, compile)
  const getter = compile(value)
  return (record, item) => rawText(getter(record, item))
}

/** Compiles `classify`: called once per distinct tuple, then remembered. Results are shared objects: equal tuples, same object. */
export const compileClassifier = (classifier: Classifier, compile: PathCompiler): Classify => {
  const readers = classifier.by.map((value) => compileValue(value, compile))
  const memo = new Map<string, ClassifyResult>()
  const [only] = readers
  const keyOf = (values: readonly (string | undefined)[]): string => values.map((value) => value ?? '\u0001').join('\u0000')
  const decide = (key: string, values: readonly (string | undefined)[]): ClassifyResult => {
    const result = present(classifier.to(...values), values)
    if (memo.size < MEMO_LIMIT) memo.set(key, result)
    return result
  }
  if (only !== undefined && readers.length === 1) {
    return (record, item) => {
      const value = only(record, item)
      const key = value ?? '\u0001'
      return memo.get(key) ?? decide(key, [value])
    }
  }
  const last: (string | undefined)[] = readers.map(() => undefined)
  let result: ClassifyResult | undefined
  return (record, item) => {
    for (let index = 0; index < readers.length; index += 1) {
      const value = readers[index]?.(record, item)
      if (value === last[index]) continue
      last[index] = value
      result = undefined
    }
    if (result !== undefined) return result
    const values = last.slice()
    const key = keyOf(values)
    result = memo.get(key) ?? decide(key, values)
    return result
  }
}
