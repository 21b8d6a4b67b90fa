import type { EventTable } from '../../order/event-table.ts'
import { keysWith, onceFor, type TraitContext } from './key-traits.ts'
import { columnReader, keyColumn, type KeyColumn } from './partition-keys.ts'
import type { PreparedRule } from './prepared-rule.ts'

type Counting = Pick<PreparedRule, 'rule' | 'counted' | 'least' | 'limits' | 'among'>

const MOST = 65_535

const countKeys = ({ cls, size }: EventTable, counted: Uint8Array, column: KeyColumn): Uint16Array => {
  const counts = new Uint16Array(column.size)
  const keyAt = columnReader(column)
  for (let row = 0; row < size; row += 1) {
    if (counted[cls.get(row)] === 0) continue
    const key = keyAt(row)
    if (key >= 0 && (counts[key] as number) < MOST) counts[key] = (counts[key] as number) + 1
  }
  return counts
}

/** Classes that a rule's traits are read from: what it wants, and what teaches what is usual. */
const looksAt = ({ classes }: EventTable, counted: Uint8Array): Uint8Array =>
  Uint8Array.from(classes, ({ action, outcome }, cls) =>
    counted[cls] === 1 || (outcome === 'success' && (action === 'login' || action === 'session-use')) ? 1 : 0,
  )

/** Keys in some of whose rows somebody else acted: what is usual is then another account's, and no trait of the key tells. */
const keysOfOthers = ({ actor, actors, size }: EventTable, column: KeyColumn): Uint8Array | undefined => {
  if (actors.size === 0) return undefined
  const keyAt = columnReader(column)
  const has = new Uint8Array(column.size)
  for (let row = 0; row < size; row += 1) {
    const key = keyAt(row)
    if (key >= 0 && actor.get(row) >= 0) has[key] = 1
  }
  return has
}

/** Can the rule say anything about this key? */
const tellFrom = (context: TraitContext, { rule, counted, least, limits }: Counting, column: KeyColumn): ((key: number) => boolean) => {
  const { table } = context
  const { field, size } = column
  const rows = { field, size, keyAt: columnReader(column), looksAt: looksAt(table, counted) }
  const counts = onceFor(context, `${field} ${counted.join('')}`, () => countKeys(table, counted, column))
  const enough = Math.min(least, MOST)
  const isAnyEnough = counts.some((count) => count >= enough)
  // In a log of a million sessions hardly one has two events: then nothing else need be known of them.
  if (!isAnyEnough && rule.least?.orThreat !== true) return () => false
  const traits = rule.least?.any?.map((trait) => keysWith(trait, context, rows, limits))
  const others = traits === undefined ? undefined : keysOfOthers(table, column)
  const threatened = rule.least?.orThreat === true ? keysWith('threat', context, rows, limits) : undefined
  const isOfKind = (key: number): boolean => traits === undefined || others?.[key] === 1 || traits.some((has) => has[key] === 1)
  return (key) => ((counts[key] as number) >= enough && isOfKind(key)) || threatened?.[key] === 1
}

/**
 * Tells the keys with enough events in this log for the rule to say anything about them (`Rule.least`): a tight pass or two, 0.01 s
 * per rule and million events, after which most keys never get state.
 */
export const tellFrequentKeys = (context: TraitContext, counting: Counting, tell: (key: number) => void): void => {
  const { rule, counted, among } = counting
  const column = keyColumn(context.table, rule)
  if (column === undefined) return
  // A key without an event that opens its state never gets any.
  const isWorth = context.everyKey ? () => true : counted.includes(1) ? tellFrom(context, counting, column) : () => false
  for (let key = 0; key < column.size; key += 1) if ((among === undefined || among[key] === 1) && isWorth(key)) tell(key)
}
