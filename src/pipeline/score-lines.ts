import { eachLoginScore, type LoginScore } from '../cases/document/scores.ts'
import { csvLine } from '../reports/csv/csv-line.ts'
import type { Analysis } from './analyze.ts'

/** In this order; docs/SCORES.md says what they mean. */
const COLUMNS = [
  'time',
  'account',
  'provider',
  'ip',
  'country',
  'network',
  'agent',
  'file',
  'line',
  'earlier',
  'news',
  'score',
  'tail',
  'freeman',
] as const

const cellsOf = ({ input, ...score }: LoginScore, paths: readonly string[]) => {
  const record = { ...score, file: paths[input] ?? '' }
  return COLUMNS.map((column) => record[column])
}

/** One successful login per line, as CSV with a header, in time order. Values are exact, as in every plain CSV here. */
export function* scoreLines({ judged, document }: Analysis): Generator<string> {
  const paths = document.run.inputs.map(({ path }) => path)
  yield csvLine([...COLUMNS])
  for (const score of eachLoginScore(judged)) yield csvLine(cellsOf(score, paths))
}
