/** One stretch of addresses that one autonomous system announces; bounds are inclusive. */
export interface AsnRange {
  readonly first: bigint
  readonly last: bigint
  readonly system: number
  readonly name: string
}

const unquote = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)

/** A line of `asn-ipv{4,6}-num.csv`: `first,last,system,name`, addresses as decimal integers. Throws on anything else. */
const parseLine = (line: string): AsnRange => {
  const match = /^(\d+),(\d+),(\d+),(.*)$/.exec(line)
  if (!match) throw new Error(`not a line of an ASN table: ${line.slice(0, 80)}`)
  const [, first = '', last = '', system = '', name = ''] = match
  return { first: BigInt(first), last: BigInt(last), system: Number(system), name: unquote(name).trim() }
}

/** All ranges of a table, ascending. */
export const parseAsnCsv = (text: string): AsnRange[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(parseLine)
    .toSorted((a, b) => (a.first < b.first ? -1 : 1))
