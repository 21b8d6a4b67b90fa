import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'
import { actions, factorErrors, ignored, signInErrors, type AuditAction } from './codes.ts'

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

/** Ways to sign in, or to go on being signed in: the last part of the path. Elsewhere the same refusals are about other things. */
const SIGN_IN: ReadonlySet<string | undefined> = new Set(['token', 'verify', 'otp'])

/**
 * A line of the HTTP log: only one that names a refusal says anything about a login. Newer versions name it twice, when it
 * happens and once more when the request is completed (which is when there is a status).
 */
export const classifyHttp = (path: Value, error: Value, text: Value, status: Value): Classified => {
  const name = error ?? (text === undefined ? undefined : 'invalid_credentials')
  const code = `${status === undefined ? 'error' : 'http'}/${name}`
  const factor = lookup<AuditAction>(factorErrors, name)
  if (factor !== undefined) return { ...factor, code }
  const meaning = SIGN_IN.has(path?.split('/').at(-1)) ? lookup<AuditAction>(signInErrors, name) : undefined
  if (meaning === undefined) return { ignore: 'http-request' }
  return { ...meaning, ...(name === 'invalid_credentials' && { protocol: 'password-grant' }), code }
}
