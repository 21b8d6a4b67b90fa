import { nameKey } from './column-name.ts'
import type { Columns } from './columns.ts'
import { valuesOf, type SampleTable } from './table.ts'

const STEP_NAMES: ReadonlySet<string> = new Set([
  'step',
  'phase',
  'stage',
  'authstep',
  'loginstep',
  '段階',
  'ステップ',
  '認証段階',
  'フェーズ',
])

const isStepName = (name: string): boolean => STEP_NAMES.has(nameKey(name))

/** Where requests are logged, the page says what was done. */
const PAGE_NAMES: ReadonlySet<string> = new Set(['path', 'uri', 'url', 'requestpath', 'requesturi', 'requesturl', 'endpoint', 'route'])
const MOST_KINDS = 20

/** The column that somebody has to be asked about what its values mean, where none is known to say what was done: steps, pages. */
export const askedAbout = (table: SampleTable, columns: Columns): Columns => {
  const isOpen = (name: string): boolean => {
    const kinds = new Set(valuesOf(table, name)).size
    return kinds > 1 && kinds <= MOST_KINDS && ![...columns.values()].includes(name)
  }
  const asked =
    table.names.find((name) => isStepName(name) && isOpen(name)) ??
    table.names.find((name) => PAGE_NAMES.has(nameKey(name)) && isOpen(name))
  return columns.has('action') || asked === undefined ? columns : new Map([...columns, ['action', asked]])
}

/** A right password is no login where a code is asked for next. */
export const stepColumn = (table: SampleTable): string | undefined =>
  table.names.find((name) => isStepName(name) && new Set(valuesOf(table, name)).size > 1)
