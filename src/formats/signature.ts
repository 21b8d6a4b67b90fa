import type { CsvShape, JsonShape } from './define-format.ts'
import { compileJsonPath, rawText } from './path.ts'

/** Is this parsed JSON record unmistakably of this shape? */
export const compileJsonSignature = (shape: JsonShape): ((record: unknown) => boolean) => {
  const { has, any = [], is = {}, not = [], test } = shape.signature
  const required = has.map(compileJsonPath)
  const alternatives = any.map((paths) => paths.map(compileJsonPath))
  const equals = Object.entries(is).map(([path, values]) => [compileJsonPath(path), new Set(values)] as const)
  const forbidden = not.map(compileJsonPath)
  const isThere = (value: unknown): boolean => value !== undefined
  return (record) =>
    typeof record === 'object' &&
    record !== null &&
    !Array.isArray(record) &&
    required.every((getter) => isThere(getter(record, undefined))) &&
    alternatives.every((getters) => getters.some((getter) => isThere(getter(record, undefined)))) &&
    equals.every(([getter, values]) => values.has(rawText(getter(record, undefined)) ?? '')) &&
    !forbidden.some((getter) => isThere(getter(record, undefined))) &&
    (test === undefined || test(record as Readonly<Record<string, unknown>>))
}

/** Does this normalised header belong to this shape? */
export const matchesHeader = (shape: CsvShape, header: readonly string[]): boolean =>
  shape.signature.columns.every((column) => header.includes(column)) &&
  !(shape.signature.not ?? []).some((column) => header.includes(column))
