import { isPlain, type Plain } from './envelope.ts'

/**
 * DynamoDB's exports name the type of every value: `{"user":{"S":"alice"}}`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
const ATTRIBUTES: Readonly<Record<string, (value: unknown) => unknown>> = {
  S: (value) => value,
  N: (value) => value,
  B: (value) => value,
  BOOL: (value) => value,
  NULL: () => null,
  SS: (value) => value,
  NS: (value) => value,
  L: (value) => (Array.isArray(value) ? value.map(ofAttribute) : value),
  M: (value) => (isPlain(value) ? withoutTypes(value, ofAttribute) : value),
}

/** MongoDB's exports those that JSON has no type for. https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/ */
const EXTENDED: ReadonlySet<string> = new Set(['$oid', '$date', '$numberLong', '$numberInt', '$numberDouble', '$numberDecimal', '$uuid'])

/** The only key of an object. */
const onlyKey = (value: unknown): string | undefined => {
  const [key, ...others] = isPlain(value) ? Object.keys(value) : []
  return others.length === 0 ? key : undefined
}

const isAttribute = (value: unknown): value is Plain => Object.hasOwn(ATTRIBUTES, onlyKey(value) ?? '')
const isExtended = (value: unknown): value is Plain => EXTENDED.has(onlyKey(value) ?? '')

const ofAttribute = (value: unknown): unknown => {
  const type = onlyKey(value)
  return type !== undefined && isAttribute(value) ? ATTRIBUTES[type]?.(value[type]) : value
}

const ofExtended = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ofExtended)
  if (!isPlain(value)) return value
  return isExtended(value) ? ofExtended(value[onlyKey(value) ?? '']) : withoutTypes(value, ofExtended)
}

const withoutTypes = (value: Plain, plainOf: (member: unknown) => unknown): Plain =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainOf(member)]))

/** A record whose values have their types beside them, without these; undefined where none has one. */
export const withoutTypesOf = (value: Plain): Plain | undefined => {
  const members = Object.values(value)
  if (members.length > 0 && members.every(isAttribute)) return withoutTypes(value, ofAttribute)
  return members.some(isExtended) ? withoutTypes(value, ofExtended) : undefined
}
