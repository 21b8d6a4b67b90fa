import type { Finding } from '../../model/finding.ts'
import { indexByAccount } from '../rows/account-rows.ts'
import type { Campaign } from '../campaigns/find-campaigns.ts'
import { findNewcomers } from '../campaigns/newcomers.ts'
import type { WaveHit } from '../campaigns/wave-hits.ts'
import type { DayBefore } from './days-before.ts'
import { findAttacks, type Attacks } from './find-attacks.ts'
import { createHousePrograms } from '../lines/house-programs.ts'
import type { StrayContext } from '../sources/stray-attempts.ts'

/** What the rules had found by then. */
const foundBy = (size: number, findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => {
    const rows = finding.rows.filter((row) => row < size)
    return rows.length === 0 ? [] : [{ ...finding, rows }]
  })

const hitsOn = ({ table, weighed }: DayBefore, findings: readonly Finding[], context: StrayContext): ReadonlyMap<number, WaveHit> => {
  const { logins, scores } = weighed()
  const isHouseProgram = createHousePrograms(table, context.read, scores.accountsOn)
  const then = { ...context, table, byAccount: indexByAccount(table), logins, counts: scores.counts, isHouseProgram }
  return findAttacks(foundBy(table.size, findings), then, { lives: context.logins }).waveHits
}

const addressesInCommon = (one: Campaign, other: Campaign): number => {
  const ours = new Set(one.sources.map(({ source }) => source))
  return other.sources.filter(({ source }) => ours.has(source)).length
}

/** The campaign by the name that it has now, where it has one. */
const asItIsNow = (hit: WaveHit, campaigns: readonly Campaign[]): WaveHit => {
  const [now] = campaigns.toSorted((left, right) => addressesInCommon(hit.campaign, right) - addressesInCommon(hit.campaign, left))
  return now === undefined || addressesInCommon(hit.campaign, now) === 0 ? hit : { ...hit, campaign: now }
}

/**
 * Which attempts make one attack, and how often customers come with what it has, moves from day to day in a small log. A login that was
 * the attack's by what the log knew on a day before stays so, unless its account's own later life, or somebody else at its address, speaks
 * against it.
 */
export const withHitsOfDaysBefore = (
  attacks: Attacks,
  findings: readonly Finding[],
  context: StrayContext,
  days: readonly DayBefore[],
): Attacks => {
  const before = new Map<number, WaveHit>()
  for (const day of days) for (const [row, hit] of hitsOn(day, findings, context)) if (!before.has(row)) before.set(row, hit)
  const open = [...before].filter(([row]) => !attacks.waveHits.has(row))
  if (open.length === 0) return attacks
  const newcomers = new Set(findNewcomers(context.table, context.logins, context.read))
  const kept = open.flatMap(([row, hit]) => (newcomers.has(row) ? [[row, asItIsNow(hit, attacks.campaigns)] as const] : []))
  return { ...attacks, waveHits: new Map([...attacks.waveHits, ...kept]) }
}
