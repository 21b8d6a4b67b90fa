import type { Classification, IgnoredRecord } from '../define-format.ts'

type Change = Pick<Classification, 'action' | 'subject'>

const onTarget = (action: Change['action']): Change => ({ action, subject: 'target' })

/**
 * What is done to an account, by all logs: in lower case with hyphens, where older versions of audit.log write blanks.
 * Sources: ListenerUtils of carbon-identity-framework, AuditConstants of identity-event-handler-account-lock, and
 * https://wso2.com/asgardeo/docs/guides/asgardeo-logs/audit-logs/audit-log-catalog/
 */
export const changes: Readonly<Record<string, Change>> = {
  'add-user': onTarget('account-create'),
  'delete-user': onTarget('account-delete'),
  'change-password-by-user': onTarget('password-change'),
  'change-password-by-administrator': onTarget('password-reset'),
  'credential-update-by-user': onTarget('password-change'),
  'credential-update-by-administrator': onTarget('password-reset'),
  'update-roles-of-user': onTarget('role-grant'),
  'set-user-claim-value': onTarget('profile-change'),
  'set-user-claim-values': onTarget('profile-change'),
  'create-federated-user-association': onTarget('identity-provider-change'),
  'account-lock': onTarget('account-lock'),
  'account-unlock': onTarget('account-unlock'),
  'account-disable': onTarget('account-disable'),
  'account-enable': onTarget('account-enable'),
  // https://is.docs.wso2.com/en/latest/guides/authorization/user-impersonation/
  'resource-modification-via-impersonation': onTarget('impersonation'),
}

/** Of a changed profile, by the end of the claim's name; what only the server keeps (the last login, failed tries) is nobody's change. */
export const changedClaims: Readonly<Record<string, Pick<Classification, 'action'> | IgnoredRecord>> = {
  emailaddress: { action: 'email-change' },
  mobile: { action: 'phone-change' },
  identity: { ignore: 'server-state' },
}

/** Other actions of audit.log. */
export const auditActions: Readonly<Record<string, Pick<Classification, 'action' | 'subject' | 'protocol'> | IgnoredRecord>> = {
  login: { action: 'login' },
  logout: { action: 'logout' },
  // One factor of several, or the only one: the line `Login` that may follow says which.
  loginstepsuccess: { ignore: 'step-only' },
  // Written by the user store, of refused passwords alone, and without an address.
  authentication: { action: 'login', subject: 'target' },
  posttokenissue: { action: 'login', protocol: 'password-grant' },
  terminatesession: { action: 'session-revoke' },
}

/** `Result` or `Outcome`, in lower case. Nothing else is taken for an outcome. */
export const results: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>> = {
  success: { outcome: 'success' },
  authorized: { outcome: 'success' },
  failed: { outcome: 'failure', reason: 'other' },
  fail: { outcome: 'failure', reason: 'other' },
  failure: { outcome: 'failure', reason: 'other' },
  // The line before it was done: which claim it is stands only here.
  'in-progress': { outcome: 'info' },
}

/** Why the user store refused, by the numbers in its words: UserCoreConstants.ErrorCode. */
export const refusals: Readonly<Record<string, Pick<Classification, 'reason' | 'accountKnown'>>> = {
  '17001': { reason: 'unknown-account', accountKnown: false },
  '17002': { reason: 'bad-password' },
  '17003': { reason: 'locked', accountKnown: true },
}
