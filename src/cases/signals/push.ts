import { isLockingOut } from '../rows/after-login.ts'
import { SAME_ANSWER_MS } from '../../model/prompt.ts'
import { isForeign, isUnlike, noveltyOf } from '../habits/history.ts'
import { MINUTE_US } from '../../kernel/time-units.ts'
import { contextData, type Signal, type SignalInput, type Weight } from './signal.ts'

/** A refusal this long before an approval belongs to it. */
const BEFORE_US = 30 * 60 * 1e6
/** What is changed this soon after the approval was its purpose. */
const AFTER_US = 60 * 60 * 1e6

/** Said by the owner's own hand, not by a prompt that nobody saw. */
const DENIED: ReadonlySet<string> = new Set(['mfa-denied', 'mfa-fraud-reported'])

const SAME_ANSWER_US = SAME_ANSWER_MS * 1e3

const RULE = 'push-after-refusal'

/** Owners, too, put away a prompt or two of their own before they find the right one: at once. Whoever wants to wear somebody down takes time. */
const OWNERS_REFUSALS = 3
const OWNERS_SPAN_US = 2 * MINUTE_US

/** With little past there is less to hold against it. */
const weightOfThin = (isDenied: boolean, isUnlikeOwner: boolean, isOwnersSlip: boolean): Weight =>
  isUnlikeOwner || (isDenied && !isOwnersSlip) ? 'suspected' : 'unclear'

const weightOf = (approval: number, refusals: readonly number[], input: SignalInput): Weight | undefined => {
  const { rows, read, historyBefore } = input
  const at = read.time(approval)
  const denials = refusals.length
  const isDenied = refusals.some((row) => DENIED.has(read.cls(row).reason ?? ''))
  const novelty = noveltyOf(approval, historyBefore(at - BEFORE_US), read)
  if (!novelty.source) return undefined
  if (novelty.thin) {
    const isQuick = at - read.time(refusals[0] as number) <= OWNERS_SPAN_US
    return denials <= 1 ? undefined : weightOfThin(isDenied, isUnlike(novelty), isQuick && denials <= OWNERS_REFUSALS)
  }
  if (isForeign(novelty) && denials > 1) return 'compromised'
  // One refusal may be a slip of the finger: then a program of one's own speaks for the owner.
  if (isForeign(novelty)) return novelty.agent && novelty.country ? 'suspected' : 'medium'
  const source = read.source(approval)
  // A consent or a profile is what an owner at a new address sets right, too.
  const isUsedAtOnce = rows.some(
    (row) =>
      read.isChange(row) &&
      isLockingOut(read.cls(row).action) &&
      read.source(row) === source &&
      read.time(row) >= at &&
      read.time(row) - at <= AFTER_US,
  )
  return isUsedAtOnce ? 'suspected' : 'medium'
}

/**
 * Prompts refused and then one approved from an address new to the account, also where they were fewer than the rule
 * `mfa-fatigue` asks for: whoever sent them knew the password, and got in.
 */
export const pushSignals = (input: SignalInput): Signal[] => {
  const { rows, read, findings } = input
  if (findings.some(({ rule, severity }) => rule === 'mfa-fatigue' && severity === 'high')) return []
  const signals: Signal[] = []
  let refused: number[] = []
  for (const row of rows) {
    if (read.isRefusal(row)) {
      const last = refused.at(-1)
      const isSameAnswer =
        last !== undefined && read.time(row) - read.time(last) < SAME_ANSWER_US && read.cls(row).code !== read.cls(last).code
      if (!isSameAnswer) refused.push(row)
    } else if (refused.length > 0 && read.isSuccess(row)) {
      const own = refused.filter((denial) => read.time(row) - read.time(denial) <= BEFORE_US)
      refused = []
      const weight = own.length === 0 ? undefined : weightOf(row, own, input)
      if (weight === undefined) continue
      signals.push({
        rule: RULE,
        weight,
        messageId: 'reason.mfa-denials-then-approval',
        at: read.time(row),
        rows: [...own, row],
        success: row,
        data: { ...contextData(row, read), denials: own.length },
      })
    }
  }
  return signals
}
