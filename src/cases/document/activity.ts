import { toIso } from '../../kernel/time.ts'
import type { CaseActivity } from '../../model/case.ts'
import { fromAny } from '../sources/attack-source.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { HOUR_US } from '../../kernel/time-units.ts'

type Counts = { -readonly [Name in keyof Omit<CaseActivity, 'hour'>]: number }

/**
 * Logins by hour of the whole log, hours without any left out. An attempt is one of the attack when it is among those that its
 * campaign counts, so that the hours add up to the attempts of the summary that failed.
 */
export const writeActivity = ({ table, read, campaigns }: JudgedCase): readonly CaseActivity[] => {
  const attackers = new Map(campaigns.flatMap(({ sources }) => sources.map((source) => [source.source, source] as const)))
  const isAttacker = fromAny(attackers, table, read)
  const hours = new Map<number, Counts>()
  let open = Number.NaN
  let counts: Counts = { successes: 0, failures: 0, attackAttempts: 0 }
  for (let row = 0; row < table.size; row += 1) {
    const isFailure = read.isAttempt(row)
    const isEntry = read.isLogin(row) && read.isSuccess(row)
    if (!isFailure && !isEntry) continue
    const hour = Math.floor(read.time(row) / HOUR_US)
    if (hour !== open) {
      open = hour
      counts = { successes: 0, failures: 0, attackAttempts: 0 }
      hours.set(hour, counts)
    }
    if (isEntry) counts.successes += 1
    if (!isFailure) continue
    counts.failures += 1
    if (isAttacker(row) && attackers.get(read.source(row))?.rows.has(row) === true) counts.attackAttempts += 1
  }
  return [...hours].map(([hour, counts]) => ({ hour: toIso(hour * HOUR_US), ...counts }))
}
