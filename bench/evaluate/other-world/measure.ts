import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../../../src/kernel/random.ts'
import { conclude, prepare } from '../../../src/pipeline/analyze.ts'
import { inFolder } from '../log.ts'
import { runOptions } from '../../run-options.ts'
import { attackAll, type Victim } from './attacks.ts'
import { diceOf, type Happening } from './happenings.ts'
import { ordinaryDays, penFor } from './ordinary.ts'
import { crowdOf } from './people.ts'
import { auth0, okta, personOf, type Write } from './records.ts'

const PEOPLE = 6000
const FORMATS: Readonly<Record<string, Write>> = { okta, auth0 }

/** One log of the other world, as one format, judged. */
export interface OtherOutcome {
  readonly format: string
  readonly volume: number
  readonly records: number
  /** With the verdict that each victim got, if any. */
  readonly victims: readonly (Victim & { readonly verdict: string | undefined })[]
  /** Verdicts of accounts that nobody attacked with success. */
  readonly falseAlarms: readonly string[]
}

const build = (seed: number, volume: number): { readonly happenings: readonly Happening[]; readonly victims: readonly Victim[] } => {
  const dice = diceOf(createRandom(seed))
  const happenings: Happening[] = []
  const pen = penFor(happenings)
  const crowd = crowdOf(dice, PEOPLE)
  ordinaryDays(dice, pen, crowd)
  const victims = attackAll(dice, pen, crowd, volume)
  return { happenings: happenings.toSorted((left, right) => left.ms - right.ms), victims }
}

const judge = async (lines: readonly string[]): Promise<ReadonlyMap<number, string>> =>
  inFolder(async (folder) => {
    const path = join(folder, 'log.ndjson')
    writeFileSync(path, `${lines.join('\n')}\n`)
    const options = runOptions([path])
    const { document } = await conclude(await prepare(options, () => undefined), options)
    return new Map(
      document.accounts.flatMap(({ account, verdict }) =>
        verdict === 'compromised' || verdict === 'suspected' ? [[personOf(account), verdict] as const] : [],
      ),
    )
  })

/** A world that shares no line with `src/simulate`, written from the literature's proportions before the figures were seen. */
export const measureOtherWorld = async (seed: number, volume: number): Promise<readonly OtherOutcome[]> => {
  const { happenings, victims } = build(seed, volume)
  const outcomes: OtherOutcome[] = []
  for (const [format, write] of Object.entries(FORMATS)) {
    const verdicts = await judge(happenings.map(write))
    const hit = new Set(victims.map(({ person }) => person))
    outcomes.push({
      format,
      volume,
      records: happenings.length,
      victims: victims.map((victim) => ({ ...victim, verdict: verdicts.get(victim.person) })),
      falseAlarms: [...verdicts].filter(([person]) => !hit.has(person)).map(([, verdict]) => verdict),
    })
  }
  return outcomes
}
