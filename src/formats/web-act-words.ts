import type { Action } from '../model/vocabulary.ts'

/**
 * What members do at pages of any site, by words in the path that leave no doubt: English, and Japanese in Latin letters. A wrong act is
 * worse than none: what frameworks use for different things (`/password_reset` asks for a mail here and takes the new password there) is
 * left out, and so is every step before the last one.
 */

type Words = ReadonlySet<string>
const words = (text: string): Words => new Set(text.split(' '))

/** Where only a member is. */
const OWN = words('my mypage myaccount account accounts member members user users profile settings customer customers kaiin kaiinjoho')
/** Of these a password alone stands in the path where it is changed; `POST /users/password` of Devise asks for a mail. */
const OWN_OF_ONE = words('my mypage myaccount account member profile settings kaiin kaiinjoho')
/** Somebody's who is looked after by another one. */
const OFFICE = words('admin administrator kanri management backoffice staff manage')
/** Before the act: pages that show again what was typed, check it, or send a code. */
const STEPS = words(
  'confirm confirmation check validate validation preview kakunin input verify verification resend code search suggest lookup csrf token login logout signup register',
)
const DONE = words('complete completed commit execute exec finish done thanks kanryo kanryou')
/** A letter, or a choice about letters; the address is another matter. */
const LETTERS = words('magazine mailmagazine merumaga newsletter notification notifications subscribe unsubscribe contact inquiry toiawase')

interface Act {
  readonly action: Action
  /** One word of each of these. */
  readonly has: readonly Words[]
  readonly not?: Words
}

const PASSWORD = words('password passwd pwd')
const MAIL = words('email mail mailaddress emailaddress')
const FORGOT = words('forgot forgotten remind reminder lost wasureta reissue saihakko saihakkou')
const NUMBERS = words('phone tel telephone phonenumber denwa denwabango keitai')
const PLACES = words('address addresses jusho juusho otodokesaki haisosaki haisousaki')
const PAYMENTS = words('credit creditcard creditcards paymentmethod paymentmethods')
const GIVE_AWAY = words('use exchange transfer redeem send koukan kokan riyo riyou soukin ijou')

/** In this order: the first that fits. */
const ACTS: readonly Act[] = [
  { action: 'password-reset-request', has: [PASSWORD, FORGOT] },
  { action: 'password-reset', has: [words('password/reset reset-password')] },
  { action: 'password-change', has: [PASSWORD, words('change henkou henko')] },
  { action: 'password-change', has: [OWN_OF_ONE, PASSWORD] },
  { action: 'email-change', has: [OWN, MAIL], not: PLACES },
  { action: 'email-change', has: [OWN, words('mailaddress mail-address email-address')] },
  { action: 'phone-change', has: [OWN, NUMBERS] },
  { action: 'address-change', has: [OWN, PLACES], not: MAIL },
  { action: 'payment-method-change', has: [OWN, PAYMENTS] },
  { action: 'payment-method-change', has: [OWN, words('payment'), words('method methods')] },
  { action: 'points-use', has: [words('point points pointo'), GIVE_AWAY] },
  { action: 'account-delete', has: [OWN, words('withdraw withdrawal taikai')], not: words('point points') },
]

/** Pages that show a member's own data, by their last part. */
const VIEWS = words('profile address addresses jusho orders order-history orderhistory history rireki point-history points')
const OF_VIEWS: readonly Act[] = [{ action: 'profile-view', has: [words('my mypage myaccount account member members kaiin points point')] }]

const SENT = words('POST PUT PATCH')

const wordsOf = (parts: readonly string[]): Words => {
  const spelled = parts.map((part) => part.replace(/\.(?:php|html?|aspx?|jsp|do|cgi|json)$/, ''))
  const tokens = spelled.flatMap((part) => part.split(/[-_.]/))
  const pairs = spelled.slice(1).map((part, at) => `${spelled[at] ?? ''}/${part}`)
  // `my-page` and `my_account` are `mypage` and `myaccount`.
  return new Set([...tokens, ...spelled, ...spelled.map((part) => part.replaceAll(/[-_]/g, '')), ...pairs])
}

const hasAny = (said: Words, wanted: Words): boolean => {
  for (const word of said) if (wanted.has(word)) return true
  return false
}

const fits = ({ has, not }: Act, said: Words): boolean => has.every((one) => hasAny(said, one)) && (not === undefined || !hasAny(said, not))

/** May a request with this last part be told by words? Pictures and pages that say nothing are most of a web log. */
export const mayTell = (method: string, last: string): boolean => (method === 'GET' ? VIEWS.has(last) : SENT.has(method))

/** Numbers and keys in paths differ from member to member. */
const isName = (part: string): boolean => /^[a-z][a-z._-]{0,30}$/.test(part) || /^[a-z]{1,10}\d?$/.test(part)

/** How the path is shown. */
const shownPath = (parts: readonly string[]): string => `/${parts.map((part) => (isName(part) ? part : '*')).join('/')}`

export interface ToldByWords {
  readonly action: Action
  readonly path: string
  /** Only an answer that leads on (a redirect, 201, 204) says that it was done: a form that comes again is a 200, too. */
  readonly leadsOn: boolean
}

const MOST_SHOWN = 4

export const tellByWords = (method: string, parts: readonly string[]): ToldByWords | undefined => {
  const said = wordsOf(parts)
  if ([STEPS, LETTERS, OFFICE].some((others) => hasAny(said, others))) return undefined
  const act = (method === 'GET' ? OF_VIEWS : ACTS).find((one) => fits(one, said))
  if (act === undefined) return undefined
  const leadsOn = method === 'POST' && !hasAny(said, DONE) && !said.has('api')
  return { action: act.action, path: shownPath(parts.slice(-MOST_SHOWN)), leadsOn }
}
