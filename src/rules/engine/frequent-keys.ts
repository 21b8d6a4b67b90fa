import type { EventTable } from '../../order/event-table.ts'
import { keysWith, onceFor, type TraitContext } from './key-traits.ts'
import { columnReader, type KeyColumn } from './partition-keys.ts'
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
const keysOfOthers = ({ actor, size }: EventTable, column: KeyColumn): Uint8Array => {
  const keyAt = columnReader(column)
  const has = new Uint8Array(column.size)
  for (let row = 0; row < size; row += 1) {
    const key = keyAt(row)
    if (key >= 0 && actor.get(row) >= 0) has[key] = 1
  }
  return has
}

/** Marks what is marked in one of them. */
const anyOf = (marks: readonly Uint8Array[], size: number): Uint8Array => {
  const any = new Uint8Array(size)
  for (const marked of marks) for (let key = 0; key < size; key += 1) any[key] = (any[key] as number) | (marked[key] as number)
  return any
}

/** By key, 1: the rule may have something to say about it; undefined: about none. */
const keysWorthAsking = (context: TraitContext, { rule, counted, least, limits }: Counting, column: KeyColumn): Uint8Array | undefined => {
  const { table } = context
  const { field, size } = column
  const rows = { field, size, keyAt: columnReader(column), looksAt: looksAt(table, counted) }
  const counts = onceFor(context, `${field} ${counted.join('')}`, () => countKeys(table, counted, column))
  const enough = Math.min(least, MOST)
  const threatened = rule.least?.orThreat === true ? keysWith('threat', context, rows, limits) : undefined
  // In a log of a million sessions hardly one has two events: then nothing else need be known of them.
  if (!counts.some((count) => count >= enough)) return threatened
  const traits = rule.least?.any?.map((trait) => keysWith(trait, context, rows, limits))
  if (table.actors.size > 0) traits?.push(onceFor(context, `${field} others`, () => keysOfOthers(table, column)))
  const ofKind = traits === undefined ? undefined : anyOf(traits, size)
  const worth = new Uint8Array(size)
  for (let key = 0; key < size; key += 1) {
    const isEnough = (counts[key] as number) >= enough && (ofKind === undefined || ofKind[key] === 1)
    if (isEnough || (threatened !== undefined && threatened[key] === 1)) worth[key] = 1
  }
  return worth
}

/** By key a bit per rule, and the rule's. */
interface Marks {
  readonly bits: Int32Array
  readonly bit: number
}

/**
 * The keys with enough events in this log for the rule to say anything about them (`Rule.least`): a tight pass or two, 0.01 s
 * per rule and million events, after which most keys never get state. Sets the rule's bit for each.
 */
export const markFrequentKeys = (context: TraitContext, counting: Counting, column: KeyColumn, { bits, bit }: Marks): void => {
  const { counted, among } = counting
  // A key without an event that opens its state never gets any.
  if (!context.everyKey && !counted.includes(1)) return
  const worth = context.everyKey ? new Uint8Array(column.size).fill(1) : keysWorthAsking(context, counting, column)
  if (worth === undefined) return
  for (let key = 0; key < worth.length; key += 1)
    if (worth[key] === 1 && (among === undefined || among[key] === 1)) bits[key] = (bits[key] as number) | bit
}
