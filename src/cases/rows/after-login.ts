import type { EventClass } from '../../model/event-class.ts'
import type { CaseSummary } from '../../model/case.ts'
import type { Action, Harm, HarmClass } from '../../model/vocabulary.ts'

/** What an act after the login means for the harm class (A viewed or unknown, B contact or factor changed, C money or goods lost). */
const HARM_OF: Readonly<Partial<Record<Action, Harm>>> = {
  'profile-view': 'viewed',
  'message-read': 'viewed',
  'data-export': 'viewed',
  'password-change': 'changed',
  'password-reset': 'changed',
  'email-change': 'changed',
  'phone-change': 'changed',
  'recovery-change': 'changed',
  'mfa-enroll': 'changed',
  'mfa-remove': 'changed',
  'forwarding-change': 'changed',
  'profile-change': 'changed',
  'address-change': 'changed',
  'consent-grant': 'changed',
  'token-create': 'changed',
  'role-grant': 'changed',
  'identity-provider-change': 'changed',
  'payment-method-change': 'purchase',
  'points-use': 'points',
  purchase: 'purchase',
}

export const harmOf = (action: Action): Harm | undefined => HARM_OF[action]

export const CONTACT_CHANGES: ReadonlySet<Action> = new Set(['email-change', 'phone-change', 'recovery-change', 'forwarding-change'])
export const FACTOR_CHANGES: ReadonlySet<Action> = new Set(['mfa-enroll', 'mfa-remove'])
const PASSWORD_CHANGES: ReadonlySet<Action> = new Set(['password-change', 'password-reset'])

/** Changed by many an owner on any day, and of no use to a thief who leaves the contact as it is. */
export const isOwnPassword = (action: Action): boolean => PASSWORD_CHANGES.has(action)

/** A password set anew by way of its recovery, and it took effect. */
export const isPasswordReset = ({ action, outcome }: EventClass): boolean =>
  action === 'password-reset' && (outcome === 'success' || outcome === 'info')

/** The mail that a reset needs was asked for. */
export const isResetRequest = ({ action, outcome }: EventClass): boolean =>
  action === 'password-reset-request' && (outcome === 'success' || outcome === 'info')

/** The account was shut, for good or for a while. */
export const isShutting = ({ action, outcome }: EventClass): boolean =>
  action === 'account-disable' && (outcome === 'success' || outcome === 'info')

/** Takes the account over or keeps the owner out; a consent, a delivery address or a profile may be changed on any new day. */
export const isLockingOut = (action: Action): boolean =>
  CONTACT_CHANGES.has(action) || FACTOR_CHANGES.has(action) || PASSWORD_CHANGES.has(action)

export const classOf = (harms: ReadonlySet<Harm>): HarmClass => {
  if (harms.has('points') || harms.has('purchase')) return 'C'
  return harms.has('changed') ? 'B' : 'A'
}

/** Accounts by what was done; one with nothing on record is unknown where the logs record no such acts at all. */
export const countAfterLogin = (accounts: readonly ReadonlySet<Harm>[], recorded: boolean): CaseSummary['afterLogin'] => {
  const having = (harm: Harm): number => accounts.filter((harms) => harms.has(harm)).length
  const acted = having('acted')
  return {
    recorded,
    viewed: having('viewed'),
    changed: having('changed'),
    pointsUsed: having('points'),
    purchased: having('purchase'),
    ...(acted === 0 ? {} : { acted }),
    unknown: recorded ? 0 : accounts.filter(({ size }) => size === 0).length,
  }
}
