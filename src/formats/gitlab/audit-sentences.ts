import type { Action } from '../../model/vocabulary.ts'

/** How sentences begin that tell of an account or a way in: how the details of an event are written out for people (from memory). */
export const auditSentences: readonly (readonly [RegExp, Action])[] = [
  [/^Ask for password reset/i, 'password-reset-request'],
  [/^Changed password/i, 'password-change'],
  [/^(?:Changed email address|Added email|Removed email)/i, 'email-change'],
  [/^Disabled two-factor authentication/i, 'mfa-remove'],
  [/^(?:Changed access[ _]level|Added user access|Changed admin status from false)/i, 'role-grant'],
  [/^Started Impersonation/i, 'impersonation'],
  [/^(?:Created (?:personal|group|project) access token|Added SSH key)/i, 'token-create'],
  [/^(?:Revoked (?:personal|group|project) access token|Removed SSH key)/i, 'token-revoke'],
  [/^(?:Blocked user|User was blocked)/i, 'account-disable'],
  [/^(?:Unblocked user|User was unblocked)/i, 'account-enable'],
]
