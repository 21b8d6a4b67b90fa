import type { Action, Outcome } from '../../model/vocabulary.ts'

/** What an audit event means; its status says how it went. */
export interface AuditEvent {
  readonly action: Action
  /** Whose failure means that a name or password was refused. */
  readonly isCredential?: true
  /** The grant says whether somebody typed a password, showed a token, or is a machine. */
  readonly isByGrant?: true
}

/** `event`. An adapter's success is one step of a login: see fold.ts. */
export const events = {
  AUTHN_ATTEMPT: { action: 'login', isCredential: true },
  SSO: { action: 'login' },
  OAuth: { action: 'session-use', isByGrant: true },
  AUTHN_SESSION_CREATED: { action: 'session-use' },
  AUTHN_SESSION_USED: { action: 'session-use' },
  AUTHN_SESSION_DELETED: { action: 'logout' },
  AUTHN_SESSIONS_DELETED: { action: 'logout' },
  SLO: { action: 'logout' },
  SRI_REVOKED: { action: 'session-revoke' },
} as const satisfies Readonly<Record<string, AuditEvent>>

/** `status`. */
export const statuses = {
  success: 'success',
  failure: 'failure',
  inprogress: 'challenge',
} as const satisfies Readonly<Record<string, Outcome>>

/** Events of the log that are nothing a person did, and why they are left out. */
export const ignored = {
  AUTHN_REQUEST: 'request',
} as const satisfies Readonly<Record<string, string>>
