import type { Classified } from '../define-format.ts'
import { byLogin, NOT_A_LOGIN } from '../web-login.ts'

type Value = string | undefined

/**
 * A request that carries a name by HTTP authentication. 401 refuses it. What was let through proves the password only where
 * the server says that it checked it (`checked`): nginx logs the name that was sent even where no password is asked for.
 */
const byBasic = (status: string, checked: boolean): Classified => {
  const basic = { protocol: 'basic', code: `basic ${status}` }
  if (status === '401') return { action: 'login', outcome: 'failure', reason: 'bad-credentials', ...basic }
  if (!/^[23]/.test(status)) return NOT_A_LOGIN
  return checked
    ? { action: 'session-use', outcome: 'success', accountKnown: true, ...basic }
    : { action: 'session-use', outcome: 'info', ...basic }
}

/** A page that was given to somebody whose session the site says is a member's: how it was used, not that a password was right. */
const bySession = (status: string): Classified =>
  /^[23]/.test(status) ? { action: 'session-use', outcome: 'info', code: `session ${status}` } : NOT_A_LOGIN

/** `login` is `kind path`, as one value of the tuple; `member` says that the site named whose session it was (`memberAt`). */
export const classify = (login: Value, status: Value, name: Value, member?: Value): Classified => {
  if (status === undefined || !/^\d{3}$/.test(status)) return { reject: 'ambiguous-value', detail: 'status' }
  if (login !== undefined) return byLogin(login, status)
  if (name !== undefined) return byBasic(status, name === 'checked')
  return member === undefined ? NOT_A_LOGIN : bySession(status)
}
