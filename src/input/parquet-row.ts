import type { ParquetParsers } from 'hyparquet'

/** Units of a timestamp per second, and the digits behind the point that they make. */
const isoOf = (units: bigint, perSecond: bigint, digits: number): string => {
  const behind = ((units % perSecond) + perSecond) % perSecond
  const ms = Number((units - behind) / perSecond) * 1000
  // What no calendar holds stays the number that it is, and is rejected where it is read as a time.
  if (!(Math.abs(ms) <= 8.64e15)) return String(units)
  return new Date(ms).toISOString().replace('.000Z', `.${String(behind).padStart(digits, '0')}Z`)
}

/**
 * Timestamps keep their microseconds; Parquet's are UTC or, where the writer did not know, almost always UTC too.
 * https://parquet.apache.org/docs/file-format/types/logicaltypes/
 */
export const parquetParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (units) => isoOf(units, 1000n, 3),
  timestampFromMicroseconds: (units) => isoOf(units, 1_000_000n, 6),
  timestampFromNanoseconds: (units) => isoOf(units, 1_000_000_000n, 9),
}

/** A table has a cell for every column; a record only has what is there. */
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && Object.values(value).every(isNothing))

const asJson = (_key: string, value: unknown): unknown => {
  // Ids beyond 2^53 keep their digits as text.
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => !isNothing(inner)))
}

/** One row as JSON on one line. */
export const rowText = (row: Readonly<Record<string, unknown>>): string => JSON.stringify(row, asJson)
