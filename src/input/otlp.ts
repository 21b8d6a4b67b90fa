import { isPlain, type Plain } from './envelope.ts'

const SCALARS = ['stringValue', 'boolValue', 'intValue', 'doubleValue'] as const

const listIn = (value: unknown): readonly unknown[] => (isPlain(value) && Array.isArray(value['values']) ? value['values'] : [])

/** An `AnyValue` as plain JSON: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
const plainOf = (value: unknown): unknown => {
  if (!isPlain(value)) return undefined
  if (value['kvlistValue'] !== undefined) return otlpObject(value)
  if (value['arrayValue'] !== undefined) return listIn(value['arrayValue']).map(plainOf)
  return SCALARS.map((kind) => value[kind]).find((found) => found !== undefined)
}

/** The object that a record's body is, where it is one. */
export const otlpObject = (body: unknown): Plain | undefined =>
  isPlain(body) && body['kvlistValue'] !== undefined
    ? Object.fromEntries(
        listIn(body['kvlistValue']).flatMap((pair) => (isPlain(pair) ? [[String(pair['key']), plainOf(pair['value'])]] : [])),
      )
    : undefined
