import type { Computed, FieldMap, Path, SubjectFields } from '../define-format.ts'

type Value = string | undefined

const same = (one: Value, other: Value): boolean => one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase()

/**
 * Whose failed login it was. In a flow the event's user is the one who is about to log in, or still nobody (AnonymousUser);
 * with "pretend user exists" a name that is nobody's goes on to the password like any other, but has no key.
 */
const standingOf = (key: Value, user: Value, typed: Value): 'known' | 'pretended' | undefined => {
  if (!same(user, typed)) return undefined
  return key === undefined ? 'pretended' : 'known'
}

const USER: readonly Path[] = ['user.pk', 'user.username', 'context.username']

/** How well authentik knows the name of a failed login. */
export const standing: Computed = { from: USER, to: standingOf }

const NOBODY = 'AnonymousUser'

/** The impersonated user where somebody acts as another; for a failed login only a user that the typed name is. */
const account: Computed = {
  from: ['action', 'user.on_behalf_of.pk', ...USER],
  to: (action, impersonated, key, user, typed) => {
    if (action === 'login_failed') return standingOf(key, user, typed) === 'known' ? key : undefined
    return impersonated ?? (user === NOBODY ? undefined : key)
  },
}

const username: Computed = {
  from: ['action', 'user.on_behalf_of.username', 'user.username', 'context.username', 'identifier'],
  to: (action, impersonated, user, typed, identifier) => {
    if (action === 'login_failed') return typed ?? (user === NOBODY ? undefined : user)
    return identifier ?? impersonated ?? (user === NOBODY ? undefined : user)
  },
}

const actor: Computed = {
  from: ['user.on_behalf_of.pk', 'user.username'],
  to: (impersonated, user) => (impersonated === undefined ? undefined : user),
}

/** Fields that the API's events and the events in the server's log share. */
export const eventFields: Omit<FieldMap, 'time'> = {
  account,
  username,
  actor,
  client: 'context.authorized_application.name',
  ip: 'client_ip',
  userAgent: 'context.http_request.user_agent',
  mfaMethod: ['context.auth_method_args.mfa_devices[0].model_name', 'context.device_class'],
  protocol: 'context.auth_method',
  country: 'context.geo.country',
  city: 'context.geo.city',
  lat: 'context.geo.lat',
  lon: 'context.geo.long',
}

/** `impersonated`: who was impersonated, by the user. `model`: the user whose record an administrator wrote. */
export const eventSubjects: Readonly<Record<string, SubjectFields>> = {
  impersonated: { account: ['user.on_behalf_of.pk'], username: ['user.on_behalf_of.username'], actor: 'user.username' },
  model: { account: 'context.model.pk', username: 'context.model.name', actor: 'user.username' },
}
