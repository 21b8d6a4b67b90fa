import type { CaseAccount } from './case.ts'
import { isAffected, type Verdict } from './vocabulary.ts'

/** What counts: a person's decision outranks the tool's verdict; `null` for a cleared account. */
export const countedVerdict = ({ verdict, decision }: CaseAccount): Verdict | null => {
  if (decision.state === 'cleared') return null
  return decision.state === 'confirmed' ? 'compromised' : verdict
}

/** Somebody else was, or may have been, in, and nobody has cleared it. What insiders did and what a fault showed is counted apart. */
export const isCounted = (account: CaseAccount): boolean => account.kind === 'takeover' && isAffected({ verdict: countedVerdict(account) })
