import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { code, list, table } from './markdown.ts'
import { ROOT } from './run-cli.ts'
import { compareKeys } from '../../src/kernel/text-order.ts'

/** One exported table of a format's `*codes.ts`, with the comment above it. */
interface CodeTable {
  readonly name: string
  readonly comment: string
  readonly rows: readonly CodeRow[]
}

interface CodeRow {
  readonly key: string
  /** Of a set: none. */
  readonly value: unknown
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A table within a table is one table with longer keys. */
const flatten = (value: Plain, prefix = ''): CodeRow[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    isPlain(inner) && Object.values(inner).some(isPlain) ? flatten(inner, `${prefix}${key} › `) : [{ key: prefix + key, value: inner }],
  )

const rowsOf = (value: unknown): readonly CodeRow[] => {
  if (value instanceof Set) return [...value].map((key) => ({ key: String(key), value: undefined }))
  return isPlain(value) && !(value instanceof Map) ? flatten(value) : []
}

/** The comment that stands above an exported name; followed into the file that it is re-exported from. */
const commentAbove = (file: string, name: string): string => {
  const source = readFileSync(file, 'utf8')
  const above = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export const ${name}\\b`).exec(source)?.[1]
  if (above !== undefined) return above.replaceAll(/^\s*\*? ?/gm, '').trim()
  const from = new RegExp(`export \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(source)?.[1]
  return from === undefined ? '' : commentAbove(join(dirname(file), from), name)
}

/** Every table that a format's `*codes.ts` files export. */
const codeTables = async (id: string): Promise<readonly CodeTable[]> => {
  const folder = join(ROOT, 'src/formats', id)
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('codes.ts'))
        .sort()
    : []
  const tables: CodeTable[] = []
  for (const file of files) {
    const path = join(folder, file)
    const exported = (await import(pathToFileURL(path).href)) as Plain
    // Loaders differ in the order of a module's names: Node sorts them, test runners may not.
    for (const [name, value] of Object.entries(exported).toSorted(compareKeys)) {
      const rows = rowsOf(value)
      if (rows.length > 0) tables.push({ name, comment: commentAbove(path, name), rows })
    }
  }
  return tables
}

const COLUMNS = ['action', 'outcome', 'reason', 'accountKnown'] as const
const KNOWN: Readonly<Record<string, string>> = { true: 'exists', false: 'does not exist' }

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const meaning = (value: unknown): readonly string[] => {
  if (!isPlain(value)) return ['', '', '', '', value === undefined ? '' : text(value)]
  if (typeof value['ignore'] === 'string') return ['', '', '', '', `ignored: ${value['ignore']}`]
  const [action, outcome, reason, accountKnown] = COLUMNS.map((name) => (value[name] === undefined ? '' : text(value[name])))
  const rest = Object.entries(value).filter(([name]) => !COLUMNS.some((column) => column === name) && name !== 'code')
  return [
    action ?? '',
    outcome ?? '',
    reason ?? '',
    KNOWN[accountKnown ?? ''] ?? '',
    rest.map(([name, inner]) => `${name}: ${text(inner)}`).join(', '),
  ]
}

const isSetOfNames = ({ rows }: CodeTable): boolean => rows.every(({ value }) => value === undefined)

const section = (found: CodeTable): string => {
  const body = isSetOfNames(found)
    ? list(found.rows.map(({ key }) => code(key)))
    : table(
        ['Code', 'Action', 'Outcome', 'Reason', 'Account', found.rows.every(({ value }) => !isPlain(value)) ? 'Meaning' : 'Else'],
        found.rows.map(({ key, value }) => [code(key), ...meaning(value)]),
      )
  return [`### ${code(found.name)}`, ...(found.comment === '' ? [] : [found.comment]), body].join('\n\n')
}

/** The code tables of a format as Markdown; empty where it has none. */
export const codeSections = async (id: string): Promise<readonly string[]> => (await codeTables(id)).map(section)
