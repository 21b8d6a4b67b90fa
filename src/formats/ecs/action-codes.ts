import type { Action, Reason } from '../../model/vocabulary.ts'

/**
 * `event.action`, in lower case with hyphens, where it says something else than the record's category. ECS leaves its words
 * to whoever writes the log; these are the ones that Elastic's own integrations use.
 */
export const eventActions: Readonly<Record<string, Action>> = {
  'logged-out': 'logout',
  logout: 'logout',
  'log-off': 'logout',
  'user-logout': 'logout',
  'session-end': 'logout',
  'session-start': 'session-use',
  'mfa-challenge': 'mfa',
  'multi-factor-authentication': 'mfa',
  'changed-password': 'password-change',
  'password-change': 'password-change',
  'reset-password': 'password-reset',
  'password-reset': 'password-reset',
  'enabled-user-account': 'account-enable',
  'disabled-user-account': 'account-disable',
  'locked-out-user-account': 'account-lock',
  'unlocked-user-account': 'account-unlock',
  'added-user-account': 'account-create',
  'deleted-user-account': 'account-delete',
  'added-member-to-group': 'role-grant',
  'added-user-to-group': 'role-grant',
}

/** `event.type` of the category iam beside `user`, where the action says nothing. */
export const iamTypes: Readonly<Record<string, Action>> = {
  creation: 'account-create',
  deletion: 'account-delete',
  change: 'profile-change',
}

/** Why a login failed, and what that proves about the account. */
export interface Why {
  readonly reason: Reason
  readonly accountKnown?: boolean
}

/** `event.reason`, in lower case with hyphens: free text of the source, of which only the unmistakable is read. */
export const reasons: Readonly<Record<string, Why>> = {
  'invalid-credentials': { reason: 'bad-credentials' },
  'bad-credentials': { reason: 'bad-credentials' },
  'invalid-username-or-password': { reason: 'bad-credentials' },
  'wrong-email-or-password': { reason: 'bad-credentials' },
  'invalid-password': { reason: 'bad-password', accountKnown: true },
  'wrong-password': { reason: 'bad-password', accountKnown: true },
  'user-not-found': { reason: 'unknown-account', accountKnown: false },
  'unknown-user': { reason: 'unknown-account', accountKnown: false },
  'invalid-user': { reason: 'unknown-account', accountKnown: false },
  'account-locked': { reason: 'locked', accountKnown: true },
  'locked-out': { reason: 'locked', accountKnown: true },
  'account-disabled': { reason: 'disabled', accountKnown: true },
  'password-expired': { reason: 'password-expired', accountKnown: true },
}
