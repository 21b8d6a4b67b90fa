import { lookup } from '../kernel/lookup.ts'
import type { Classified } from './define-format.ts'
import { apiStatuses, statuses, type StatusMeaning } from './web-login-codes.ts'

type Value = string | undefined

/** Any request but a password that is posted to a known login. */
export const NOT_A_LOGIN: Classified = { ignore: 'not-a-login' }

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

/** A password posted to a login (`kind path`), by its status; what the status leaves open is `info`. */
export const byLogin = (login: string, status: string): Classified => {
  const [kind, path] = login.split(' ')
  const how = lookup(KINDS, kind)
  if (how === undefined) return { reject: 'unknown-code', detail: 'kind of login' }
  if (NO_PAGE.has(status)) return { ignore: 'no-such-page' }
  const meaning = lookup(statuses, status) ?? lookup(how.statuses(), status) ?? (status.startsWith('5') ? BROKEN : UNDECIDED)
  return { action: 'login', ...meaning, ...(how.protocol !== undefined && { protocol: how.protocol }), code: `POST ${path} ${status}` }
}

/** What something in front of the site decided by itself: the login never saw the password. */
export const decidedBefore = (login: string, meaning: StatusMeaning, code: Value): Classified => ({
  action: 'login',
  ...meaning,
  code: `POST ${login.split(' ')[1]} ${code ?? '-'}`,
})

const NO_ANSWER: ReadonlySet<string> = new Set(['-', '0', '000', '460', '499'])

/** A request as something in front of the site saw it: by its status, which may be missing where the client hung up. */
export const byFrontStatus = (login: Value, status: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  if (status === undefined || NO_ANSWER.has(status)) return decidedBefore(login, { outcome: 'info', reason: 'interrupted' }, status)
  return /^\d{3}$/.test(status) ? byLogin(login, status) : { reject: 'ambiguous-value', detail: 'status' }
}
