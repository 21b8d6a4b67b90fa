import type { Classification } from '../define-format.ts'

/**
 * Messages by the pattern of lines.ts. Sources: src/login-common/client-common.c, src/auth/passdb.c and passdb-*.c of Dovecot's code
 * (2.2 to 2.4); src/smtpd/smtpd_sasl_glue.c and smtpd.c of Postfix's; libs/imap/imaplogin.c of Courier's.
 *
 * What Dovecot says at the end of a connection is of a name that may not exist; its authentication process knows, if it logs at all
 * (`auth_verbose = yes`).
 */
export const messages = {
  loggedIn: { action: 'login', outcome: 'success', accountKnown: true },
  proxied: { action: 'login', outcome: 'success', accountKnown: true },
  authFailed: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  tooMany: { action: 'login', outcome: 'blocked', reason: 'rate-limited', accountKnown: true },
  plaintext: { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  internal: { action: 'login', outcome: 'failure', reason: 'system-error' },
  wrongPassword: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  unknownUser: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  wrongCredentials: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  refusedByPolicy: { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  loggedOut: { action: 'logout', outcome: 'info', accountKnown: true },
  submitted: { action: 'login', outcome: 'success', accountKnown: true, protocol: 'smtp' },
  saslLost: { action: 'login', outcome: 'failure', reason: 'system-error', protocol: 'smtp' },
  saslFailed: { action: 'login', outcome: 'failure', reason: 'bad-credentials', protocol: 'smtp' },
  courierIn: { action: 'login', outcome: 'success', accountKnown: true },
  courierFailed: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  courierOut: { action: 'logout', outcome: 'info', accountKnown: true },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>
