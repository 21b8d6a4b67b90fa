import { lookup } from '../../kernel/lookup.ts'
import type { Classification, Classified, Computed, Path } from '../define-format.ts'
import { events } from './codes.ts'

type Value = string | undefined

/** `\core\event\user_loggedin` → `core/user_loggedin`. */
const eventOf = (name: Value): Value => {
  const [, component, event] = /^\\?(\w+)\\event\\(\w+)$/.exec(name?.trim() ?? '') ?? []
  return component === undefined ? undefined : `${component}/${event ?? ''}`
}

/** Of what an event says besides: JSON, or what PHP serialises, as `logstore_standard | jsonformat` says. */
const inOther = (other: Value, key: string): Value => {
  const [, text, number] =
    new RegExp(`"${key}"(?::\\s*|;(?:s:\\d+:|i:|b:))(?:"((?:\\\\.|[^"\\\\]){0,320})"|(-?\\d+|true|false))`).exec(other ?? '') ?? []
  return text ?? number
}

/** User 0 is nobody, -1 the system. */
const somebody = (id: Value): Value => (/^[1-9]\d*$/.test(id ?? '') ? id : undefined)

export const userId = (path: Path): Computed => ({ from: [path], to: somebody })

const byAnother = (by: Value, to: Value): Value => (somebody(to) === undefined || by === to ? undefined : somebody(by))

/** Who did it, where not the one whose account it is: an administrator, or whoever is logged in as somebody else. */
export const actor: Computed = {
  from: ['userid', 'relateduserid', 'realuserid'],
  to: (by, to, really) => somebody(really) ?? byAnother(by, to),
}

const isFailure = (name: Value): boolean => eventOf(name) === 'core/user_login_failed'

/** Of other events `username` is somebody's who was changed. */
export const loginName: Computed = {
  from: ['eventname', 'other'],
  to: (name, other) => (isFailure(name) || eventOf(name) === 'core/user_loggedin' ? inOther(other, 'username') : undefined),
}

/** Of a failure its reason; of a password, whether it was forgotten. */
export const detail: Computed = {
  from: ['eventname', 'other'],
  to: (name, other) => {
    if (isFailure(name)) return inOther(other, 'reason')
    return ['true', '1'].includes(inOther(other, 'forgottenreset') ?? '') ? 'reset' : undefined
  },
}

/** Is it done to somebody else than who does it? */
export const upon: Computed = {
  from: ['userid', 'relateduserid'],
  to: (by, to) => (byAnother(by, to) === undefined ? undefined : 'other'),
}

/** CONTEXT_SYSTEM: a role in one course is no power over the site, and thousands of pupils have one. */
const SITE = '10'

/** An event of accounts that is not known here must not be skipped in silence. */
const SPEAKS_OF_LOGIN = /^(?:core|auth_\w+|tool_mfa)\/.*(?:log(?:ged)?_?(?:in|out)|mfa|password_updated|token_created)/

export const classify = (name: Value, said: Value, whom: Value, level: Value): Classified => {
  const event = eventOf(name)
  if (event === undefined) return { reject: 'unknown-code', detail: name ?? '' }
  const isRole = event === 'core/role_assigned'
  if (isRole && level !== SITE) return { ignore: 'role-in-a-course' }
  const key = isRole ? `${event}/site` : event
  const keys = [said, whom].flatMap((part) => (part === undefined ? [] : [`${key}/${part}`]))
  for (const candidate of [...keys, key]) {
    const meaning = lookup<Omit<Classification, 'code'>>(events, candidate)
    if (meaning !== undefined) return { ...meaning, code: candidate }
  }
  return SPEAKS_OF_LOGIN.test(event) ? { reject: 'unknown-code', detail: event } : { ignore: 'other-event' }
}
