import { isPlain, type Plain } from './envelope.ts'

/**
 * DynamoDB's exports name the type of every value: `{"user":{"S":"alice"}}`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  S: (value) => value,
  N: (value) => value,
  B: (value) => value,
  BOOL: (value) => value,
  NULL: () => null,
  SS: (value) => value,
  NS: (value) => value,
  L: (value) => (Array.isArray(value) ? value.map(plainOf) : value),
  M: (value) => (isPlain(value) ? fromDynamo(value) : value),
}

const typeOf = (value: unknown): string | undefined => {
  const [type, ...others] = isPlain(value) ? Object.keys(value) : []
  return type !== undefined && others.length === 0 && Object.hasOwn(READERS, type) ? type : undefined
}

const plainOf = (value: unknown): unknown => {
  const type = typeOf(value)
  return type === undefined || !isPlain(value) ? value : READERS[type]?.(value[type])
}

/** Does every member name its type? */
export const isDynamo = (value: Plain): boolean => {
  const members = Object.values(value)
  return members.length > 0 && members.every((member) => typeOf(member) !== undefined)
}

/** The object without the types. */
export const fromDynamo = (value: Plain): Plain =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainOf(member)]))
