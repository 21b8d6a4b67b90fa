import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/**
 * What changed of an identity: attributes of AM's directory and of IDM's managed users.
 * Sources: PingAM, "Audit log fields"; PingIDM, "Audit event topics".
 */
export const changedFields = {
  userPassword: 'password-change',
  password: 'password-change',
  mail: 'email-change',
  telephoneNumber: 'phone-change',
  kbaInfo: 'recovery-change',
  oathDeviceProfiles: 'mfa-enroll',
  pushDeviceProfiles: 'mfa-enroll',
  webauthnDeviceProfiles: 'mfa-enroll',
  userName: 'profile-change',
  accountStatus: 'other',
  inetUserStatus: 'other',
} as const satisfies Readonly<Record<string, Action>>

/** What IDM did with a managed user. */
export const operations = {
  CREATE: 'account-create',
  DELETE: 'account-delete',
} as const satisfies Readonly<Record<string, Action>>

/** How it went, in IDM's words. */
export const statuses = {
  SUCCESS: 'success',
  FAILURE: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>

/** What a node of a tree came to that asks for a second factor or takes one in. */
export interface NodeOutcome {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
}

const passed = { action: 'mfa', outcome: 'success' } as const
const failed = { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' } as const
const enrolled = { success: { action: 'mfa-enroll', outcome: 'success' } } as const

/** `nodeType` and `nodeOutcome`, in lower case. Nodes that ask for the password are steps: the login says how they went. */
export const nodes: Readonly<Record<string, Readonly<Record<string, NodeOutcome>>>> = {
  OneTimePasswordCollectorDecisionNode: { true: passed, false: failed },
  OathTokenVerifierNode: { success: passed, failure: failed },
  PushResultVerifierNode: {
    true: passed,
    false: { action: 'mfa', outcome: 'failure', reason: 'mfa-denied' },
    expired: { action: 'mfa', outcome: 'failure', reason: 'mfa-timeout' },
  },
  WebAuthnAuthenticationNode: { success: passed, failure: failed },
  RecoveryCodeCollectorDecisionNode: { true: { action: 'recovery-code-use', outcome: 'success' }, false: failed },
  OathRegistrationNode: enrolled,
  PushRegistrationNode: enrolled,
  WebAuthnRegistrationNode: enrolled,
}
