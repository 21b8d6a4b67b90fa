import { parseList } from '../../src/knowledge/parse-list.ts'
import { lookAlikes } from '../../src/simulate/look-alikes/registry.ts'
import type { WrittenLog } from './log.ts'
import { run, type Run } from './runs.ts'

interface Reported {
  readonly accounts: number
  readonly campaigns: number
}

export interface PenTest {
  readonly without: Reported
  readonly with: Reported
}

const sourcesOf = ({ truth }: WrittenLog): readonly string[] => truth.lookAlikes.flatMap(({ sources }) => sources)

const reportedOf = ({ document, log, outcome }: Run): Reported => {
  const sources = new Set(sourcesOf(log))
  return {
    accounts: outcome.falseAlarms.filter(({ kind }) => kind === 'pen-test').length,
    campaigns: document.campaigns.filter((campaign) => campaign.sources.some((source) => sources.has(source))).length,
  }
}

/** An ordered test, with and without the list that says so. */
export const measurePenTest = async (seed: number): Promise<PenTest> => {
  const scenario = lookAlikes.filter(({ id }) => id === 'pen-test')
  const settings = { seed, wishes: scenario.map((one) => ({ scenario: one, volume: '1' as const, spread: 1 as const })), accounts: 2000 }
  const allow = (log: WrittenLog) => ({ lists: parseList('allow', sourcesOf(log).join('\n'), 'allow.txt', 'UTC') })
  const [plain, listed] = [await run(settings), await run({ ...settings, own: allow })]
  return { without: reportedOf(plain), with: reportedOf(listed) }
}
