import type { CaseAccount } from '../../model/case.ts'
import type { HarmClass } from '../../model/vocabulary.ts'
import { carryStates } from '../../recovery/carry-states.ts'

const CLASS_RANK: readonly (HarmClass | null)[] = ['C', 'B', 'A', null]
/** Undetermined says less than attacked: a newer log that can tell must not be overruled by an older one that cannot. */
const VERDICT_RANK = { compromised: 0, suspected: 1, targeted: 2, undetermined: 3 } as const

const joined = <Value>(left: readonly Value[], right: readonly Value[]): readonly Value[] => [...new Set([...left, ...right])]

const pick = (left: string | null, right: string | null, isBetter: (one: string, other: string) => boolean): string | null => {
  if (left === null || right === null) return left ?? right
  return isBetter(left, right) ? left : right
}
const joinOthers = (
  { alsoKnownAs: left = [] }: CaseAccount,
  { alsoKnownAs: right = [] }: CaseAccount,
): Pick<CaseAccount, 'alsoKnownAs'> => {
  const others = new Map([...right, ...left].map((other) => [`${other.provider}\u0000${other.tenant}\u0000${other.account}`, other]))
  return others.size === 0 ? {} : { alsoKnownAs: [...others.values()] }
}

const earlier = (one: string, other: string): boolean => Date.parse(one) <= Date.parse(other)

const joinReasons = (base: CaseAccount, other: CaseAccount): CaseAccount['reasons'] => {
  const known = new Set(base.reasons.map(({ messageId, at }) => `${messageId} ${at}`))
  return [...base.reasons, ...other.reasons.filter(({ messageId, at }) => !known.has(`${messageId} ${at}`))].toSorted(
    (left, right) => Date.parse(left.at) - Date.parse(right.at),
  )
}

/** Of two revisions the one whose verdict and steps stand. */
export const graverOf = (old: CaseAccount, now: CaseAccount): CaseAccount =>
  VERDICT_RANK[old.verdict] < VERDICT_RANK[now.verdict] ? old : now

/** One account in two revisions of different logs: the graver verdict with its checklist, and the grounds of both. */
export const mergeAccount = (old: CaseAccount, now: CaseAccount): CaseAccount => {
  const base = graverOf(old, now)
  const other = base === old ? now : old
  return {
    ...base,
    names: joined(base.names, other.names),
    ...joinOthers(base, other),
    flags: joined(base.flags, other.flags),
    class: CLASS_RANK.find((name) => name === old.class || name === now.class) ?? null,
    harms: joined(old.harms, now.harms),
    decision: { state: 'pending', by: null, at: null, why: null },
    reasons: joinReasons(base, other),
    usual: old.usual.logins >= now.usual.logins ? old.usual : now.usual,
    firstSuspicious: pick(old.firstSuspicious, now.firstSuspicious, earlier),
    compromisedAt: pick(old.compromisedAt, now.compromisedAt, earlier),
    lastSuspicious: pick(old.lastSuspicious, now.lastSuspicious, (one, other) => !earlier(one, other)),
    campaigns: joined(old.campaigns, now.campaigns),
    sessions: joined(old.sessions, now.sessions),
    findings: joined(old.findings, now.findings),
    checklist: carryStates(base.checklist, old.checklist),
  }
}
