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

/** `login` is `kind path`, as one value of the tuple. */
export const classify = (login: Value, status: Value, name: Value): Classified => {
  if (status === undefined || !/^\d{3}$/.test(status)) return { reject: 'ambiguous-value', detail: 'status' }
  if (login !== undefined) return byLogin(login, status)
  return name === undefined ? NOT_A_LOGIN : byBasic(status, name === 'checked')
}
