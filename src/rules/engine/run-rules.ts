import { once } from '../../kernel/once.ts'
import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { Rule } from '../define-rule.ts'
import { NOTHING_KNOWN } from '../../knowledge/known.ts'
import type { Known } from '../../knowledge/known.ts'
import { skippedFormats } from './coverage.ts'
import type { FormatCoverage, SkippedRule } from './coverage.ts'
import { createTally } from '../../kernel/tally.ts'
import type { ParameterOverrides } from './parameters.ts'
import { findFirstUses } from './facts.ts'
import { countEarlyNetworks } from './key-traits.ts'
import { isSelected } from './select-rules.ts'
import { prepareRule } from './prepared-rule.ts'
import type { PreparedRule, RuleMode, StageContext } from './prepared-rule.ts'
import { runStage } from './run-stage.ts'
import { createSuccessCount } from './success-count.ts'
import { createThreatTable } from './threats.ts'
import { createWindowArena } from './window-arena.ts'
import { compareTexts } from '../../kernel/text-order.ts'

export interface RuleSettings {
  readonly parameters: ParameterOverrides
  /** Rule ids, tags or severities; nothing given: all. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  /** Evidence rows kept per finding; default 20. */
  readonly evidenceCap?: number
  /** Keys per rule before the least recently active are dropped; default 4 million. */
  readonly keyCap?: number
  readonly mode: RuleMode
  /** The organisation's own lists against this log. */
  readonly known?: Known
  /** Hands over every key, also those about which nothing can be said: what the sparing way is held against. */
  readonly everyKey?: boolean
  /** From `measureCoverage`. */
  readonly formats: readonly FormatCoverage[]
}

export interface RuleResults {
  /** By first event, then rule, then id. */
  readonly findings: readonly Finding[]
  readonly ran: readonly string[]
  readonly skipped: readonly SkippedRule[]
  /** Per row, 1: part of a finding of medium or higher about an account. */
  readonly flagged: Uint8Array
  /** Live state was dropped for want of room: results may depend on the order of keys. */
  readonly incomplete: boolean
}

const EVIDENCE_CAP = 20
const KEY_CAP = 4_000_000

const compareFindings = (left: Finding, right: Finding): number =>
  left.first - right.first || compareTexts(left.rule, right.rule) || compareTexts(left.id, right.id)

const chooseRules = (
  rules: readonly Rule[],
  { only, skip, formats, known = NOTHING_KNOWN }: RuleSettings,
): { readonly chosen: Rule[]; readonly skipped: SkippedRule[] } => {
  const isAsked = ({ list }: Rule): boolean => list === undefined || known.lists.has(list)
  const wanted = rules.filter((rule) => isSelected(rule, only, skip) && isAsked(rule))
  const skipped = wanted.flatMap((rule) => skippedFormats(rule, formats))
  const runs = (rule: Rule): boolean => skipped.filter((entry) => entry.rule === rule.id).length < formats.length
  return { chosen: wanted.filter(runs), skipped }
}

/**
 * Runs the rules over the whole log in time order: stage 1 first, then stage 2, which reads stage 1's findings as threats.
 * Pure and deterministic: the same table content gives the same findings whatever its dense ids are.
 * Throws a RangeError on a parameter that `checkOverrides` would have refused.
 */
export const runRules = (table: EventTable, rules: readonly Rule[], settings: RuleSettings): RuleResults => {
  const { chosen, skipped } = chooseRules(rules, settings)
  const flagged = new Uint8Array(table.size)
  const pools = { arena: createWindowArena(), tally: createTally() }
  const context: StageContext = {
    table,
    flagged,
    pools,
    overrides: settings.parameters,
    evidenceCap: settings.evidenceCap ?? EVIDENCE_CAP,
    keyCap: settings.keyCap ?? KEY_CAP,
    mode: settings.mode,
    known: settings.known ?? NOTHING_KNOWN,
    everyKey: settings.everyKey ?? false,
    firstUses: once(() => findFirstUses(table)),
    successes: once(() => createSuccessCount(table)),
    earlyNetworks: once(() => countEarlyNetworks(table)),
  }
  const inStage = (stage: 1 | 2): PreparedRule[] => chosen.filter((rule) => rule.stage === stage).map((rule) => prepareRule(rule, context))

  const first = inStage(1)
  runStage(first, context, createThreatTable([]))
  const second = inStage(2)
  runStage(second, context, createThreatTable(first.flatMap(({ book }) => book.spans)))

  const prepared = [...first, ...second]
  return {
    findings: prepared.flatMap(({ book }) => book.findings).sort(compareFindings),
    ran: chosen.map(({ id }) => id).sort(compareTexts),
    skipped,
    flagged,
    incomplete: prepared.some(({ slots }) => slots.evictions() > 0),
  }
}
