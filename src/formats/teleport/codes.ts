import type { Classification } from '../define-format.ts'

/** Everything but the code; `subject` names an entry of index.ts where the event is not the user's own. */
type Meaning = Omit<Classification, 'code'> & { readonly subject?: 'named' | 'locked' | 'member' }

const login = { action: 'login', outcome: 'success', accountKnown: true } as const
const used = { action: 'session-use', outcome: 'success', accountKnown: true } as const
const policy = { action: 'policy-change', outcome: 'success' } as const
const connector = { action: 'identity-provider-change', outcome: 'success' } as const

/** Audit event codes. Source: lib/events/codes.go of Teleport (compared in November 2026) and https://goteleport.com/docs/reference/audit-events/ */
export const codes = {
  T1000I: login,
  T1000W: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  T1001I: login,
  T1001W: { action: 'login', outcome: 'failure', reason: 'other' },
  T1002I: { action: 'account-create', outcome: 'success', subject: 'named' },
  T1003I: { action: 'profile-change', outcome: 'success', subject: 'named' },
  T1004I: { action: 'account-delete', outcome: 'success', subject: 'named' },
  T1005I: { action: 'password-change', outcome: 'success' },
  T1006I: { action: 'mfa-enroll', outcome: 'success' },
  T1006W: { action: 'session-use', outcome: 'blocked', reason: 'policy-denied' },
  T1007I: { action: 'mfa-remove', outcome: 'success' },
  T1008I: { action: 'recovery-change', outcome: 'success' },
  T1009I: { action: 'recovery-code-use', outcome: 'success' },
  T1009W: { action: 'recovery-code-use', outcome: 'failure', reason: 'bad-credentials' },
  // An administrator tries a connector out: nobody is logged in by it.
  T1010I: { action: 'other', outcome: 'success' },
  T1011W: { action: 'other', outcome: 'failure', reason: 'other' },
  T1012I: { action: 'mfa', outcome: 'challenge', reason: 'mfa-required' },
  T1013I: { action: 'mfa', outcome: 'success', accountKnown: true },
  T1013W: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' },
  T1014W: { action: 'mfa', outcome: 'failure', reason: 'mfa-denied', accountKnown: true },
  T1015I: { action: 'mfa', outcome: 'challenge', reason: 'mfa-required' },
  T1016I: { action: 'mfa', outcome: 'success', accountKnown: true },
  T1016W: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' },
  T2000I: used,
  T2007I: used,
  T2007E: { action: 'session-use', outcome: 'blocked', reason: 'policy-denied' },
  TMCP001I: used,
  TSI000I: used,
  TDB00I: used,
  TDB00W: { action: 'session-use', outcome: 'blocked', reason: 'policy-denied' },
  TDP00I: used,
  TDP00W: { action: 'session-use', outcome: 'blocked', reason: 'policy-denied' },
  T3007W: { action: 'session-use', outcome: 'failure', reason: 'policy-denied' },
  T6000I: { action: 'password-reset-request', outcome: 'success', subject: 'named' },
  T6001I: { action: 'password-reset-request', outcome: 'success', subject: 'named' },
  T6002I: { action: 'mfa', outcome: 'success', accountKnown: true },
  T7002I: { action: 'token-create', outcome: 'success' },
  T7000I: policy,
  T7001I: policy,
  T8000I: connector,
  T8001I: connector,
  // Teleport's own spelling, with a digit more than its kin.
  T80002I: connector,
  T8100I: connector,
  T8101I: connector,
  T8102I: connector,
  T8200I: connector,
  T8201I: connector,
  T8202I: connector,
  TSI001I: connector,
  TSI002I: connector,
  TSI003I: connector,
  TSI004I: connector,
  T9000I: policy,
  T9001I: policy,
  T9002I: policy,
  TLR00I: policy,
  TLR01I: policy,
  TAL001I: policy,
  TAL002I: policy,
  TAL003I: policy,
  TCAUTH001I: policy,
  TCNET002I: policy,
  TCREC003I: policy,
  TEA002I: policy,
  CIR001I: policy,
  TAL005I: { action: 'role-grant', outcome: 'success', subject: 'member' },
  TAL007I: { action: 'other', outcome: 'success', subject: 'member' },
  TB001I: { action: 'account-create', outcome: 'success', subject: 'named' },
  TB002I: { action: 'profile-change', outcome: 'success', subject: 'named' },
  TB003I: { action: 'account-delete', outcome: 'success', subject: 'named' },
  TV002I: { action: 'mfa-remove', outcome: 'success' },
  TV005I: { action: 'mfa-enroll', outcome: 'success' },
  // A certificate that renews itself was used in two places.
  TCB00W: { action: 'session-use', outcome: 'blocked', reason: 'token-reuse', accountKnown: true },
  TJT00I: { action: 'token-create', outcome: 'success' },
  TLK00I: { action: 'account-lock', outcome: 'info', reason: 'locked', subject: 'locked' },
  TLK01I: policy,
} as const satisfies Readonly<Record<string, Meaning>>

/** Families of event names whose other members say nothing of a login, by the reason they are counted under. */
export const families = {
  session: 'session-detail',
  cert: 'certificate-issued',
  access_request: 'access-request',
  db: 'session-detail',
  app: 'session-detail',
} as const satisfies Readonly<Record<string, string>>
