import type { Classification } from '../define-format.ts'

/**
 * Messages by the pattern of lines.ts. Source: src/api/identity.rs, admin.rs and two_factor/ of Vaultwarden's code.
 *
 * `badCredentials` is written for an unknown name too. A disabled account is told so only after its right password.
 */
export const messages = {
  badCredentials: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  disabled: { action: 'login', outcome: 'blocked', reason: 'disabled', accountKnown: true },
  badTotp: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', mfaMethod: 'totp' },
  badEmailCode: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', mfaMethod: 'email' },
  badAdminToken: { action: 'login', outcome: 'failure', reason: 'bad-password', protocol: 'admin-page' },
  apiKey: { action: 'login', outcome: 'success', accountKnown: true, protocol: 'api-key' },
  loggedIn: { action: 'login', outcome: 'success', accountKnown: true },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>
