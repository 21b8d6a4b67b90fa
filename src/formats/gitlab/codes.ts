import type { Classification } from '../define-format.ts'
import type { Action } from '../../model/vocabulary.ts'

/**
 * Requests that are about an account, by controller and action (`production_json.log`). Logins are judged in requests.ts.
 * Source: app/controllers of GitLab's code; newer versions keep the settings of a user under `UserSettings::`.
 */
export const requests = {
  'SessionsController#destroy': 'logout',
  'PasswordsController#create': 'password-reset-request',
  'PasswordsController#update': 'password-reset',
  'RegistrationsController#create': 'signup',
  'Profiles::PasswordsController#update': 'password-change',
  'UserSettings::PasswordsController#update': 'password-change',
  'Profiles::EmailsController#create': 'email-change',
  'Profiles::TwoFactorAuthsController#create': 'mfa-enroll',
  'Profiles::TwoFactorAuthsController#destroy': 'mfa-remove',
  'Profiles::PersonalAccessTokensController#create': 'token-create',
  'UserSettings::PersonalAccessTokensController#create': 'token-create',
  'Profiles::KeysController#create': 'token-create',
  'Admin::UsersController#impersonate': 'impersonation',
} as const satisfies Readonly<Record<string, Action>>

/** Answers that settle the fate of a login request, whoever asked. 0 is what Rails logs when the login guard cut the request off. */
export const refusals = {
  '0': { outcome: 'failure', reason: 'bad-credentials' },
  '401': { outcome: 'failure', reason: 'bad-credentials' },
  '403': { outcome: 'blocked', reason: 'policy-denied' },
  '422': { outcome: 'failure', reason: 'other' },
  '429': { outcome: 'blocked', reason: 'rate-limited' },
} as const satisfies Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>>

/** Messages of `application_json.log`, by the words they begin with. */
export const messages = {
  'Failed Login': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'Successful Login': { action: 'login', outcome: 'success', accountKnown: true },
  'User Logout': { action: 'logout', outcome: 'info' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>

/** What an audit event changed (`audit_json.log`). */
export const changes = {
  password: 'password-change',
  'email address': 'email-change',
  access_level: 'role-grant',
} as const satisfies Readonly<Record<string, Action>>
