import { SEVERITIES } from '../../model/vocabulary.ts'
import type { Severity } from '../../model/vocabulary.ts'
import type { Threat } from '../define-rule.ts'

/** A stage-1 episode as stage 2 may see it: never more than was known at the time. */
export interface ThreatSpan {
  readonly rule: string
  readonly findingId: string
  readonly fromMs: number
  /** When it was first reported; before that nobody knew. */
  readonly openedMs: number
  readonly lastMs: number
  /** It may go on this long after its last report, so until then it counts as active. */
  readonly gapMs: number
  /** Severities as they rose, in time order. */
  readonly raises: readonly { readonly atMs: number; readonly severity: Severity }[]
}

export interface ThreatTable {
  /** Sources that there is anything about at any time. */
  readonly sources: readonly number[]
  readonly find: (sourceKey: number, timeMs: number, withinMs: number, rules: readonly string[] | undefined) => Threat | undefined
}

const severityAt = ({ raises }: ThreatSpan, timeMs: number): Severity => raises.findLast(({ atMs }) => atMs <= timeMs)?.severity ?? 'info'

const isKnown = (span: ThreatSpan, timeMs: number, withinMs: number): boolean =>
  span.openedMs <= timeMs && timeMs <= span.lastMs + Math.max(span.gapMs, withinMs)

const compare = (left: Threat, right: Threat): number =>
  SEVERITIES.indexOf(right.severity) - SEVERITIES.indexOf(left.severity) ||
  left.fromMs - right.fromMs ||
  (left.findingId < right.findingId ? -1 : 1)

/** Spans by source, frozen after stage 1. The most severe threat is found, then the earliest. */
export const createThreatTable = (spans: readonly { readonly sourceKey: number; readonly span: ThreatSpan }[]): ThreatTable => {
  const bySource = Map.groupBy(spans, ({ sourceKey }) => sourceKey)
  return {
    sources: [...bySource.keys()],
    find: (sourceKey, timeMs, withinMs, rules) => {
      const own = bySource.get(sourceKey)
      if (own === undefined) return undefined
      const threats = own
        .filter(({ span }) => isKnown(span, timeMs, withinMs) && (rules === undefined || rules.includes(span.rule)))
        .map(({ span }): Threat => ({
          rule: span.rule,
          findingId: span.findingId,
          fromMs: span.fromMs,
          toMs: Math.min(span.lastMs, timeMs),
          severity: severityAt(span, timeMs),
        }))
      return threats.sort(compare)[0]
    },
  }
}
