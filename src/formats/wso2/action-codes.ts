import type { Classification, IgnoredRecord } from '../define-format.ts'

/** Actions of audit.log, as they stand there. */
export const auditActions: Readonly<Record<string, Pick<Classification, 'action' | 'subject'> | IgnoredRecord>> = {
  Login: { action: 'login' },
  Logout: { action: 'logout' },
  // One factor of several, or the only one: the line `Login` that may follow says which.
  LoginStepSuccess: { ignore: 'step-only' },
  'Add User': { action: 'account-create', subject: 'target' },
  'Delete User': { action: 'account-delete', subject: 'target' },
  'Change Password by User': { action: 'password-change', subject: 'target' },
  'Change Password by Administrator': { action: 'password-reset', subject: 'target' },
  'Update Roles of User': { action: 'role-grant', subject: 'target' },
}

/** Actions of the audit logs of Asgardeo and of newer versions. */
export const recordActions: Readonly<Record<string, Pick<Classification, 'action'>>> = {
  'add-user': { action: 'account-create' },
  'delete-user': { action: 'account-delete' },
  'change-password-by-user': { action: 'password-change' },
  'change-password-by-administrator': { action: 'password-reset' },
}

/** `Result`, in lower case. Nothing else is taken for an outcome. */
export const results: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>> = {
  success: { outcome: 'success' },
  failed: { outcome: 'failure', reason: 'other' },
  fail: { outcome: 'failure', reason: 'other' },
}
