import type { Action } from '../../model/vocabulary.ts'

/** Whose account an audited act is about: of whoever acted, of the object, or of whom the object is given to. */
export interface AuditAct {
  readonly action: Action
  readonly subject: 'own' | 'object' | 'aux'
}

const own = (action: Action): AuditAct => ({ action, subject: 'own' })
const object = (action: Action): AuditAct => ({ action, subject: 'object' })

/**
 * `action` and `object_type` of an audit event. What is not listed is about vaults, items and groups.
 * Source: https://developer.1password.com/docs/events-api/audit-events (compared in November 2026)
 */
export const audited = {
  'create user': object('account-create'),
  'provsn user': object('account-create'),
  'activate user': object('account-enable'),
  'reactive user': object('account-enable'),
  'suspend user': object('account-disable'),
  'delete user': object('account-delete'),
  'beginr user': object('password-reset-request'),
  'completr user': object('password-reset'),
  'changems user': object('password-change'),
  'changesk user': object('password-change'),
  'changenm user': object('profile-change'),
  'enblmfa user': object('mfa-enroll'),
  'updatmfa user': object('mfa-enroll'),
  'disblmfa user': object('mfa-remove'),
  'join gm': { action: 'role-grant', subject: 'aux' },
  'role gm': { action: 'role-grant', subject: 'aux' },
  'export vault': own('data-export'),
  'export account': own('data-export'),
  'create satoken': own('token-create'),
  'revoke satoken': own('token-revoke'),
  'enblsso sso': own('identity-provider-change'),
  'disblsso sso': own('identity-provider-change'),
  'updatfw account': own('policy-change'),
  'enblmfa account': own('policy-change'),
  'disblmfa account': own('policy-change'),
} as const satisfies Readonly<Record<string, AuditAct>>
