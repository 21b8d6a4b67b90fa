import { bareName, nameKey, splitZone } from './column-name.ts'
import { COLUMN_FORMS } from './column-forms.ts'
import { COLUMN_WORDS } from './column-words.ts'
import type { GuessedField } from './column-words.ts'

/** Fields found among column names: at most one column per field, and no column twice. */
export type Columns = ReadonlyMap<GuessedField, string>

/** In an object, the name by itself says less than the path to it, and is asked after it: `context.username`, `headers.user-agent`. */
const BEHIND_PATHS = 1000
const lastOf = (name: string): string => /(?:^|\.)'?([^.']+)'?$/.exec(name)?.[1] ?? name
/** `context.user.id`: what it is an id of stands before it. */
const lastTwoOf = (name: string): string => /([^.']+\.[^.']+)$/.exec(name)?.[1] ?? name

const rankIn = (words: readonly string[], name: string): number => {
  const rank = words.indexOf(nameKey(bareName(name)))
  if (rank >= 0) return rank
  const two = words.indexOf(nameKey(lastTwoOf(name)))
  if (two >= 0) return BEHIND_PATHS + two
  const behind = words.indexOf(nameKey(lastOf(name)))
  return behind < 0 ? Infinity : 2 * BEHIND_PATHS + behind
}

/** What no list names, and only one column's parts say. */
const byForm = (names: readonly string[], columns: Map<GuessedField, string>): void => {
  const taken = new Set(columns.values())
  for (const [field, form] of Object.entries(COLUMN_FORMS) as [GuessedField, RegExp][]) {
    if (columns.has(field)) continue
    const [only, ...others] = names.filter((name) => !taken.has(name) && form.test(nameKey(splitZone(name).name)))
    if (only === undefined || others.length > 0) continue
    columns.set(field, only)
    taken.add(only)
  }
}

/** Tells columns by their names; of several that fit, the best known name wins. */
export const recogniseColumns = (names: readonly string[]): Columns => {
  const columns = new Map<GuessedField, string>()
  for (const [field, words] of Object.entries(COLUMN_WORDS) as [GuessedField, readonly string[]][]) {
    const [best] = names.filter((name) => rankIn(words, name) < Infinity).sort((a, b) => rankIn(words, a) - rankIn(words, b))
    if (best !== undefined) columns.set(field, best)
  }
  byForm(names, columns)
  return columns
}
