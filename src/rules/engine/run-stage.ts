import type { RuleEvent } from '../define-rule.ts'
import { createDoers } from './doers.ts'
import { lend } from './event-guard.ts'
import { toEventObject } from './event-object.ts'
import { createEventView } from './event-view.ts'
import { createFacts } from './facts.ts'
import { wantsClass } from './prepared-rule.ts'
import type { PreparedRule, StageContext } from './prepared-rule.ts'
import type { ThreatTable } from './threats.ts'
import { createHistory } from './usual.ts'
import type { History } from './usual.ts'

/** Per class, the rules that want it: a rule costs nothing on events it does not want, or in a log without a key for it. */
const dispatchTable = (rules: readonly PreparedRule[], { table }: StageContext): PreparedRule[][] =>
  table.classes.map((entry) => rules.filter(({ rule, frequent }) => frequent.count !== 0 && wantsClass(rule, entry)))

/** Sessions in which a rule doubted an event: nothing later in them teaches what is usual. */
const createLearner = ({ table }: StageContext, history: History): ((row: number, isDoubted: boolean) => void) => {
  const doubtedSessions = new Uint8Array(table.sessions.size)
  return (row, isDoubted) => {
    const session = table.session[row] ?? -1
    if (isDoubted && session >= 0) doubtedSessions[session] = 1
    if (!isDoubted && (session < 0 || doubtedSessions[session] === 0)) history.learn(row)
  }
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

/** One pass over all rows in time order for the rules of one stage; their books are closed afterwards. */
export const runStage = (rules: readonly PreparedRule[], context: StageContext, threats: ThreatTable): void => {
  if (rules.length === 0) return
  const { table } = context
  const facts = createFacts(table)
  const doers = createDoers(table)
  const history = createHistory(table, doers)
  const learn = rules.some(({ rule }) => rule.stage === 2) ? createLearner(context, history) : undefined
  /** The `after` list of the rule being called: its threats come from those rules only. */
  let after: readonly string[] | undefined
  const { event, point } = createEventView(table, {
    facts: facts.at,
    usual: history.at,
    isOthersAct: doers.isOther,
    threat: (_row, withinMs) => threats.find(event.sourceKey, event.timeMs, withinMs, after),
  })
  const call = callerOf(context)

  const handOver = (prepared: PreparedRule, row: number): boolean => {
    const { current, record, slots, keyOf, rule, opens, frequent } = prepared
    const key = keyOf(row, event)
    if (key < 0 || !frequent.has(key)) return false
    const slot = opens[table.cls[row] ?? 0] === 1 ? slots.slotOf(key, event.timeMs) : slots.knownSlot(key, event.timeMs)
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

  const wanted = dispatchTable(rules, context)
  for (let row = 0; row < table.size; row += 1) {
    const takers = wanted[table.cls[row] ?? 0] ?? []
    let isDoubted = false
    if (takers.length > 0) point(row)
    for (let index = 0; index < takers.length; index += 1) {
      const taker = takers[index]
      if (taker !== undefined && handOver(taker, row)) isDoubted = true
    }
    learn?.(row, isDoubted)
  }
  finish(rules)
}
