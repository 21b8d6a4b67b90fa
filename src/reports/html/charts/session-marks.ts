import type { CaseSession } from '../../../model/case.ts'
import type { Action } from '../../../model/vocabulary.ts'

const CHANGES: ReadonlySet<Action> = new Set([
  'password-change',
  'password-reset',
  'email-change',
  'phone-change',
  'recovery-change',
  'mfa-enroll',
  'mfa-remove',
  'forwarding-change',
  'profile-change',
  'address-change',
  'payment-method-change',
  'token-create',
  'consent-grant',
])
const LOSSES: ReadonlySet<Action> = new Set(['points-use', 'purchase'])

/** When the session changed something, and when it cost something. */
export const marksOf = ({ actions }: CaseSession): { readonly changes: readonly number[]; readonly losses: readonly number[] } => {
  const done = actions.filter(({ outcome }) => outcome === 'success' || outcome === 'info')
  const times = (kinds: ReadonlySet<Action>): readonly number[] =>
    done.filter(({ action }) => kinds.has(action)).map(({ time }) => Date.parse(time))
  return { changes: times(CHANGES), losses: times(LOSSES) }
}
