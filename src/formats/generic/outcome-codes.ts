import { nameKey } from './column-name.ts'
import { BOOLEAN_NAMES, INVERTED_NAMES } from './flag-names.ts'
import { explains } from './legend.ts'
import { codeKey, type Meaning, type Verdict } from './mapping.ts'
import { isNothing } from './nothing.ts'
import type { SampleTable } from './table.ts'
import { OUTCOMES_SAID, readWord } from './value-words.ts'

type Outcomes = ReadonlyMap<string, Verdict>

const SUCCESS: Meaning = { outcome: 'success' }
const FAILURE: Meaning = { outcome: 'failure' }

/** Yes where it failed: `failed`, 失敗フラグ. */
const inverted = (values: readonly string[]): Outcomes | undefined => {
  const said = values.map((value) => [codeKey(value), readWord(OUTCOMES_SAID, value)] as const)
  const flags = said.filter(([code]) => /^(?:[01]|true|false|t|f|yes|no|y|n)$/.test(code))
  if (flags.length < said.length) return undefined
  return new Map(flags.map(([code, meaning]) => [code, typeof meaning === 'object' && meaning.outcome === 'success' ? FAILURE : SUCCESS]))
}

/** Codes that say nothing by themselves: short numbers, of which programs take 0 or 1 for success as they like. */
const isCode = (value: string): boolean => /^[a-z]{0,2}-?\d{1,5}$/i.test(value.trim())

/** Beside each code but one stands, in every row, why it failed, and beside that one never: it is the success. */
const byReasons = (table: SampleTable, column: string, reason: string): Outcomes | undefined => {
  const withReason = new Set<string>()
  const without = new Set<string>()
  for (const row of table.rows) {
    const value = row.get(column)
    if (value === undefined) continue
    if (!isCode(value)) return undefined
    ;(isNothing(row.get(reason) ?? '-') ? without : withReason).add(codeKey(value))
  }
  const [only, ...others] = without
  if (only === undefined || others.length > 0 || withReason.size === 0 || withReason.has(only)) return undefined
  return new Map([[only, SUCCESS], ...[...withReason].map((code) => [code, FAILURE] as const)])
}

/** What the codes in a column of results mean, where something else than they themselves says it. */
export const outcomeCodes = (
  table: SampleTable,
  column: string,
  reason: string | undefined,
  values: readonly string[],
): Outcomes | undefined => {
  // Said for this table, and so before what names usually mean.
  if (explains(table.legend, values)) return table.legend
  if (INVERTED_NAMES.has(nameKey(column))) return inverted(values)
  if (BOOLEAN_NAMES.has(nameKey(column)) || reason === undefined || reason === column) return undefined
  return byReasons(table, column, reason)
}
