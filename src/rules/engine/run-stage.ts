import type { EventTable } from '../../order/event-table.ts'
import type { RuleEvent } from '../define-rule.ts'
import { doersOf, type Doers } from '../../order/doers.ts'
import { findBusyRows, groupBit } from './busy-rows.ts'
import { lend } from './event-guard.ts'
import { toEventObject } from './event-object.ts'
import { createEventView } from './event-view.ts'
import { createFacts } from './facts.ts'
import { groupByKey } from './key-groups.ts'
import type { KeyGroup } from './key-groups.ts'
import type { PreparedRule, StageContext } from './prepared-rule.ts'
import type { ThreatTable } from './threats.ts'
import { createHistory } from './usual.ts'
import type { History } from './usual.ts'

/** Sessions in which a rule doubted an event: nothing later in them teaches what is usual. */
const createLearner = ({ table }: StageContext, history: History): ((row: number, isDoubted: boolean) => void) => {
  const doubtedSessions = new Uint8Array(table.sessions.size)
  return (row, isDoubted) => {
    const session = table.session.get(row)
    if (isDoubted && session >= 0) doubtedSessions[session] = 1
    if (!isDoubted && (session < 0 || doubtedSessions[session] === 0)) history.learn(row)
  }
}

/** Attempts from sources that the organisation vouches for (a penetration test, the office) are nobody's attack: no rule sees them. */
const mutedRows = ({ table, known: { allowed } }: StageContext): ((row: number, cls: number) => boolean) | undefined => {
  if (allowed === undefined) return undefined
  const isAttempt = Uint8Array.from(table.classes, ({ outcome }) => (outcome === 'success' || outcome === 'info' ? 0 : 1))
  return (row, cls) => allowed[row] === 1 && isAttempt[cls] === 1
}

/**
 * Accounts that some rule may be asked about: the rows of others need teach nothing. undefined where keys are made while
 * reading, so that it is not known beforehand.
 */
const taughtAccounts = (table: EventTable, groups: readonly KeyGroup[], busy: Uint16Array, doers: Doers): Uint8Array | undefined => {
  if (groups.some(({ frequent }) => frequent === undefined)) return undefined
  const isAsked = new Uint8Array(table.accounts.size)
  for (let row = 0; row < table.size; row += 1) {
    const account = busy[row] !== 0 ? doers.accountOf(row) : -1
    if (account >= 0) isAsked[account] = 1
  }
  return isAsked
}

const threatenedSources = ({ places }: EventTable, { sources }: ThreatTable): Uint8Array => {
  const threatened = new Uint8Array(places.sources.size)
  for (const source of sources) if (source >= 0) threatened[source] = 1
  return threatened
}

const finish = (rules: readonly PreparedRule[]): void => {
  for (const { instance, record, slots, book } of rules) {
    if (instance.end !== undefined) {
      for (let slot = 0; slot < slots.count(); slot += 1) {
        record.point(slot)
        instance.end(record.state)
      }
    }
    book.close()
  }
}

/** Calls a rule in one of the three ways of `RuleSettings.mode`. */
const callerOf = ({ mode }: StageContext): ((prepared: PreparedRule, event: RuleEvent) => void) => {
  if (mode === 'objects') return ({ instance, record }, event) => instance.event(toEventObject(event), record.state)
  if (mode === 'lent-views') return ({ instance, record }, event) => lend(event, (lent) => instance.event(lent, record.state))
  return ({ instance, record }, event) => instance.event(event, record.state)
}

/** Hands one event to a rule under one of its keys; did the rule doubt it? */
type HandOver = (prepared: PreparedRule, row: number, key: number) => boolean

/** Hands a row to every rule of the groups that want it, as far as its class and their keys ask for it; did one of them doubt it? */
const createVisitor = (table: EventTable, groups: readonly KeyGroup[], event: RuleEvent, handOver: HandOver) => {
  return (row: number, busyGroups: number): boolean => {
    const cls = table.cls.get(row)
    let isDoubted = false
    for (let index = 0; index < groups.length; index += 1) {
      if ((busyGroups & groupBit(index)) === 0) continue
      const { rules: members, wantedBy, keyOf, frequent } = groups[index] as KeyGroup
      const key = keyOf(row, event)
      if (key < 0) continue
      let bits = wantedBy[cls] as number
      if (frequent !== undefined) bits &= frequent[key] as number
      for (; bits !== 0; bits &= bits - 1) {
        if (handOver(members[31 - Math.clz32(bits & -bits)] as PreparedRule, row, key)) isDoubted = true
      }
    }
    return isDoubted
  }
}

/** The event that all rules of a stage are shown, moved from row to row, and the way to show it to one of them. */
const createStageEvent = (context: StageContext, threats: ThreatTable, history: History, doers: Doers) => {
  const { table } = context
  /** The `after` list of the rule being called: its threats come from those rules only. */
  let after: readonly string[] | undefined
  const { event, point } = createEventView(table, {
    facts: createFacts(table, context.firstUses).at,
    successes: (sinceMs, beforeRow) => context.successes()(sinceMs, beforeRow),
    usual: history.at,
    isOthersAct: doers.isOther,
    known: context.known,
    threat: (_row, withinMs) => threats.find(event.sourceKey, event.timeMs, withinMs, after),
  })
  const call = callerOf(context)
  const handOver: HandOver = (prepared, row, key) => {
    const { current, record, slots, rule, opens } = prepared
    const slot = opens[table.cls.get(row)] === 1 ? slots.slotOf(key, event.timeMs) : slots.knownSlot(key, event.timeMs)
    if (slot < 0) return false
    current.row = row
    current.isDoubted = false
    current.slot = slot
    record.point(slot)
    after = rule.after
    call(prepared, event)
    current.row = -1
    return current.isDoubted
  }
  return { event, point, handOver }
}

/** One pass over all rows in time order for the rules of one stage; their books are closed afterwards. */
export const runStage = (rules: readonly PreparedRule[], context: StageContext, threats: ThreatTable): void => {
  if (rules.length === 0) return
  const { table } = context
  const doers = doersOf(table)
  const history = createHistory(table, doers)
  const learn = rules.some(({ rule }) => rule.stage === 2) ? createLearner(context, history) : undefined
  const groups = groupByKey(rules, {
    table,
    threatened: threatenedSources(table, threats),
    everyKey: context.everyKey,
    earlyNetworks: context.earlyNetworks,
    found: new Map(),
  })
  const busy = findBusyRows(table, groups)
  const { event, point, handOver } = createStageEvent(context, threats, history, doers)
  const visit = createVisitor(table, groups, event, handOver)
  const isMuted = mutedRows(context)
  const taught = learn === undefined ? undefined : taughtAccounts(table, groups, busy, doers)
  for (let row = 0; row < table.size; row += 1) {
    if (isMuted?.(row, table.cls.get(row)) === true) continue
    const busyGroups = busy[row] as number
    if (busyGroups !== 0) point(row)
    const isDoubted = busyGroups !== 0 && visit(row, busyGroups)
    if (taught === undefined || taught[table.account.get(row)] === 1) learn?.(row, isDoubted)
  }
  finish(rules)
}
