import { DAY_US } from '../../kernel/time-units.ts'
import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../rows/account-rows.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { GUESSING_RULES } from './attack-source.ts'
import type { StrayAttempts } from './stray-attempts.ts'

/** Rules whose finding is about a source as such. */
const SOURCE_RULES: ReadonlySet<string> = new Set([
  'single-source-stuffing',
  'single-source-spray',
  'low-and-slow-source',
  'user-enumeration',
])
/** The rule whose finding is about many sources at once; a wave is looked at as it grows, so its end lies after the finding's. */
const WAVE_RULE = 'distributed-wave'
const WAVE_TAIL_US = 10 * 60 * 1e6
/** A finding begins with its threshold and ends with its episode; the attack begins before and trickles on. */
const BEFORE_US = 10 * 60 * 1e6
const AFTER_US = DAY_US

export interface NamedContext {
  readonly table: EventTable
  readonly byAccount: AccountRows
  readonly read: RowReader
  readonly strays: StrayAttempts
}

/** A finding names its source by text; one of its events shows the number. */
const keyOfSource = ({ rows, source }: Finding, read: RowReader): number => {
  const row = rows.find((at) => read.sourceText(at) === source)
  return row === undefined ? -1 : read.source(row)
}

/** What the owners of the line do not explain, around the finding. */
const attemptsOfSource = (
  finding: Finding,
  straysBySource: ReadonlyMap<number, readonly number[]>,
  { read }: NamedContext,
): readonly number[] =>
  (straysBySource.get(keyOfSource(finding, read)) ?? []).filter((row) => {
    const time = read.time(row)
    return time >= finding.first - BEFORE_US && time <= finding.last + AFTER_US
  })

/** The guesses behind a finding on one account, from where it never got in by itself. */
const attemptsOfGuessing = (finding: Finding, { byAccount, read, strays }: NamedContext): readonly number[] =>
  [...byAccount.of(finding.accountKey)].filter((row) => {
    const time = read.time(row)
    return strays.isStray[row] === 1 && time >= finding.first && time <= finding.last
  })

/**
 * A wave names a program and an application, not its sources: all from which these two failed for good while it lasted. Where owners
 * explain most of it, it was a rush of customers.
 */
const attemptsOfWave = ({ rows, last }: Finding, { table, read, strays }: NamedContext): readonly number[] => {
  const [first = table.size] = rows
  const found: number[] = []
  let own = 0
  for (let row = first; row < table.size && read.time(row) <= last + WAVE_TAIL_US; row += 1) {
    if (!read.isAttempt(row) || read.agent(row) !== read.agent(first) || table.client.get(row) !== table.client.get(first)) continue
    if (strays.isStray[row] === 1) found.push(row)
    else own += 1
  }
  return found.length > own ? found : []
}

export interface NamedAttempts {
  readonly finding: Finding
  readonly rows: readonly number[]
}

/** Attempts that a rule's finding is about. */
export const findNamedAttempts = (findings: readonly Finding[], context: NamedContext): readonly NamedAttempts[] => {
  const straysBySource = Map.groupBy(context.strays.rows, context.read.source)
  return findings.flatMap((finding): readonly NamedAttempts[] => {
    if (SOURCE_RULES.has(finding.rule) && finding.source !== undefined)
      return [{ finding, rows: attemptsOfSource(finding, straysBySource, context) }]
    if (GUESSING_RULES.has(finding.rule) && finding.accountKey >= 0) return [{ finding, rows: attemptsOfGuessing(finding, context) }]
    return finding.rule === WAVE_RULE ? [{ finding, rows: attemptsOfWave(finding, context) }] : []
  })
}
