import { isAtLeast } from '../../model/vocabulary.ts'
import type { EventClass } from '../../model/event-class.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { ParameterShape, ParameterValues, Rule, RuleInstance, RuleReport, StateShape } from '../define-rule.ts'
import type { Tally } from '../../kernel/tally.ts'
import type { Known } from '../../knowledge/known.ts'
import { createEpisodeBook } from './episodes.ts'
import type { EpisodeBook } from './episodes.ts'
import type { EarlyNetworks, TraitLimits } from './key-traits.ts'
import { resolveParameters } from './parameters.ts'
import type { ParameterOverrides } from './parameters.ts'
import { createSlots } from './slots.ts'
import type { Slots } from './slots.ts'
import { createStateRecord } from './state-record.ts'
import type { StateRecord } from './state-record.ts'
import type { WindowArena } from './window-arena.ts'

/**
 * How rules get events: `views` over columns (built-in rules), fresh frozen `objects` (plug-ins), or `lent-views`, which throw
 * when touched after the call (tests). The findings are the same.
 */
export type RuleMode = 'views' | 'objects' | 'lent-views'

export interface StageContext {
  readonly table: EventTable
  readonly flagged: Uint8Array
  readonly pools: { readonly arena: WindowArena; readonly tally: Tally }
  readonly overrides: ParameterOverrides
  readonly evidenceCap: number
  readonly keyCap: number
  readonly mode: RuleMode
  readonly known: Known
  readonly everyKey: boolean
  /** By row, 1: the first success of its account from its source; worked out once for both stages. */
  readonly firstUses: () => Uint8Array
  /** Counts the log's successful logins; made when a rule first asks. */
  readonly successes: () => (sinceMs: number, beforeRow: number) => number
  /** For rules that ask for rare networks; worked out once. */
  readonly earlyNetworks: () => EarlyNetworks
}

/** A rule with everything the engine keeps for it. */
export interface PreparedRule {
  readonly rule: Rule
  readonly slots: Slots
  readonly record: StateRecord
  readonly instance: RuleInstance<StateShape>
  readonly book: EpisodeBook
  /** By event class, 1: may open a key's state. */
  readonly opens: Uint8Array
  /** By event class, 1: wanted at all. */
  readonly wants: Uint8Array
  /** By event class, 1: counts towards `least`. */
  readonly counted: Uint8Array
  /** Counted events that a key must have in the whole log. */
  readonly least: number
  /** By key, 1: handed over at all; undefined: every key. */
  readonly among: Uint8Array | undefined
  /** What its parameters say about the traits of keys. */
  readonly limits: TraitLimits
  /** The event being handed over: reports belong to it. Row −1: none. */
  readonly current: { row: number; slot: number; isDoubted: boolean }
}

const isProtocol = (wanted: string, protocol: string): boolean =>
  wanted.endsWith('*') ? protocol.startsWith(wanted.slice(0, -1).toLowerCase()) : protocol === wanted.toLowerCase()

/** Does the rule want events of this class? No reason given counts as `other`, and as `locked` for a lock. */
const wantsClass = (
  { when }: Rule,
  { action, outcome, reason = action === 'account-lock' ? 'locked' : 'other', protocol = '' }: EventClass,
): boolean =>
  (when.action?.includes(action) ?? true) &&
  (when.outcome?.includes(outcome) ?? true) &&
  (when.reason?.includes(reason) ?? true) &&
  (when.protocol?.some((wanted) => isProtocol(wanted, protocol.toLowerCase())) ?? true)

const episodeGap = (rule: Rule, values: Readonly<Record<string, unknown>>): number => {
  const gapMs = values[rule.episode]
  if (typeof gapMs !== 'number') throw new TypeError(`${rule.id}: episode names no duration parameter: ${rule.episode}`)
  return gapMs
}

export const prepareRule = (rule: Rule, context: StageContext): PreparedRule => {
  const { values, shown, horizonMs } = resolveParameters(rule, context.overrides)
  const { table, flagged, evidenceCap, keyCap: cap, known } = context
  const record = createStateRecord(rule.state, { ...context.pools, horizonMs })
  const book = createEpisodeBook({ table, rule, parameters: shown, gapMs: episodeGap(rule, values), evidenceCap })
  const current = { row: -1, slot: -1, isDoubted: false }

  const report = (_event: unknown, finding: RuleReport): void => {
    if (current.row < 0) throw new Error(`${rule.id}: a report must come from within event()`)
    // What a vouched-for source does is no finding; it may still be the other end of one.
    if (known.allowed?.[current.row] === 1) return
    const severity = book.report(current.slot, current.row, finding)
    if (rule.stage === 1 || !isAtLeast(severity, 'medium')) return
    current.isDoubted = true
    for (const row of finding.evidence) flagged[row] = 1
  }
  const evict = (slot: number): void => {
    book.release(slot)
    record.point(slot)
    record.reset()
  }
  // The values were made from the rule's own parameter shape just above.
  const parameters = values as ParameterValues<ParameterShape>
  const opens = Uint8Array.from(table.classes, ({ outcome }) => ((rule.when.opens?.includes(outcome) ?? true) ? 1 : 0))
  const counted = Uint8Array.from(table.classes, (entry, cls) =>
    opens[cls] === 1 &&
    wantsClass(rule, entry) &&
    (rule.least?.action?.includes(entry.action) ?? true) &&
    (rule.least?.outcome?.includes(entry.outcome) ?? true)
      ? 1
      : 0,
  )
  return {
    rule,
    record,
    book,
    current,
    opens,
    counted,
    wants: Uint8Array.from(table.classes, (entry) => (wantsClass(rule, entry) ? 1 : 0)),
    least: rule.least?.events(parameters) ?? 1,
    among: rule.among === undefined ? undefined : known.among(rule.among, rule.partition.includes('source') ? 'source' : 'account'),
    limits: { km: rule.least?.km?.(parameters) ?? 0, rare: rule.least?.rare?.(parameters) ?? { share: 1, fewest: 0 } },
    slots: createSlots({ cap, horizonMs, reserve: record.reserve, evict }),
    instance: rule.create({ parameters, report }),
  }
}
