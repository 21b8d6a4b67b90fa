import type { CaseDocument } from '../../src/model/case.ts'
import { conclude, prepare } from '../../src/pipeline/analyze.ts'
import type { AnalyzeOptions } from '../../src/pipeline/options.ts'
import type { Shuffled } from '../../src/simulate/define-scenario.ts'
import type { SimEvent } from '../../src/simulate/event.ts'
import type { SimulateOptions, Wish } from '../../src/simulate/simulate.ts'
import { PROFILES, type Profile } from '../../src/simulate/world/profile.ts'
import { encoderOf, inFolder, writeLog, type WrittenLog } from './log.ts'
import { runOptions } from '../run-options.ts'
import { judgeOutcome, type Outcome } from './outcome.ts'

export const profileOf = (id: Profile['id']): Profile => {
  const found = PROFILES.find((profile) => profile.id === id)
  if (found === undefined) throw new Error(`no profile ${id}`)
  return found
}

/** Monday 5 October 2026 in Japan. */
const START_MS = Date.UTC(2026, 9, 4, 15)

export interface RunSettings {
  readonly seed: number
  readonly wishes: readonly Wish[]
  readonly accounts: number
  readonly days?: number
  readonly format?: string
  readonly profile?: Profile['id']
  readonly shuffled?: readonly Shuffled[]
  readonly tell?: (event: SimEvent) => SimEvent | undefined
  readonly own?: (log: WrittenLog) => Partial<AnalyzeOptions>
}

export const simulateOptions = ({ seed, wishes, accounts, days = 14, profile = 'shop', shuffled = [] }: RunSettings): SimulateOptions => ({
  seed,
  wishes,
  accounts,
  days,
  profile: profileOf(profile),
  startMs: START_MS,
  shuffled,
})

export interface Run {
  readonly document: CaseDocument
  readonly log: WrittenLog
  readonly outcome: Outcome
}

const silent = (): void => undefined

/** Simulates, writes, reads and judges; `variants` conclude the same events again with other options. */
export const runWith = async (
  settings: RunSettings,
  variants: readonly Partial<AnalyzeOptions>[],
  each: (run: Run, variant: number) => void,
): Promise<void> =>
  inFolder(async (folder) => {
    const log = writeLog(folder, simulateOptions(settings), encoderOf(settings.format ?? 'ndjson'), settings.tell)
    const options = runOptions([log.path], settings.own?.(log))
    const prepared = await prepare(options, silent)
    for (const [variant, own] of variants.entries()) {
      const { document } = await conclude(prepared, { ...options, ...own })
      each({ document, log, outcome: judgeOutcome(settings.seed, document, log) }, variant)
    }
  })

export const run = async (settings: RunSettings): Promise<Run> => {
  let result: Run | undefined
  await runWith(settings, [{}], (one) => {
    result = one
  })
  if (result === undefined) throw new Error('nothing was run')
  return result
}
