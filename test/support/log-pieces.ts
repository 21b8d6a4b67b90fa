/** A log cut into records, and how a log is put together again from some of them. */
export interface LogPieces {
  readonly records: readonly string[]
  readonly join: (records: readonly string[]) => string
  /** For tables: the same without the header. */
  readonly joinBare?: (records: readonly string[]) => string
}

const OPEN = /[[{]/
const CLOSE = /[\]}]/

/** End of the JSON value that opens at `from`. */
const endOfValue = (text: string, from: number): number => {
  let depth = 0
  let inString = false
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (inString) {
      if (char === '\\') at += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (OPEN.test(char)) depth += 1
    else if (CLOSE.test(char) && (depth -= 1) === 0) return at + 1
  }
  throw new Error(`JSON that never ends, from ${from}`)
}

/** Objects from `from` up to the bracket that closes their array, or to the end; numbers keep their digits. */
const objectsFrom = (text: string, from: number): { readonly records: readonly string[]; readonly end: number } => {
  const records: string[] = []
  let at = from
  for (; at < text.length && text[at] !== ']'; at += 1) {
    if (text[at] !== '{') continue
    const end = endOfValue(text, at)
    records.push(text.slice(at, end))
    at = end - 1
  }
  return { records, end: at }
}

const isOneValue = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const cutJson = (text: string): LogPieces => {
  const isArray =
    isOneValue(text) &&
    (text.trimStart().startsWith('[') || /^\s*\{\s*"(?:Records|records|value|items|events|Events|AuthEvents)"\s*:\s*\[/.test(text))
  const from = isArray ? text.indexOf('[') + 1 : 0
  const { records, end } = objectsFrom(text, from)
  if (!isArray) return { records, join: (some) => some.map((record) => `${record}\n`).join('') }
  return { records, join: (some) => `${text.slice(0, from)}${some.join(',\n')}${text.slice(end)}` }
}

/** Rows with their line ends; a newline inside quotes is part of its row. */
const rowsOf = (text: string): readonly string[] => {
  const rows: string[] = []
  let from = 0
  let inQuotes = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') inQuotes = !inQuotes
    if (text[at] !== '\n' || inQuotes) continue
    rows.push(text.slice(from, at + 1))
    from = at + 1
  }
  return from < text.length ? [...rows, `${text.slice(from)}\n`] : rows
}

const cutCsv = (text: string): LogPieces => {
  const [header = '', ...records] = rowsOf(text.replace(/^\uFEFF/, ''))
  return { records, join: (some) => header + some.join(''), joinBare: (some) => some.join('') }
}

/** Cuts a log by its name: `.json`, `.ndjson`, `.jsonl` into objects, `.csv` into rows, anything else into lines. */
export const cutLog = (name: string, text: string): LogPieces => {
  if (/\.(?:json|ndjson|jsonl)$/.test(name)) return cutJson(text)
  if (name.endsWith('.csv')) return cutCsv(text)
  return { records: rowsOf(text), join: (some) => some.join('') }
}
