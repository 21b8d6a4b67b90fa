import { rules } from '../../src/rules/registry.ts'
import type { Shuffled } from '../../src/simulate/define-scenario.ts'
import { auditLeaks, type Leak } from './audit.ts'
import { againstCrowdsec, type Expected } from './crowdsec.ts'
import { acrossFormats, type FormatResult } from './formats.ts'
import { growingExports, type GrowingDay } from './growing.ts'
import { measurePenTest, type PenTest } from './pen-test.ts'
import { attackWishes, lookAlikeWishes, mixedWishes, OTHER_WORLD_SEEDS, REPORT_SEEDS } from './plan.ts'
import { measureOtherWorld, type OtherOutcome } from './other-world/measure.ts'
import { measureImpostors, type ImpostorResult } from './impostors.ts'
import type { Outcome } from './outcome.ts'
import { run, runWith } from './runs.ts'

/** How much is measured: a look while working, or the report. */
export interface Extent {
  readonly seeds: readonly number[]
  readonly accounts: number
  readonly cleanSeeds: readonly number[]
  readonly cleanAccounts: number
  readonly shuffleSeeds: readonly number[]
  readonly ablationSeeds: readonly number[]
  readonly formatSeeds: readonly number[]
  readonly growingSeeds: readonly number[]
  readonly auditSeeds: number
  readonly impostorSeeds: readonly number[]
  readonly otherWorldSeeds: readonly number[]
  /** Folder of real samples, if there is one. */
  readonly corpus: string | undefined
}

export const FULL: Extent = {
  seeds: REPORT_SEEDS,
  accounts: 4000,
  cleanSeeds: REPORT_SEEDS.slice(0, 3),
  cleanAccounts: 10_000,
  shuffleSeeds: REPORT_SEEDS.slice(0, 4),
  ablationSeeds: REPORT_SEEDS.slice(0, 2),
  formatSeeds: REPORT_SEEDS.slice(0, 3),
  growingSeeds: REPORT_SEEDS.slice(0, 3),
  auditSeeds: 8,
  impostorSeeds: REPORT_SEEDS.slice(0, 4),
  otherWorldSeeds: OTHER_WORLD_SEEDS,
  corpus: process.env['ASHIATO_CORPUS'],
}

/** Tuning seeds, small: for a look while working, and for the test. */
export const QUICK: Extent = {
  // Not smaller: the look-alikes alone need some 1,500 people.
  seeds: [1],
  accounts: 3000,
  cleanSeeds: [1],
  cleanAccounts: 3000,
  shuffleSeeds: [],
  ablationSeeds: [],
  formatSeeds: [],
  growingSeeds: [],
  auditSeeds: 0,
  impostorSeeds: [],
  otherWorldSeeds: [],
  corpus: undefined,
}

export interface Ablation {
  readonly rule: string
  readonly outcomes: readonly Outcome[]
}

export interface Measured {
  readonly mixed: readonly Outcome[]
  readonly clean: readonly Outcome[]
  readonly shuffled: ReadonlyMap<string, readonly Outcome[]>
  readonly ablations: readonly Ablation[]
  readonly formats: readonly (readonly FormatResult[])[]
  readonly growing: readonly (readonly GrowingDay[])[]
  readonly withoutSuccesses: Readonly<Record<string, number>>
  readonly leaks: readonly Leak[]
  readonly impostors: readonly ImpostorResult[]
  readonly otherWorld: readonly OtherOutcome[]
  readonly crowdsec: readonly Expected[]
  readonly penTest: PenTest
}

type Say = (text: string) => void

const mixedOutcomes = async (extent: Extent, say: Say): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const seed of extent.seeds) {
    outcomes.push((await run({ seed, wishes: mixedWishes(seed), accounts: extent.accounts })).outcome)
    say(`mixed log ${seed}`)
  }
  return outcomes
}

const cleanOutcomes = async (extent: Extent, say: Say): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const seed of extent.cleanSeeds) {
    outcomes.push((await run({ seed, wishes: lookAlikeWishes, accounts: extent.cleanAccounts })).outcome)
    say(`clean log ${seed}`)
  }
  return outcomes
}

const KINDS: readonly Shuffled[] = ['agent', 'network', 'action']

const shuffledOutcomes = async (extent: Extent, say: Say): Promise<ReadonlyMap<string, readonly Outcome[]>> => {
  const all = new Map<string, Outcome[]>()
  for (const seed of extent.shuffleSeeds)
    for (const kind of KINDS) {
      const { outcome } = await run({ seed, wishes: mixedWishes(seed), accounts: extent.accounts, shuffled: [kind] })
      all.set(kind, [...(all.get(kind) ?? []), outcome])
      say(`shuffled ${kind} ${seed}`)
    }
  return all
}

/** Each log is read once, and concluded again without each rule in turn. */
const ablationsOf = async (extent: Extent, say: Say): Promise<Ablation[]> => {
  const ids = rules.map(({ id }) => id)
  const outcomes = new Map<string, Outcome[]>(ids.map((id) => [id, []]))
  for (const seed of extent.ablationSeeds) {
    await runWith(
      { seed, wishes: mixedWishes(seed), accounts: extent.accounts },
      ids.map((id) => ({ skip: [id] })),
      ({ outcome }, at) => outcomes.get(ids[at] ?? '')?.push(outcome),
    )
    say(`without each rule ${seed}`)
  }
  return extent.ablationSeeds.length === 0 ? [] : [...outcomes].map(([rule, all]) => ({ rule, outcomes: all }))
}

/** With all successes deleted, the log cannot show that anybody is safe. */
const verdictsWithoutSuccesses = async (extent: Extent): Promise<Record<string, number>> => {
  const [seed = 1] = extent.seeds
  const { document } = await run({
    seed,
    wishes: attackWishes(seed),
    accounts: extent.accounts,
    tell: (event) => (event.outcome === 'success' ? undefined : event),
  })
  return { ...document.summary.accounts }
}

export const measureAll = async (extent: Extent, say: Say): Promise<Measured> => {
  const mixed = await mixedOutcomes(extent, say)
  const clean = await cleanOutcomes(extent, say)
  const withoutSuccesses = await verdictsWithoutSuccesses(extent)
  const shuffled = await shuffledOutcomes(extent, say)
  const ablations = await ablationsOf(extent, say)
  const formats: (readonly FormatResult[])[] = []
  for (const seed of extent.formatSeeds) formats.push(await acrossFormats(seed, extent.accounts))
  const growing: (readonly GrowingDay[])[] = []
  for (const seed of extent.growingSeeds) growing.push(await growingExports(seed))
  const impostors = await measureImpostors(extent.impostorSeeds)
  const otherWorld: OtherOutcome[] = []
  for (const seed of extent.otherWorldSeeds) for (const volume of [1, 0.1]) otherWorld.push(...(await measureOtherWorld(seed, volume)))
  const penTest = await measurePenTest(extent.cleanSeeds[0] ?? 1)
  const crowdsec = await againstCrowdsec(extent.corpus)
  say('formats, growing exports, impostors, the other world')
  const learn = Array.from({ length: extent.auditSeeds }, (_, at) => at + 1)
  const leaks =
    extent.auditSeeds === 0
      ? []
      : auditLeaks(
          learn,
          learn.map((seed) => seed + extent.auditSeeds),
        )
  return { mixed, clean, shuffled, ablations, formats, growing, withoutSuccesses, leaks, impostors, otherWorld, crowdsec, penTest }
}
