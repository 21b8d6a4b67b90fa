import type { Classified } from '../define-format.ts'
import { errors, tellers } from './codes.ts'

type Value = string | undefined

/** In order: a blocked login names the password's check too. */
const ERRORS: readonly (readonly [word: keyof typeof errors | 'token', pattern: RegExp])[] = [
  ['too-many', /too many consecutive incorrect login attempts/i],
  ['not-found', /identity\.not-found|user not found/i],
  ['disabled', /user is disabled|user\.disabled/i],
  ['wrong-password', /password-auth\.invalid/i],
  ['password', /password-auth|^invalid (?:username or )?password$/i],
  ['api-key', /api-?key/i],
  ['token', /token needs to be rotated|session\.token|token\.(?:rotate|expired)|user token not found/i],
]

/** One word for what the error says. */
export const wordOf = (error: Value): Value => ERRORS.find(([, pattern]) => pattern.test(error ?? ''))?.[0]

const isLoginPath = (path: Value): boolean => path === '/login' || path?.endsWith('/login') === true

/** Message, error in a word, status and path of a record → what happened. */
export const classify = (message: Value, word: Value, status: Value, path: Value): Classified => {
  if (message === 'Successful Login') return { action: 'login', outcome: 'success', accountKnown: true, code: 'http/successful-login' }
  if (message === undefined || !Object.hasOwn(tellers, message)) return { ignore: 'server-message' }
  const teller = tellers[message as keyof typeof tellers]
  if (teller === 'request' && !(status === '401' && isLoginPath(path))) return { ignore: 'request' }
  if (word === 'token') return { ignore: 'token-renewal' }
  // A login page that answers 401 has refused a password, whatever it says.
  const known = word ?? (teller === 'request' || message.startsWith('Invalid username') ? 'password' : undefined)
  if (known === undefined || !Object.hasOwn(errors, known)) return { reject: 'unknown-code', detail: 'error of a refusal' }
  return { ...errors[known as keyof typeof errors], code: `${teller}/${known}` }
}
