import { readCorpus } from '../support/corpus.ts'

interface RuleTest {
  readonly log_types: readonly string[] | null
  readonly log: unknown
}

/** The vendor records of one log type among the rule tests of the corpus, one a line. */
export const ruleTestLogs = (type: string): string =>
  readCorpus('panther-rule-tests/events.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RuleTest)
    .filter(({ log_types: types }) => types?.length === 1 && types[0] === type)
    .map(({ log }) => JSON.stringify(log))
    .join('\n')
