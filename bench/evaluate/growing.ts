import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze } from '../../src/pipeline/analyze.ts'
import type { Wish } from '../../src/simulate/simulate.ts'
import { encoderOf, inFolder, writeLog } from './log.ts'
import { runOptions } from '../run-options.ts'
import { traced } from './plan.ts'
import { simulateOptions } from './runs.ts'

const DAY_MS = 86_400_000
const DAYS = 14
/** Counted from 1, as people do. */
const ATTACK_DAY = 3

/** Those got into on the third day, and how many of them each day's export flags. */
export interface GrowingDay {
  readonly day: number
  readonly victims: number
  readonly flagged: number
  /** Flagged by the export of the day before, and no longer by this one. */
  readonly dropped: number
}

/** Every attack that leaves more than one login behind. */
const wishes: readonly Wish[] = traced.map((scenario) => ({ scenario, volume: '1/3', spread: 50, day: ATTACK_DAY - 1 }))

/** A log of fourteen days with takeovers on the third, read as fourteen exports that grow day by day; the last is the whole. */
export const growingExports = (seed: number, people = 2000): Promise<readonly GrowingDay[]> =>
  inFolder(async (folder) => {
    const options = simulateOptions({ seed, wishes, accounts: people, days: DAYS })
    const { path, truth, accountOf } = writeLog(folder, options, encoderOf('ndjson'))
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    const times = lines.map((line) => Date.parse((JSON.parse(line) as { timestamp: string }).timestamp))
    const attackEndMs = options.startMs + ATTACK_DAY * DAY_MS
    const victims = truth.attacks.flatMap((attack) => attack.victims).filter(({ hit }) => hit < attackEndMs)
    const accounts = victims.map(({ person }) => accountOf(person))
    const days: GrowingDay[] = []
    let before = new Set<string>()
    for (let day = ATTACK_DAY; day <= DAYS; day += 1) {
      const endMs = options.startMs + day * DAY_MS
      const count = times.findLastIndex((timeMs) => timeMs < endMs) + 1
      const part = join(folder, `export-${day}.ndjson`)
      writeFileSync(part, `${lines.slice(0, count).join('\n')}\n`)
      const { document } = await analyze(runOptions([part]))
      const listed = new Set(
        document.accounts.filter(({ verdict }) => verdict === 'compromised' || verdict === 'suspected').map(({ account }) => account),
      )
      const flagged = new Set(accounts.filter((account) => listed.has(account)))
      days.push({
        day,
        victims: accounts.length,
        flagged: flagged.size,
        dropped: [...before].filter((account) => !flagged.has(account)).length,
      })
      before = flagged
    }
    return days
  })
