import type { RuleEvent } from '../define-rule.ts'
import { toEventObject } from './event-object.ts'
import { createEventView } from './event-view.ts'
import type { EventView } from './event-view.ts'
import { createFacts } from './facts.ts'
import { wantsClass } from './prepared-rule.ts'
import type { PreparedRule, StageContext } from './prepared-rule.ts'
import type { ThreatTable } from './threats.ts'
import { createHistory } from './usual.ts'
import type { History } from './usual.ts'

const US_PER_MS = 1000

/** Per class, the rules that want it: a rule costs nothing on events it does not want. */
const dispatchTable = (rules: readonly PreparedRule[], { table }: StageContext): PreparedRule[][] =>
  table.classes.map((entry) => rules.filter(({ rule }) => wantsClass(rule, entry)))

const handOver = (prepared: PreparedRule, event: RuleEvent, key: number, timeMs: number): void => {
  const { current, record, instance, slots } = prepared
  current.slot = slots.slotOf(key, timeMs)
  record.point(current.slot)
  instance.event(event, record.state)
  current.row = -1
}

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

interface Handing {
  readonly view: EventView
  readonly isViewMode: boolean
  /** Which of a rule's `after` list the threats may come from: set per rule before its call. */
  readonly asking: { rules: readonly string[] | undefined }
}

/** Hands one row to the rules that want it; says whether one of them doubted it. */
const handRow = (row: number, timeMs: number, rules: readonly PreparedRule[], { view, isViewMode, asking }: Handing): boolean => {
  let isDoubted = false
  view.point(row)
  for (let index = 0; index < rules.length; index += 1) {
    const prepared = rules[index]
    const key = prepared?.keyOf(row) ?? -1
    if (prepared === undefined || key < 0) continue
    prepared.current.row = row
    prepared.current.isDoubted = false
    asking.rules = prepared.rule.after
    handOver(prepared, isViewMode ? view.event : toEventObject(view.event), key, timeMs)
    if (prepared.current.isDoubted) isDoubted = true
  }
  view.revoke()
  return isDoubted
}

/** One pass over all rows in time order for the rules of one stage; their books are closed afterwards. */
export const runStage = (rules: readonly PreparedRule[], context: StageContext, threats: ThreatTable): void => {
  if (rules.length === 0) return
  const { table, isViewMode } = context
  const facts = createFacts(table)
  const history = createHistory(table)
  const learn = rules.some(({ rule }) => rule.stage === 2) ? createLearner(context, history) : undefined
  const asking: Handing['asking'] = { rules: undefined }
  const timeMs = (row: number): number => (table.time[row] ?? Number.NaN) / US_PER_MS
  const view = createEventView(table, {
    facts: facts.at,
    usual: history.at,
    threat: (row, withinMs) => threats.find(table.places.source[table.place[row] ?? -1] ?? -1, timeMs(row), withinMs, asking.rules),
  })
  const wanted = dispatchTable(rules, context)
  const handing = { view, isViewMode, asking }
  for (let row = 0; row < table.size; row += 1) {
    const takers = wanted[table.cls[row] ?? 0] ?? []
    const isDoubted = takers.length > 0 && handRow(row, timeMs(row), takers, handing)
    learn?.(row, isDoubted)
  }
  finish(rules)
}
