import type { Action, Reason } from '../../src/model/vocabulary.ts'
import { deviceName } from '../../src/simulate/encoders/cognito/index.ts'
import type { SimEvent } from '../../src/simulate/event.ts'

/** What a vendor's records can tell of an event, by the vendor's documentation; undefined where there is no such record. */
export type Carrier = (event: SimEvent) => SimEvent | undefined

type Field = 'userAgent' | 'device' | 'session'

interface Limits {
  /** Acts that have a record, and as what; logins always have one. */
  readonly acts: Readonly<Partial<Record<Action, Action>>>
  readonly without?: readonly Field[]
  /** A second factor: only where it is refused, or not at all. */
  readonly factors?: 'failures' | 'none'
  /** Which refusals of a second factor are told apart; undefined: no record. */
  readonly refusals?: Readonly<Partial<Record<Reason, Reason | undefined>>>
  /** What is left of the browser line. */
  readonly agent?: (userAgent: string) => string
  /** Attempts on names that are nobody's are in no record. */
  readonly onlyMembers?: boolean
}

const asTheyAre = (...acts: readonly Action[]): Limits['acts'] => Object.fromEntries(acts.map((act) => [act, act]))

const PASSWORD = asTheyAre('signup', 'password-change', 'password-reset-request', 'password-reset')
const SESSION = asTheyAre('session-use', 'logout')
const FACTOR = asTheyAre('mfa-enroll', 'mfa-remove')
const ONE_REFUSAL = { 'mfa-denied': 'mfa-failed', 'mfa-timeout': 'mfa-failed' } as const

const LIMITS: Readonly<Record<string, Limits>> = {
  auth0: {
    // A user's password is changed by way of a reset message only.
    acts: { ...PASSWORD, 'password-change': 'password-reset', ...SESSION, ...FACTOR, ...asTheyAre('email-change', 'phone-change') },
    without: ['device'],
    refusals: { 'mfa-timeout': undefined },
  },
  // A prompt that ran out is a push that failed, and the factor says that it was a push.
  okta: {
    acts: {
      ...asTheyAre('signup', 'password-change', 'password-reset', 'email-change', 'recovery-change', 'profile-change', 'consent-grant'),
      ...SESSION,
      ...FACTOR,
      'phone-change': 'profile-change',
    },
  },
  entra: {
    acts: { ...PASSWORD, ...FACTOR, ...asTheyAre('session-use', 'email-change', 'phone-change', 'consent-grant') },
    factors: 'failures',
  },
  keycloak: {
    acts: { ...PASSWORD, ...SESSION, ...FACTOR, ...asTheyAre('email-change', 'profile-change', 'consent-grant') },
    without: ['userAgent', 'device'],
    factors: 'failures',
    refusals: ONE_REFUSAL,
  },
  cognito: {
    acts: PASSWORD,
    without: ['device', 'session'],
    factors: 'failures',
    refusals: ONE_REFUSAL,
    agent: deviceName,
    onlyMembers: true,
  },
  sshd: { acts: {}, without: ['userAgent', 'device', 'session'], factors: 'none' },
}

const told = ({ acts, factors, refusals = {}, onlyMembers = false }: Limits, event: SimEvent): SimEvent | undefined => {
  const { action, outcome, reason, person } = event
  if (onlyMembers && person < 0) return undefined
  if (action === 'login') return outcome === 'challenge' && factors === 'none' ? undefined : event
  if (action !== 'mfa') {
    const as = acts[action]
    return as && { ...event, action: as }
  }
  if (factors === 'none' || (factors === 'failures' && outcome !== 'failure')) return undefined
  if (reason === undefined || !(reason in refusals)) return event
  const as = refusals[reason]
  return as && { ...event, reason: as }
}

export const carrierOf = (format: string): Carrier => {
  const limits = LIMITS[format]
  if (limits === undefined) return (event) => event
  const gone = Object.fromEntries((limits.without ?? []).map((field) => [field, undefined]))
  const { agent = (userAgent) => userAgent } = limits
  return (event) => {
    const as = told(limits, event)
    return as && { ...as, userAgent: agent(as.userAgent), ...gone }
  }
}

const FIELDS: readonly (readonly [has: (limits: Limits) => boolean, words: string])[] = [
  [({ without = [] }) => without.includes('userAgent'), 'browser line'],
  [({ agent }) => agent !== undefined, 'more of the browser line than family, version and system'],
  [({ without = [] }) => without.includes('device'), 'id of the machine'],
  [({ without = [] }) => without.includes('session'), 'session'],
  [({ onlyMembers = false }) => onlyMembers, 'attempts on names of no account'],
  [({ factors }) => factors === 'failures', 'second factors that are passed'],
  [({ factors }) => factors === 'none', 'second factors'],
  [({ refusals = {} }) => 'mfa-timeout' in refusals && refusals['mfa-timeout'] === undefined, 'prompts that ran out'],
  [({ refusals = {} }) => refusals['mfa-denied'] !== undefined, 'whether a prompt was denied, ran out, or a code was wrong'],
  [({ acts }) => acts['password-change'] === 'password-reset', 'whether a password was changed or set anew'],
]

const ACTS: readonly Action[] = [
  'session-use',
  'logout',
  'signup',
  'password-change',
  'password-reset-request',
  'password-reset',
  'email-change',
  'phone-change',
  'recovery-change',
  'mfa-enroll',
  'mfa-remove',
  'consent-grant',
  'profile-view',
  'profile-change',
  'address-change',
  'payment-method-change',
  'points-use',
  'purchase',
  'message-read',
]

/** What each format cannot tell, in words. */
export const LIMITED = Object.entries(LIMITS).map(([format, limits]) => ({
  format,
  acts: ACTS.filter((act) => limits.acts[act] === undefined),
  fields: FIELDS.filter(([has]) => has(limits)).map(([, words]) => words),
}))
