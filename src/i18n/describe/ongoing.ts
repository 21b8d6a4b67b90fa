import { secondsToEnd, STILL_ACTIVE_SECONDS } from '../../kernel/still-active.ts'
import type { CaseAccount, CaseDocument, CaseStep } from '../../model/case.ts'
import { formatDuration } from '../quantity.ts'
import { say, type SayOptions } from '../translate.ts'
import { isAffected } from '../../model/vocabulary.ts'

/** Whose doings count: entered or perhaps entered, unless a person cleared it. */
const isHeld = ({ kind, verdict, decision }: CaseAccount): boolean =>
  kind === 'takeover' && decision.state !== 'cleared' && (isAffected({ verdict }) || decision.state === 'confirmed')

export interface Ongoing {
  readonly isActive: boolean
  /** From the last attempt to the end of the log; null where nothing was attempted. */
  readonly attemptSeconds: number | null
  /** From the last act held against an account; null where that adds nothing to the last attempt. */
  readonly actSeconds: number | null
}

/** A login past a block may be the owner's: it contradicts the step, and shows no attacker. */
const isAttackersAct = ({ state, stateWhy }: CaseStep): boolean => state === 'contradicted' && stateWhy === undefined

/** The last one as judged, and what newer logs hold against the steps that were to end it. Epoch ms. */
const actsOf = ({ lastSuspicious, checklist }: CaseAccount): readonly number[] =>
  [lastSuspicious, ...checklist.filter(isAttackersAct).map(({ stateAt }) => stateAt)].flatMap((time) =>
    typeof time === 'string' ? [Date.parse(time)] : [],
  )

/** An act adds something where it shows that the attack may go on, or came well after the last attempt. */
const saysMore = (act: number, attempt: number | null): boolean =>
  attempt === null || attempt - act > STILL_ACTIVE_SECONDS || (act <= STILL_ACTIVE_SECONDS && attempt > STILL_ACTIVE_SECONDS)

/** Is it going on? An attacker who got in need not try any more: what is done in the accounts counts as well. */
export const ongoingOf = ({ summary, accounts }: CaseDocument): Ongoing | undefined => {
  const { active, last, secondsSinceLastAttempt: attemptSeconds } = summary
  const acts = accounts.filter(isHeld).flatMap(actsOf)
  const latest = acts.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY)
  const seconds = last === null || latest === Number.NEGATIVE_INFINITY ? null : secondsToEnd(new Date(latest).toISOString(), last)
  const actSeconds = seconds !== null && saysMore(seconds, attemptSeconds) ? seconds : null
  if (attemptSeconds === null && actSeconds === null) return undefined
  return { isActive: active === true || (actSeconds !== null && actSeconds <= STILL_ACTIVE_SECONDS), attemptSeconds, actSeconds }
}

/** Whole minutes, from the first one on. */
const ago = (seconds: number, { lang }: SayOptions): string =>
  formatDuration((seconds < 60 ? seconds : seconds - (seconds % 60)) * 1000, lang)

/** Accounts in which newer logs show the attacker after a step that was to end it: a reset alone looks like success. */
export const countStillUsed = ({ accounts }: CaseDocument): number =>
  accounts.filter((account) => isHeld(account) && account.checklist.some(isAttackersAct)).length

/** What is known of the end, without what follows from it. */
export const lastSeen = ({ attemptSeconds, actSeconds }: Ongoing, options: SayOptions): string => {
  const attempt = attemptSeconds === null ? '' : ago(attemptSeconds, options)
  if (actSeconds === null) return say('ongoing.attempt', { attempt }, options)
  const act = ago(actSeconds, options)
  if (actSeconds === 0) return say(attempt === '' ? 'ongoing.act-to-end' : 'ongoing.both-to-end', { attempt }, options)
  return attempt === '' ? say('ongoing.act', { act }, options) : say('ongoing.both', { attempt, act }, options)
}

/** One line that answers "has it stopped?", never with yes. */
export const describeOngoing = (document: CaseDocument, options: SayOptions): string | undefined => {
  const ongoing = ongoingOf(document)
  if (ongoing === undefined) return undefined
  if (ongoing.isActive && ongoing.attemptSeconds === 0) return say('ongoing.to-end', {}, options)
  return say(ongoing.isActive ? 'ongoing.active' : 'ongoing.not-active', { seen: lastSeen(ongoing, options) }, options)
}
