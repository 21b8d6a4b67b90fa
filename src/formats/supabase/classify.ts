import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'
import { actions, ignored, type AuditAction } from './codes.ts'

type Value = string | undefined

const LOGIN_FAMILY = /login|verif|challenge|^mfa/

/** The teller stands first in the code, because newer versions write one act in two lines. */
export const auditBy =
  (teller: 'audit' | 'request') =>
  (action: Value): Classified => {
    if (action === undefined) return { reject: 'unknown-code' }
    const why = lookup<string>(ignored, action)
    if (why !== undefined) return { ignore: why }
    const meaning = lookup<AuditAction>(actions, action)
    if (meaning === undefined)
      return LOGIN_FAMILY.test(action) ? { reject: 'unknown-code', detail: action.slice(0, 60) } : { ignore: 'other-event' }
    const known = meaning.action === 'login' ? { accountKnown: true } : {}
    return { ...meaning, ...known, code: `${teller}/${action}` }
  }

/** A line of the HTTP log: only one that names a refused password or code says anything about a login. */
export const classifyHttp = (path: Value, error: Value, text: Value): Classified => {
  const isToken = path === '/token' || path === '/auth/v1/token'
  if (isToken && (error === 'invalid_credentials' || /invalid login credentials/i.test(text ?? ''))) {
    return { action: 'login', outcome: 'failure', reason: 'bad-credentials', protocol: 'password-grant', code: 'http/invalid_credentials' }
  }
  if (error === 'mfa_verification_failed') return { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', code: `http/${error}` }
  return { ignore: 'http-request' }
}
