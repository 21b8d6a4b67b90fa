import type { Action } from '../../../model/vocabulary.ts'

/** A change in the directory, and for `Update user` what was updated. */
export interface DirectoryAct {
  readonly activity: string
  readonly updated?: string
}

/** https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
export const DIRECTORY_ACTS: Readonly<Partial<Record<Action, DirectoryAct>>> = {
  signup: { activity: 'Add user' },
  'password-change': { activity: 'Change password (self-service)' },
  'password-reset-request': { activity: 'Self-service password reset flow activity progress' },
  'password-reset': { activity: 'Reset password (self-service)' },
  'mfa-enroll': { activity: 'User registered security info' },
  'mfa-remove': { activity: 'User deleted security info' },
  'email-change': { activity: 'Update user', updated: '"Mail"' },
  'phone-change': { activity: 'Update user', updated: '"Mobile"' },
  'consent-grant': { activity: 'Consent to application' },
}
