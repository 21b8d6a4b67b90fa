import type { Classification } from '../define-format.ts'

/**
 * What servers that check passwords themselves say of them, by the pattern of lines.ts. Sources: nginx,
 * src/http/modules/ngx_http_auth_basic_module.c; Apache httpd 2.4, modules/aaa/mod_auth_basic.c, mod_auth_digest.c,
 * mod_authz_core.c (the AH numbers are left out by 2.2).
 */
export const messages = {
  nginxNotFound: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false, protocol: 'basic' },
  nginxMismatch: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true, protocol: 'basic' },
  /** nginx, src/mail/ngx_mail_auth_http_module.c: the words are those of the server that was asked. */
  mailRefused: { action: 'login', outcome: 'failure', reason: 'bad-credentials', protocol: 'mail' },
  /** https://www.bookstackapp.com/docs/admin/security/#failed-access-logging */
  bookstack: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  /** https://sabre.io/baikal/ */
  baikal: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  /** AH01617 */
  basicMismatch: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true, protocol: 'basic' },
  /** AH01618 */
  basicNotFound: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false, protocol: 'basic' },
  /** AH01790 */
  digestNotFound: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false, protocol: 'digest' },
  /** AH01791: the provider refuses before any password is compared. */
  digestDenied: { action: 'login', outcome: 'failure', reason: 'policy-denied', protocol: 'digest' },
  /** AH01792, AH01794 */
  digestMismatch: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true, protocol: 'digest' },
  /** AH01631, AH01666: whoever it is was let in by password, and may not see this page. */
  notAuthorized: { action: 'session-use', outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>

/** Messages that are no events of their own. */
export const others = {
  noPassword: 'no-credentials',
  /** AH01695 and the like: mod_auth_basic says AH01617 or AH01618 as well. */
  ldapDetail: 'detail-of-attempt',
} as const satisfies Readonly<Record<string, string>>
