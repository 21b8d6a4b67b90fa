import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'
import { nameKey } from '../formats/generic/column-name.ts'
import { complain, complainUnknown } from '../i18n/complaint.ts'
import { parseCsv } from '../kernel/parse-csv.ts'
import { withoutGuard } from './bare-id.ts'
import { headerRow } from './header-row.ts'

/** One entry of a list of the organisation's: values by key, each as a list, and where it stands. */
export interface Entry {
  /** `file:line`, `file:line:column` */
  readonly at: string
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** What a list may say: its keys with the column names that mean them (spelling of `nameKey`), and the key of a bare line. */
export interface EntryShape {
  readonly option: string
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly bare: string
  /** YAML: key of the list of entries, and keys that stand beside it for all of them. */
  readonly list: string
  readonly beside: readonly string[]
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** What stands beside the list, by key. */
  readonly beside: ReadonlyMap<string, readonly string[]>
}

const keyOf = (name: string, { columns }: EntryShape): string | undefined => {
  const wanted = nameKey(name)
  return Object.keys(columns).find((key) => nameKey(key) === wanted || columns[key]?.includes(wanted) === true)
}

const fromTable = (text: string, path: string, shape: EntryShape): Entries => {
  const rows = parseCsv(text).filter(({ cells }) => cells[0]?.trimStart().startsWith('#') !== true)
  const header = headerRow(rows, (cell) => keyOf(cell, shape) !== undefined)
  const keys = rows[header]?.cells.map((name) => keyOf(name, shape)) ?? []
  const isNamed = header >= 0
  const [wide] = isNamed ? [] : rows.filter(({ cells }) => cells.length > 1)
  if (wide !== undefined)
    throw complain('complaint.list-columns', {
      option: shape.option,
      at: `${path}:${wide.line}`,
      known: Object.keys(shape.columns).join(', '),
    })
  const entries = rows.slice(header + 1).map(({ line, cells }): Entry => {
    const values = new Map<string, string[]>()
    cells.forEach((cell, index) => {
      const key = isNamed ? keys[index] : shape.bare
      const value = withoutGuard(cell.trim())
      if (key !== undefined && value !== '') values.set(key, [...(values.get(key) ?? []), value])
    })
    return { at: `${path}:${line}`, values }
  })
  return { entries: entries.filter(({ values }) => values.size > 0), beside: new Map() }
}

type At = (node: unknown) => string

const textsOf = (node: unknown, at: At, option: string): readonly string[] => {
  if (isScalar(node)) return node.value === null ? [] : [typeof node.source === 'string' ? node.source : String(node.value)]
  if (isSeq(node)) return node.items.flatMap((item) => textsOf(item, at, option))
  throw complain('complaint.list-value', { option, at: at(node) })
}

const entryOf = (node: unknown, at: At, shape: EntryShape): Entry => {
  if (isScalar(node)) return { at: at(node), values: new Map([[shape.bare, textsOf(node, at, shape.option)]]) }
  if (!isMap(node)) throw complain('complaint.list-value', { option: shape.option, at: at(node) })
  const values = new Map<string, readonly string[]>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const known = keyOf(name, shape)
    if (known === undefined) throw complainUnknown(`${shape.option}: ${at(key)}`, name, Object.keys(shape.columns))
    values.set(known, textsOf(value, at, shape.option))
  }
  return { at: at(node), values }
}

const fromYaml = (text: string, path: string, shape: EntryShape): Entries => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at: At = (node) => {
    const { line, col } = lines.linePos((node as Node | null)?.range?.[0] ?? 0)
    return `${path}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0])
    throw complain('complaint.yaml', { at: `${path}:${line}:${col}`, detail: broken.message.split(/ at line \d+|\n/, 1)[0] ?? '' })
  }
  const root: unknown = document.contents
  const beside = new Map<string, readonly string[]>()
  let list: unknown = root
  if (isMap(root)) {
    list = undefined
    for (const { key, value } of root.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (name === shape.list) list = value
      else if (shape.beside.includes(name)) beside.set(name, textsOf(value, at, shape.option))
      else throw complainUnknown(`${shape.option}: ${at(key)}`, name, [shape.list, ...shape.beside])
    }
  }
  if (!isSeq(list)) throw complain('complaint.list-missing', { option: shape.option, at: at(root), list: shape.list })
  return { entries: list.items.map((item) => entryOf(item, at, shape)), beside }
}

/** A list as YAML (by its file's ending), or as a table with column names, or as bare lines. A mistake is refused with its place. */
export const readEntries = (text: string, path: string, shape: EntryShape): Entries =>
  /\.ya?ml$/i.test(path) ? fromYaml(text, path, shape) : fromTable(text, path, shape)
