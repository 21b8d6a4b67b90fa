import { isLockingOut, isOwnPassword, isPasswordReset, isResetRequest, isShutting } from '../rows/after-login.ts'
import type { LoginReader } from '../rows/login-reader.ts'
import { lineDepth } from '../scores/packed-novelty.ts'
import { isSameVisit } from '../scores/login-novelty.ts'
import { createSeenValues } from '../scores/seen-values.ts'
import { MOST, type EvidenceContext, type LoginEvidence } from './login-evidence.ts'
import { createReplyWalk } from './reply-walk.ts'
import { MANY_SCATTERED, TRIES } from './thief.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

interface Moment {
  readonly time: number
  readonly source: number
}
const NEVER: Moment = { time: Number.NEGATIVE_INFINITY, source: -1 }

/** Within the hour before, at the same address. */
const isJustBefore = (moment: Moment, time: number, source: number): boolean => moment.source === source && time - moment.time <= HOUR_US

/** The right password, but an old one: no guess, and the service itself asks for a new one. */
const isExpired = (row: number, read: LoginReader): boolean => read.cls(row).reason === 'password-expired'

/** An operator shut the account, as after a call from whoever it belongs to. */
export const isShutBy = (row: number, read: LoginReader): boolean => isShutting(read.cls(row)) && read.isByOther(row)

const triesOf = (failures: readonly Moment[], source: number): number => {
  if (failures.length === 0) return TRIES.none
  const elsewhere = failures.filter((failure) => failure.source !== source).length
  if (elsewhere === 0) return TRIES.there
  return elsewhere < MANY_SCATTERED ? TRIES.scattered : TRIES.many
}

/** Walks through what is no login beside the logins, account by account. */
export const createTraceWalk = (context: EvidenceContext, found: LoginEvidence) => {
  const { table, read, logins, novelty } = context
  const reply = createReplyWalk(context, found)
  /** Addresses of the account's logins so far; a missing one is an address like others. */
  const known = createSeenValues()
  let failures: Moment[] = []
  /** When a wrong password was typed last where the account had been before, and by address and by the line of the program. */
  let mistypedAtHome = Number.NEGATIVE_INFINITY
  /** When a reset was asked for last where wrong passwords had been typed; the link in the mail is opened on any machine. */
  let askedAsForgotten = Number.NEGATIVE_INFINITY
  const mistypedAt = new Map<number, number>()
  const mistypedWith = new Map<number, number>()
  let expired = NEVER
  let reset: Moment & { readonly isForgotten: boolean } = { ...NEVER, isForgotten: false }
  const sourceOf = (at: number): number => logins.source[at] as number
  const timeOf = (at: number): number => read.time(logins.row[at] as number)

  /** As `forgotten-password.ts` has it, in one pass. */
  const isForgotten = ({ time, source }: Moment, userAgent: number): boolean =>
    time - (mistypedAt.get(source) ?? Number.NEGATIVE_INFINITY) <= DAY_US ||
    time - Math.max(mistypedAtHome, askedAsForgotten) <= HOUR_US ||
    (userAgent >= 0 && time - (mistypedWith.get(userAgent) ?? Number.NEGATIVE_INFINITY) <= HOUR_US)

  /** Whoever was never in there has no session to change it from: it was set anew, as some providers log it (authentik: `password_set`, then `login`). */
  const isSetFromOutside = (row: number, source: number): boolean =>
    read.isChange(row) && isOwnPassword(read.cls(row).action) && source >= 0 && !known.has(source + 1)

  const visitLogin = (at: number): void => {
    const source = sourceOf(at)
    known.add(source + 1)
    reply.login(at)
    if (failures.length === 0 && reset.source !== source) return
    const time = timeOf(at)
    const isAnew = isJustBefore(reset, time, source)
    if (isAnew) {
      found[reset.isForgotten ? 'forgotten' : 'reset'][at] = 1
      reply.act(at)
    }
    const recent = failures.filter((failure) => time - failure.time <= DAY_US)
    failures = []
    const of = novelty[at] as number
    if (of >= 0 && lineDepth(of) === 0) return
    const tries = triesOf(recent, source)
    found.failed[at] = Math.min(MOST, recent.length)
    // What was typed before a reset is told with the reset.
    found.tries[at] = isAnew && tries === TRIES.there ? TRIES.none : tries
  }
  /** A provider logs a login for each application that a visit comes to: what is new about the visit is new about its first. */
  const firstOfVisit = (last: number, start: number): number => {
    let at = last
    while (at > start && sourceOf(at - 1) === sourceOf(at) && isSameVisit(timeOf(at - 1), timeOf(at))) at -= 1
    return at
  }
  const visitChange = (row: number, last: number, start: number): void => {
    const [time, source] = [read.time(row), read.source(row)]
    if (time - timeOf(last) > HOUR_US || (source >= 0 && source !== sourceOf(last))) return
    if (isOwnPassword(read.cls(row).action) && isJustBefore(expired, time, source)) return
    const first = firstOfVisit(last, start)
    found[isOwnPassword(read.cls(row).action) ? 'renewed' : 'changed'][first] = 1
    reply.act(first)
  }
  const visitTrace = (row: number, last: number | undefined, start: number): void => {
    const here = { time: read.time(row), source: read.source(row) }
    if (isShutBy(row, read)) reply.stop(row)
    if (isResetRequest(read.cls(row)) || read.isAttempt(row)) reply.failure(row)
    if ((isPasswordReset(read.cls(row)) || isSetFromOutside(row, here.source)) && !read.isByOther(row))
      reset = { ...here, isForgotten: isForgotten(here, table.userAgent.get(row)) }
    if (isResetRequest(read.cls(row)) && here.time - (mistypedAt.get(here.source) ?? Number.NEGATIVE_INFINITY) <= DAY_US)
      askedAsForgotten = here.time
    if (read.isAttempt(row)) {
      mistypedAt.set(here.source, here.time)
      mistypedWith.set(table.userAgent.get(row), here.time)
      if (known.has(here.source + 1)) mistypedAtHome = here.time
      if (isExpired(row, read)) expired = here
      else if (!known.has(here.source + 1)) failures.push(here)
    } else if (last !== undefined && read.isChange(row) && isLockingOut(read.cls(row).action)) visitChange(row, last, start)
  }
  return (traces: Int32Array, start: number, end: number): void => {
    known.clear()
    reply.clear()
    failures = []
    mistypedAt.clear()
    mistypedWith.clear()
    mistypedAtHome = Number.NEGATIVE_INFINITY
    askedAsForgotten = Number.NEGATIVE_INFINITY
    expired = NEVER
    reset = { ...NEVER, isForgotten: false }
    let next = start
    for (const row of traces) {
      while (next < end && (logins.row[next] as number) < row) visitLogin(next++)
      visitTrace(row, next > start ? next - 1 : undefined, start)
    }
    while (next < end) visitLogin(next++)
  }
}
