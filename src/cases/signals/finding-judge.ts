import type { Finding } from '../../model/finding.ts'
import type { Novelty } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { Signal, SignalInput } from './signal.ts'

/** More than whoever forgot the password tries: of a million owners' logins 1,450 follow five misses within five minutes, and 120 follow ten (RBA data). */
export const MANY_GUESSES = 10

export type FindingJudge = (finding: Finding, input: SignalInput) => Signal[]

export const lastSuccess = (finding: Finding, read: RowReader): number | undefined => finding.rows.findLast((row) => read.isSuccess(row))

const WORTH_A_SIGNAL: ReadonlySet<string> = new Set(['medium', 'high', 'critical'])

/** A rule that this room knows no reading for still counts as what it says of itself, unless all it cites was done by others. */
export const judgeOther: FindingJudge = (finding, { read }) =>
  WORTH_A_SIGNAL.has(finding.severity) && finding.rows.length > 0
    ? [
        {
          rule: finding.rule,
          weight: 'medium',
          messageId: finding.messageId,
          data: finding.data,
          at: finding.last,
          rows: finding.rows,
          success: lastSuccess(finding, read),
        },
      ]
    : []

/** What many have in common: an address, a network, a machine. */
export const FAN_IN_RULES: ReadonlySet<string> = new Set(['fan-in', 'fan-in-network', 'fan-in-device'])

/** A line that the staff or an app uses for many members brings new accounts every day, and the staff resets passwords. */
export const fannedIn: FindingJudge = (finding, input) => (finding.rows.some(input.isSharedLine) ? [] : judgeOther(finding, input))

/** All that came before was done by a program on the owner's behalf: nothing of the owner's own is known. */
export const isUnknownPast = (row: number, { rows, read, historyBefore, isOnBehalf }: SignalInput): boolean =>
  historyBefore(read.time(row)).logins === 0 &&
  rows.some((other) => read.time(other) < read.time(row) && read.isSuccess(other) && isOnBehalf(other))

/** With the kind of program that the account is known for, on no machine that is known to be another. */
export const isOfOwnKind = (row: number, { thin, agent, device }: Novelty, read: RowReader): boolean =>
  !thin && read.agent(row) >= 0 && !agent && !device
