import type { CaseActivity } from '../../model/case.ts'

/**
 * Hours of both revisions. An hour that both counted is their sum where no older log was read again; where some were, the larger
 * number: what was read twice must not count twice, and the document cannot tell the logs of an hour apart.
 */
export const mergeActivity = (old: readonly CaseActivity[], now: readonly CaseActivity[], isDisjoint: boolean): readonly CaseActivity[] => {
  const join = isDisjoint ? (left: number, right: number): number => left + right : Math.max
  const hours = new Map(old.map((hour) => [hour.hour, hour]))
  for (const { hour, ...counts } of now) {
    const before = hours.get(hour)
    hours.set(hour, {
      hour,
      successes: join(before?.successes ?? 0, counts.successes),
      failures: join(before?.failures ?? 0, counts.failures),
      attackAttempts: join(before?.attackAttempts ?? 0, counts.attackAttempts),
    })
  }
  return [...hours.values()].toSorted((left, right) => Date.parse(left.hour) - Date.parse(right.hour))
}
