import type { RawRecord } from '../../src/model/record.ts'

/** A fixture cut into records the plain way: no envelopes, no charsets; `rejects` are stretches that are no record. */
export interface Framed {
  readonly records: readonly RawRecord[]
  readonly rejects: number
}

const WHITE = /[\s,[\]]/

/** End of the object that starts at `from`, or -1 when it never ends. */
const endOfObject = (text: string, from: number): number => {
  let depth = 0
  let inString = false
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]
    if (inString) {
      if (char === '\\') at += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{') depth += 1
    else if (char === '}' && (depth -= 1) === 0) return at + 1
  }
  return -1
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

const frameJson = (text: string): Framed => {
  const records: RawRecord[] = []
  let rejects = 0
  let at = 0
  while (at < text.length) {
    if (WHITE.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const end = text[at] === '{' ? endOfObject(text, at) : -1
    const value = end < 0 ? undefined : parsed(text.slice(at, end))
    if (value === undefined) {
      rejects += 1
      const newline = text.indexOf('\n', at)
      at = newline < 0 || text[at] === '{' ? text.length : newline
      continue
    }
    records.push({ shape: 'json', value: value.value, header: undefined, line: lineOf(text, at), offset: at, length: end - at })
    at = end
  }
  return { records, rejects }
}

/** RFC 4180 cells by row; a quote that never closes makes the rest one cell. */
const csvRows = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') cell += text[(at += 1)]
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === delimiter) {
      row.push(cell)
      cell = ''
    } else if (char === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += char
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '')
}

const delimiterOf = (header: string): string =>
  [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best))

const frameCsv = (text: string): Framed => {
  const [head = [], ...rows] = csvRows(text, delimiterOf(text.split('\n')[0] ?? ''))
  const plain = head.map((name) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase())
  const named = plain.map((name, at) => {
    const before = plain.slice(0, at).filter((other) => other === name).length
    return before === 0 ? name : `${name}#${before + 1}`
  })
  // Event Viewer names no column for the message.
  const header = rows.length > 0 && rows[0]?.length === named.length + 1 ? [...named, ''] : named
  const whole = rows.filter((cells) => cells.length === header.length)
  const records = whole.map((value, index) => ({
    shape: 'csv' as const,
    value,
    header,
    line: index + 2,
    offset: index,
    length: value.join().length,
  }))
  return { records, rejects: rows.length - whole.length }
}

const frameText = (text: string): Framed => ({
  records: text
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .flatMap((value, index) =>
      value === '' ? [] : [{ shape: 'text' as const, value, header: undefined, line: index + 1, offset: index, length: value.length }],
    ),
  rejects: 0,
})

/** Cuts a fixture's text into records by its file name: `.json`, `.ndjson`, `.csv`, `.tsv`, anything else by line. */
export const frame = (name: string, text: string): Framed => {
  const body = text.replace(/^\uFEFF/, '')
  if (/\.(?:json|ndjson|jsonl)$/.test(name)) return frameJson(body)
  if (/\.(?:csv|tsv)$/.test(name)) return frameCsv(body)
  return frameText(body)
}
