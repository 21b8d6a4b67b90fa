import type { EventTable } from '../../order/event-table.ts'
import type { RuleEvent } from '../define-rule.ts'
import { markFrequentKeys } from './frequent-keys.ts'
import type { TraitContext } from './key-traits.ts'
import { columnReader, keyColumn, keyReader, type KeyColumn } from './partition-keys.ts'
import type { PreparedRule } from './prepared-rule.ts'

/**
 * Rules that keep their state under the same field. Per event the key is read once, and one word per key says which of the
 * rules can have anything to say about it in this log: many rules cost as many look-ups as there are fields.
 */
export interface KeyGroup {
  readonly rules: readonly PreparedRule[]
  /** By event class, a bit per rule that wants it. */
  readonly wantedBy: Int32Array
  /** The key of a row, −1 where it has none. */
  readonly keyOf: (row: number, event: RuleEvent) => number
  /** Where the keys stand, where they stand anywhere. */
  readonly column: KeyColumn | undefined
  /** By key, a bit per rule; undefined where keys are made while reading: all of them. */
  readonly frequent: Int32Array | undefined
}

/** Bits of a signed 32-bit number that are used. */
const RULES_PER_GROUP = 30

/**
 * By class, 1: wanted, and of a key that some event may open. The reason is part of a fingerprint: where no failure lacks one, no success
 * has the fingerprint of a failure.
 */
const reachable = ({ rule, wants, opens }: PreparedRule, { classes }: EventTable): Uint8Array => {
  if (!rule.partition.includes('fingerprint')) return wants
  const opened = new Set(classes.flatMap(({ reason }, cls) => (wants[cls] === 1 && opens[cls] === 1 ? [reason] : [])))
  return wants.map((wanted, cls) => (opened.has(classes[cls]?.reason) ? wanted : 0))
}

const wantedBy = (rules: readonly PreparedRule[], table: EventTable): Int32Array => {
  const wanted = rules.map((rule) => reachable(rule, table))
  return Int32Array.from(table.classes, (_, cls) => wanted.reduce((bits, wants, bit) => (wants[cls] === 1 ? bits | (1 << bit) : bits), 0))
}

const frequentBits = (rules: readonly PreparedRule[], context: TraitContext, column: KeyColumn): Int32Array => {
  const bits = new Int32Array(column.size)
  rules.forEach((prepared, bit) => markFrequentKeys(context, prepared, column, { bits, bit: 1 << bit }))
  return bits
}

const withoutProxies = (bits: Int32Array, { places }: EventTable): Int32Array => {
  for (let source = 0; source < bits.length; source += 1) if (places.isProxy(source)) bits[source] = 0
  return bits
}

const createGroup = (rules: readonly PreparedRule[], context: TraitContext): KeyGroup => {
  const { table } = context
  const [{ rule }] = rules as readonly [PreparedRule, ...PreparedRule[]]
  const column = keyColumn(table, rule)
  const wanted = wantedBy(rules, table)
  if (column === undefined) return { rules, wantedBy: wanted, keyOf: keyReader(table, rule), column, frequent: undefined }
  const bits = frequentBits(rules, context, column)
  return {
    rules,
    wantedBy: wanted,
    keyOf: columnReader(column),
    column,
    frequent: column.byPlace === table.places.source ? withoutProxies(bits, table) : bits,
  }
}

/** Groups the rules of a stage by the field of their keys. */
export const groupByKey = (rules: readonly PreparedRule[], context: TraitContext): readonly KeyGroup[] => {
  const fields = Map.groupBy(rules, ({ rule }) => (rule.partition === 'global' ? 'global' : rule.partition.join('\u0000')))
  return [...fields.values()].flatMap((group) => {
    const parts: PreparedRule[][] = []
    for (let from = 0; from < group.length; from += RULES_PER_GROUP) parts.push(group.slice(from, from + RULES_PER_GROUP))
    return parts.map((part) => createGroup(part, context))
  })
}
