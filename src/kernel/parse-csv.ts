const DELIMITERS = [',', ';', '\t'] as const

/** The delimiter that the first line uses most. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, text.search(/\r?\n|$/))
  const uses = (delimiter: string): number => head.split(delimiter).length
  return DELIMITERS.toSorted((left, right) => uses(right) - uses(left))[0] ?? ','
}

/** One row of a table with the line on which it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A CSV file that a person or a spreadsheet wrote: BOM, `, ; \t`, CRLF, quoted line breaks (RFC 4180). Empty lines are no rows. */
export const parseCsv = (text: string): readonly CsvRow[] => {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = delimiterOf(body)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [at, line, begun] = [0, 1, 1]
  const plainEnd = new RegExp(`[${delimiter}\\n]`, 'g')
  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells })
    cells = []
  }
  while (at < body.length) {
    let value = ''
    if (body[at] === '"') {
      let end = body.indexOf('"', at + 1)
      while (end >= 0 && body[end + 1] === '"') end = body.indexOf('"', end + 2)
      if (end < 0) end = body.length
      value = body.slice(at + 1, end).replaceAll('""', '"')
      line += value.split('\n').length - 1
      at = end + 1
    }
    plainEnd.lastIndex = at
    const stop = plainEnd.exec(body)?.index ?? body.length
    value += body.slice(at, stop).replace(/\r$/, '')
    cells.push(value)
    if (body[stop] !== delimiter) {
      endRow()
      line += 1
      begun = line
    } else if (stop === body.length - 1) cells.push('')
    at = stop + 1
  }
  if (cells.length > 0) endRow()
  return rows
}
