import { lookup } from '../kernel/lookup.ts'
import { OUTCOMES, type Action } from '../model/vocabulary.ts'
import type { Classified } from './define-format.ts'
import { apiStatuses, statuses, type LoginKind, type StatusMeaning } from './web-login-codes.ts'

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

/** Behind an act that was done only where the answer leads on. */
export const LEADS_ON = ' if-led-on'

/** `act:profile-view GET /mypage`: what is left of it after the colon, and the request. */
const ACT = /^act:(?<action>\S+) (?<method>\S+) (?<path>\S+)(?<strict> if-led-on)?$/

/** What is done by being shown. */
const VIEWS: ReadonlySet<string> = new Set(['profile-view', 'message-read'])

/**
 * A member's page that was asked for, or something sent to one. A page that was delivered was seen; whether the application took what was
 * sent, its answer does not tell (a form answers with a page both ways). What was refused or led elsewhere is no act.
 */
const byAct = (act: string, status: string): Classified => {
  const { action, method, path, strict } = ACT.exec(act)?.groups ?? {}
  const done = strict === undefined ? /^[23]/ : /^(?:201|204|30[123])$/
  const isShown = (method === 'GET' ? /^(?:2|304)/ : done).test(status)
  if (!isShown) return { ignore: 'page-not-shown' }
  return { action: action as Action, outcome: VIEWS.has(action ?? '') ? 'success' : 'info', code: `${method} ${path} ${status}` }
}

/** `302=success,200=failure`: what a site's own answers mean, or a log showed that they do. */
const ownMeaning = (rules: Value, status: string): StatusMeaning | undefined => {
  const rule = rules?.split(',').find((one) => one.startsWith(`${status}=`))
  const outcome = OUTCOMES.find((word) => word === rule?.slice(status.length + 1))
  return outcome === undefined
    ? undefined
    : { outcome, ...(outcome === 'failure' && { reason: lookup(statuses, status)?.reason ?? 'bad-credentials' }) }
}

/** Does a status of this kind of login say the same on every site? */
export const isToldByStatus = (kind: LoginKind, status: string): boolean =>
  NO_PAGE.has(status) ||
  status.startsWith('5') ||
  lookup(statuses, status) !== undefined ||
  lookup(KINDS[kind]?.statuses() ?? NONE, status) !== undefined

/** `page:GET /path`: any request, where the log itself is looked at and not its logins (`withRequests`). */
const PAGE = 'page:'

/** A password posted to a login (`kind path`, with `rules` behind it where they are the site's own) or an act of a member, by its status; what the status leaves open is `info`. */
export const byLogin = (login: string, status: string): Classified => {
  if (login.startsWith('act:')) return byAct(login, status)
  if (login.startsWith(PAGE)) return { action: 'other', outcome: 'info', code: `${login.slice(PAGE.length)} ${status}` }
  const [kind, path, rules] = login.split(' ')
  const how = lookup(KINDS, kind)
  if (how === undefined) return { reject: 'unknown-code', detail: 'kind of login' }
  const own = ownMeaning(rules, status)
  if (own === undefined && NO_PAGE.has(status)) return { ignore: 'no-such-page' }
  const meaning = own ?? lookup(statuses, status) ?? lookup(how.statuses(), status) ?? (status.startsWith('5') ? BROKEN : UNDECIDED)
  return { action: 'login', ...meaning, ...(how.protocol !== undefined && { protocol: how.protocol }), code: `POST ${path} ${status}` }
}

/** What something in front of the site decided by itself: the login never saw the password. */
export const decidedBefore = (login: string, meaning: StatusMeaning, code: Value): Classified => {
  const act = ACT.exec(login)?.groups
  if (act === undefined) return { action: 'login', ...meaning, code: `POST ${login.split(' ')[1]} ${code ?? '-'}` }
  // Let through or refused: what the page answered stands in another log.
  if (meaning.outcome !== 'info') return { ignore: 'page-not-shown' }
  return { action: act['action'] as Action, ...meaning, code: `${act['method']} ${act['path']} ${code ?? '-'}` }
}

const NO_ANSWER: ReadonlySet<string> = new Set(['-', '0', '000', '460', '499'])

/** A request as something in front of the site saw it: by its status, which may be missing where the client hung up. */
export const byFrontStatus = (login: Value, status: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  if (status === undefined || NO_ANSWER.has(status)) return decidedBefore(login, { outcome: 'info', reason: 'interrupted' }, status)
  return /^\d{3}$/.test(status) ? byLogin(login, status) : { reject: 'ambiguous-value', detail: 'status' }
}
