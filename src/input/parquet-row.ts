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

const membersOf = (value: object): string | undefined => {
  let members = ''
  for (const name of Object.keys(value)) {
    const text = jsonOf((value as Readonly<Record<string, unknown>>)[name])
    if (text !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${text}`
  }
  return members === '' ? undefined : `{${members}}`
}

/**
 * A cell as JSON; undefined where nothing is in it. A table has a cell for every column, and a structure every member, but
 * a record only has what is there.
 */
const jsonOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  // Ids beyond 2^53 keep their digits as text.
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? String(value) : `"${value}"`
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return `[${value.map((element) => jsonOf(element) ?? 'null').join(',')}]`
  if (value instanceof Uint8Array) return `"${Buffer.from(value).toString('hex')}"`
  return value instanceof Date ? JSON.stringify(value) : membersOf(value)
}

/** A column's cells as texts of JSON; undefined where there is nothing. */
export interface TextColumn {
  /** `"name":` */
  readonly key: string
  readonly cells: readonly (string | undefined)[]
}

/** Texts that a column has had before are kept once, as far as so many different ones go. */
const MOST_KNOWN = 65_536

export const textColumn = (name: string, values: ArrayLike<unknown>): TextColumn => {
  const known = new Map<string, string>()
  const cells = Array.from(values, (value) => {
    const text = jsonOf(value)
    if (text === undefined) return undefined
    const before = known.get(text)
    if (before === undefined && known.size < MOST_KNOWN) known.set(text, text)
    return before ?? text
  })
  return { key: `${JSON.stringify(name)}:`, cells }
}

/** Rows as JSON, one a line. */
export const linesOf = (columns: readonly TextColumn[], from: number, to: number): string => {
  const lines: string[] = []
  for (let row = from; row < to; row++) {
    const members: string[] = []
    for (const { key, cells } of columns) {
      const text = cells[row]
      if (text !== undefined) members.push(key + text)
    }
    lines.push(`{${members.join(',')}}\n`)
  }
  return lines.join('')
}
