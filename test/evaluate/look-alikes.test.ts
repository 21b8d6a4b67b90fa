import { expect, it } from 'vitest'
import type { WrittenLog } from '../../bench/evaluate/log.ts'
import { run, type RunSettings } from '../../bench/evaluate/runs.ts'
import { parseList } from '../../src/knowledge/parse-list.ts'
import type { Scenario } from '../../src/simulate/define-scenario.ts'
import { lookAlikes } from '../../src/simulate/look-alikes/registry.ts'

/** Neither tuned to nor reported on. */
const SEEDS = [41, 42, 43]

interface Reported {
  readonly compromised: number
  readonly suspected: number
}

const NONE: Reported = { compromised: 0, suspected: 0 }

/**
 * Accounts reported in the three logs together, of 1,200; what is not named here is zero. Unavoidable are owners who come with a new phone,
 * or with another computer at another line, and add a factor or consent to an app at once: a log shows nothing else of a thief.
 */
const AT_MOST: Readonly<Record<string, Reported>> = {
  'monday-rush': { compromised: 0, suspected: 1 },
  'new-phone': { compromised: 0, suspected: 2 },
}

/** Whoever orders a penetration test says from where. */
const allowed = ({ truth }: WrittenLog): NonNullable<ReturnType<NonNullable<RunSettings['own']>>> => ({
  lists: parseList('allow', truth.lookAlikes.flatMap(({ sources }) => sources).join('\n'), 'allow.txt', 'UTC'),
})

const reportedIn = async (scenario: Scenario, seed: number): Promise<Reported> => {
  const wishes = [{ scenario, volume: '1', spread: 1 }] as const
  const { outcome, log } = await run({ seed, wishes, accounts: 400, days: 10, ...(scenario.id === 'pen-test' ? { own: allowed } : {}) })
  expect(log.truth.lookAlikes.flatMap(({ people }) => people).length, 'nobody played it').toBeGreaterThan(0)
  const count = (verdict: string): number => outcome.falseAlarms.filter((alarm) => alarm.verdict === verdict).length
  return { compromised: count('compromised'), suspected: count('suspected') }
}

it.each(lookAlikes.map((scenario) => [scenario.id, scenario] as const))('%s, alone over calm days', async (id, scenario) => {
  const all: Reported[] = []
  for (const seed of SEEDS) all.push(await reportedIn(scenario, seed))
  const most = AT_MOST[id] ?? NONE
  expect(all.reduce((sum, { compromised }) => sum + compromised, 0)).toBeLessThanOrEqual(most.compromised)
  expect(all.reduce((sum, { suspected }) => sum + suspected, 0)).toBeLessThanOrEqual(most.suspected)
})
