import { isLockingOut, isPasswordReset } from '../rows/after-login.ts'
import { isPasswordShared } from '../habits/kept-password.ts'
import { MOST } from '../fusion/login-evidence.ts'
import { isShutBy } from '../fusion/trace-walk.ts'
import { REPLY } from '../fusion/thief.ts'
import { isOwners } from '../habits/history.ts'
import type { FusedLogin } from '../fusion/fuse-logins.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextData, remark, type Signal, type SignalInput } from './signal.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

export const FUSION_RULE = 'fusion'

const oneIn = (tail: number): number => Math.round(1 / tail)

/** They are counted up to `MOST` only. */
const barrenReason = (barren: number): string => (barren < MOST ? 'reason.barren-source' : 'reason.barren-source-many')

const failuresBefore = (row: number, { read, rows }: SignalInput): readonly number[] => {
  const at = read.time(row)
  return [...rows].filter((other) => read.isAttempt(other) && read.time(other) <= at && at - read.time(other) <= DAY_US)
}

/** A list tries everybody: that it tried this account too, and the owner came in on the same day, is chance. */
const isByList = ({ row, isOnlyTried }: FusedLogin, input: SignalInput): boolean =>
  isOnlyTried &&
  failuresBefore(row, input)
    .filter((failure) => input.read.source(failure) !== input.read.source(row))
    .every((failure) => (input.sources.get(input.read.source(failure))?.tried.size ?? 0) > 1)

const traces = ({ row, failed, barren }: FusedLogin, input: SignalInput): readonly Signal[] => {
  const { read } = input
  const at = read.time(row)
  const source = read.sourceText(row) ?? ''
  const failures = failuresBefore(row, input)
  return [
    ...(failed > 0 ? [remark(FUSION_RULE, 'reason.failed-elsewhere', at, failures, { failures: failed })] : []),
    ...(barren > 0 ? [remark(FUSION_RULE, barrenReason(barren), at, [row], { source, others: barren })] : []),
  ]
}

const lastReset = (row: number, rows: Int32Array, read: RowReader): number | undefined => {
  const at = read.time(row)
  return rows.findLast((other) => isPasswordReset(read.cls(other)) && read.time(other) <= at && at - read.time(other) <= HOUR_US)
}

const resetBefore = (row: number, rows: Int32Array, read: RowReader): readonly Signal[] => {
  const at = read.time(row)
  const reset = lastReset(row, rows, read)
  if (reset === undefined) return []
  const data = { time: { time: read.time(reset) }, minutes: Math.round((at - read.time(reset)) / 6e7) }
  return [remark(FUSION_RULE, 'reason.reset-before-login', read.time(reset), [reset, row], data)]
}

const changeAfter = (row: number, rows: Int32Array, read: RowReader): readonly Signal[] => {
  const at = read.time(row)
  const change = rows.find((other) => read.isChange(other) && isLockingOut(read.cls(other).action) && read.time(other) >= at)
  if (change === undefined) return []
  const data = {
    time: { time: read.time(change) },
    minutes: Math.round((read.time(change) - at) / 6e7),
    action: read.cls(change).action,
  }
  return [remark(FUSION_RULE, 'reason.change-after-login', read.time(change), [row, change], data)]
}

/** What whoever had the account before met with. */
const replyTo = ({ row, reply }: FusedLogin, { rows, read, historyBefore }: SignalInput): readonly Signal[] => {
  const at = read.time(row)
  const later = rows.filter((other) => read.time(other) > at)
  if (reply === REPLY.stopped) {
    const shut = later.find((other) => isShutBy(other, read))
    return shut === undefined
      ? []
      : [remark(FUSION_RULE, 'reason.shut-after-login', read.time(shut), [shut], { time: { time: read.time(shut) } })]
  }
  if (reply !== REPLY.lost) return []
  const history = historyBefore(at)
  const failed = later.find((other) => read.isAttempt(other) && read.source(other) !== read.source(row) && isOwners(other, history, read))
  if (failed === undefined) return []
  const data = { time: { time: read.time(failed) }, source: read.sourceText(failed) ?? '' }
  return [remark(FUSION_RULE, 'reason.failed-at-home', read.time(failed), [failed], data)]
}

const isOwnersReset = ({ row, reset }: FusedLogin, { rows, read, historyBefore }: SignalInput): boolean => {
  const set = reset ? lastReset(row, rows, read) : undefined
  return set !== undefined && isPasswordShared(set, rows, historyBefore(read.time(set)), read)
}

/** Logins whose context and traces together are too rare to be chance: nothing proves another person, and too much speaks for one. */
export const fusedSignals = (input: SignalInput): readonly Signal[] =>
  input.fused
    .filter((login) => !isOwnersReset(login, input) && !isByList(login, input))
    .flatMap((login): readonly Signal[] => [
      {
        rule: FUSION_RULE,
        weight: 'suspected',
        messageId: login.isNewcomer ? 'reason.rare-newcomer' : 'reason.rare-login',
        at: input.read.time(login.row),
        rows: [login.row],
        success: login.row,
        data: { ...contextData(login.row, input.read), oneIn: oneIn(login.context), together: oneIn(login.together) },
      },
      ...traces(login, input),
      ...(login.reset ? resetBefore(login.row, input.rows, input.read) : []),
      ...(login.changed ? changeAfter(login.row, input.rows, input.read) : []),
      ...replyTo(login, input),
    ])
