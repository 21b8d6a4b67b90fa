import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'
import { apiStatuses, statuses, type StatusMeaning } from './login-codes.ts'

type Value = string | undefined

const NOT_A_LOGIN: Classified = { ignore: 'not-a-login' }

/** No page there: a probe for one, not an attempt. */
const NO_PAGE: ReadonlySet<string> = new Set(['404', '405', '410'])

type Statuses = Readonly<Record<string, StatusMeaning>>

const NONE: Statuses = {}

/** What each kind of login adds to the statuses that all share. */
const KINDS: Readonly<Record<string, { readonly statuses: () => Statuses; readonly protocol?: string }>> = {
  form: { statuses: () => NONE },
  api: { statuses: () => apiStatuses },
  xmlrpc: { statuses: () => NONE, protocol: 'xmlrpc' },
}

const UNDECIDED: StatusMeaning = { outcome: 'info' }
const BROKEN: StatusMeaning = { outcome: 'info', reason: 'system-error' }

/** A password posted to a login, by its status; what the status leaves open is `info`. */
const byLogin = (kind: Value, path: Value, status: string): Classified => {
  const how = lookup(KINDS, kind)
  if (how === undefined) return { reject: 'unknown-code', detail: 'kind of login' }
  if (NO_PAGE.has(status)) return { ignore: 'no-such-page' }
  const meaning = lookup(statuses, status) ?? lookup(how.statuses(), status) ?? (status.startsWith('5') ? BROKEN : UNDECIDED)
  return { action: 'login', ...meaning, ...(how.protocol !== undefined && { protocol: how.protocol }), code: `POST ${path} ${status}` }
}

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
  if (login !== undefined) {
    const [kind, path] = login.split(' ')
    return byLogin(kind, path, status)
  }
  return name === undefined ? NOT_A_LOGIN : byBasic(status, name === 'checked')
}
