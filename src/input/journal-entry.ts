// Entries of the systemd journal as `journalctl -o export` and `-o verbose` write them: https://systemd.io/JOURNAL_EXPORT_FORMATS/

const NEWLINE = 10
const RETURN = 13
const EQUALS = 61
const LENGTH_BYTES = 8

/** Lines of journalctl's own may stand above the first entry. */
const EXPORT_HEAD = /^(?:-- [^\n]*\n)*__CURSOR=[^\n]*\n__REALTIME_TIMESTAMP=\d/
const VERBOSE_HEAD = /^(?:-- [^\n]*\n)*[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6} \S{1,40} \[s=[0-9a-f]+;/

/** How the journal was written out, if this is its beginning. */
export const journalOf = (head: Buffer): 'export' | 'verbose' | undefined => {
  const text = head.toString('latin1', 0, 4096)
  if (EXPORT_HEAD.test(text)) return 'export'
  return VERBOSE_HEAD.test(text) ? 'verbose' : undefined
}

/** Does a blank line begin here? */
export const isBlankLine = (bytes: Buffer, at: number): boolean =>
  bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] === NEWLINE)

interface Field {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly next: number
}

const NAME = /^[A-Z0-9_]{1,64}$/

/**
 * The field of an export that begins here: `NAME=value`, or, of a value that is no line of text, the name, its length and the bytes,
 * in which anything may stand, a blank line too. more: it goes on behind these bytes.
 */
export const fieldAt = (bytes: Buffer, at: number): Field | 'more' | 'broken' => {
  const newline = bytes.indexOf(NEWLINE, at)
  const lineEnd = newline < 0 ? bytes.length : newline
  const equals = bytes.subarray(at, lineEnd).indexOf(EQUALS)
  const name = bytes.toString('latin1', at, equals < 0 ? lineEnd : at + equals)
  if (newline >= 0 || equals >= 0 ? !NAME.test(name) : name.length > 64) return 'broken'
  if (newline < 0) return 'more'
  if (equals >= 0) return { name, from: at + equals + 1, to: bytes[newline - 1] === RETURN ? newline - 1 : newline, next: newline + 1 }
  const from = newline + 1 + LENGTH_BYTES
  if (bytes.length < from) return 'more'
  const to = from + Number(bytes.readBigUInt64LE(newline + 1))
  if (bytes.length <= to) return 'more'
  return bytes[to] === NEWLINE ? { name, from, to, next: to + 1 } : 'broken'
}

type Entry = Readonly<Record<string, string | readonly string[]>>

/** What is there several times is a list, as `-o json` writes it. */
const entryOf = (fields: readonly (readonly [name: string, value: string])[]): Entry =>
  Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, all]) => [
      name,
      all.length === 1 ? (all[0]?.[1] ?? '') : all.map(([, value]) => value),
    ]),
  )

const exportEntry = (bytes: Buffer): Entry | undefined => {
  const whole = bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Buffer.from('\n')])
  const fields: (readonly [string, string])[] = []
  for (let at = 0; at < whole.length;) {
    const field = fieldAt(whole, at)
    if (typeof field === 'string') return undefined
    fields.push([field.name, whole.toString('utf8', field.from, field.to)])
    at = field.next
  }
  return entryOf(fields)
}

const HEADER = /^[^\n[]{1,80}\[(?<cursor>[^\]\n]{1,300})\]\r?$/
const TIME = /(?:^|;)t=(?<hex>[0-9a-f]{1,15})(?:;|$)/
const SHOWN_FIELD = /^ {4}(?<name>[A-Z0-9_]{1,64})=(?<value>[^]*)$/

/** Lines that go on stand further to the right than names do. */
const verboseEntry = (text: string): Entry | undefined => {
  const [head = '', ...lines] = text.split('\n')
  const cursor = HEADER.exec(head)?.groups?.['cursor']
  const hex = TIME.exec(cursor ?? '')?.groups?.['hex']
  if (cursor === undefined || hex === undefined) return undefined
  const fields: [string, string][] = [
    ['__CURSOR', cursor],
    ['__REALTIME_TIMESTAMP', String(Number.parseInt(hex, 16))],
  ]
  for (const line of lines) {
    const shown = SHOWN_FIELD.exec(line.replace(/\r$/, ''))?.groups
    const last = fields.at(-1)
    if (shown !== undefined) fields.push([shown['name'] ?? '', shown['value'] ?? ''])
    else if (last !== undefined) last[1] += `\n${line.trim()}`
  }
  return entryOf(fields)
}

/** The entry that these bytes are, as `-o json` would write it; undefined: they are none. */
export const journalEntry = (bytes: Buffer): Entry | undefined => {
  const kind = journalOf(bytes)
  if (kind === undefined) return undefined
  return kind === 'export' ? exportEntry(bytes) : verboseEntry(bytes.toString('utf8').trimEnd())
}
