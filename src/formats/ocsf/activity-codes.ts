import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an activity is; `outcome` is fixed where the record's status says nothing about the account's success. */
export interface Activity {
  readonly action: Action
  readonly outcome?: Outcome
  /** What a success means, where somebody is not in yet. */
  readonly passed?: Outcome
}

/** `activity_id` of class 3002, Authentication. Source: https://schema.ocsf.io/1.6.0/classes/authentication */
export const authentication: Readonly<Record<string, Activity>> = {
  '1': { action: 'login' },
  '2': { action: 'logout', outcome: 'info' },
  '3': { action: 'login' },
  '4': { action: 'session-use' },
  '5': { action: 'session-use' },
  // Pre-authentication: a failure is a wrong password, a success only the first step.
  '6': { action: 'login', passed: 'challenge' },
  '7': { action: 'session-use' },
}

/** `activity_id` of class 3001, Account Change. Source: https://schema.ocsf.io/1.6.0/classes/account_change */
export const accountChange: Readonly<Record<string, Activity>> = {
  '1': { action: 'account-create' },
  '2': { action: 'account-enable' },
  '3': { action: 'password-change' },
  '4': { action: 'password-reset' },
  '5': { action: 'account-disable' },
  '6': { action: 'account-delete' },
  '7': { action: 'role-grant' },
  // Written with the status of the login that locked the account.
  '9': { action: 'account-lock', outcome: 'info' },
  '10': { action: 'mfa-enroll' },
  '11': { action: 'mfa-remove' },
  '12': { action: 'account-unlock' },
}

/** `activity_id` of class 3005, User Access Management. What is taken away is no danger. Source: https://schema.ocsf.io/1.6.0/classes/user_access */
export const userAccess: Readonly<Record<string, Activity>> = {
  '1': { action: 'role-grant' },
}

/** `activity_id` of class 3006, Group Management, where it is about a user. Source: https://schema.ocsf.io/1.6.0/classes/group_management */
export const groupManagement: Readonly<Record<string, Activity>> = {
  '3': { action: 'role-grant' },
}

/** Why a login failed, and what that proves about the account. */
export interface Detail {
  readonly reason: Reason
  readonly accountKnown?: boolean
}

/** `status_detail`: the texts that the schema proposes, and Windows' own sentence for a wrong name or password. */
export const statusDetails: Readonly<Record<string, Detail>> = {
  USER_DOES_NOT_EXIST: { reason: 'unknown-account', accountKnown: false },
  INVALID_CREDENTIALS: { reason: 'bad-credentials' },
  ACCOUNT_DISABLED: { reason: 'disabled', accountKnown: true },
  ACCOUNT_LOCKED_OUT: { reason: 'locked', accountKnown: true },
  PASSWORD_EXPIRED: { reason: 'password-expired', accountKnown: true },
  UNKNOWN_USER_NAME_OR_BAD_PASSWORD: { reason: 'bad-credentials' },
}
