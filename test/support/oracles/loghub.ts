import { corpusFiles } from '../corpus-rows.ts'
import { readCorpus } from '../corpus.ts'
import type { Oracle, OracleRecord, Told } from './told.ts'

const SUFFIX = '_structured.csv'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Templates of sshd's lines that decide an attempt. Others are details of one, or no attempt. */
const OUTCOMES: readonly (readonly [RegExp, NonNullable<Told['outcome']>])[] = [
  [/^Accepted /, 'success'],
  [/^(?:message repeated <\*> times: \[ )?Failed /, 'failure'],
]

/** `LineId,Month,Date,Time,…,EventId,EventTemplate`: the columns before the free text, and the last one, hold no quoted comma that matters here. */
const recordOf = (row: string, index: number): OracleRecord | undefined => {
  const [line, month = '', day = '', clock = ''] = row.split(',')
  const template = row.slice(row.search(/,E\d+,/)).replace(/^,E\d+,"?/, '')
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(template))?.[1]
  if (outcome === undefined) return undefined
  const date = `-${`${MONTHS.indexOf(month) + 1}`.padStart(2, '0')}-${day.padStart(2, '0')}T${clock}Z`
  return { index, told: { time: date, outcome }, match: { by: 'line', line: Number(line) }, isLogin: true }
}

/** Loghub's structured tables: every line with its template. Of Linux_2k no template is an attempt of sshd's by its name. */
export const loghubOracles = (): readonly Oracle[] =>
  corpusFiles()
    .filter((path) => path.startsWith('sshd/loghub/OpenSSH') && path.endsWith(SUFFIX))
    .map((path) => ({
      tool: 'Loghub',
      file: path.slice(0, -SUFFIX.length),
      records: readCorpus(path)
        .split('\n')
        .slice(1)
        .flatMap((row, index) => recordOf(row, index) ?? []),
    }))
