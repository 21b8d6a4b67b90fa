import type { Classified } from '../define-format.ts'
import { adminEvents } from './admin-codes.ts'
import { errors, eventTypes, type TypeMeaning } from './codes.ts'

type Value = string | undefined

const isKeyOf = <Table extends object>(table: Table, key: PropertyKey | undefined): key is keyof Table =>
  key !== undefined && Object.hasOwn(table, key)

const SUFFIX = '_ERROR'

/** Types that say whether somebody got in; an unknown one of them is refused, any other is ignored. */
const LOGIN_FAMILY = /LOGIN|AUTHENTICAT|CREDENTIAL|OTP|TOTP|PASSWORD/

/** Second factors as `credential_type` names them. */
const FACTORS: ReadonlySet<string> = new Set(['otp', 'webauthn', 'recovery-authn-codes'])

const refine = (type: string, meaning: TypeMeaning, credential: Value, newEmail: Value): TypeMeaning => {
  if (type === 'UPDATE_PROFILE' && newEmail !== undefined) return { ...meaning, action: 'email-change' }
  if (type === 'UPDATE_CREDENTIAL' && credential === 'password') return { ...meaning, action: 'password-change' }
  if (type === 'REMOVE_CREDENTIAL' && credential === 'password') return { ...meaning, action: 'other' }
  return meaning
}

const failureOf = (type: string, meaning: TypeMeaning, error: Value, credential: Value): Classified => {
  const known = isKeyOf(errors, error) ? errors[error] : ({ reason: 'other' } as const)
  // The same error for a wrong code as for a wrong password: the credential's type tells which of them was right.
  if (type === 'LOGIN' && error === 'invalid_user_credentials' && FACTORS.has(credential ?? '')) {
    return { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true }
  }
  return { action: meaning.action, outcome: 'failure', ...known }
}

/** Event type, error, credential type, new e-mail address and grant of a user event → what happened. */
export const classifyEvent = (type: Value, error: Value, credential: Value, newEmail: Value, grant: Value): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  const failed = type.endsWith(SUFFIX)
  const base = failed ? type.slice(0, -SUFFIX.length) : type
  if (!isKeyOf(eventTypes, base)) {
    return LOGIN_FAMILY.test(type) ? { reject: 'unknown-code', detail: type.slice(0, 60) } : { ignore: 'other-event' }
  }
  const meaning = refine(base, eventTypes[base], credential, newEmail)
  const code = error === undefined ? type : `${type}/${error.slice(0, 60)}`
  const protocol = grant === 'password' ? { protocol: 'password-grant' } : {}
  if (!failed && error === undefined) return { ...meaning, outcome: 'success', ...protocol, code }
  return { ...failureOf(base, meaning, error, credential), ...protocol, code }
}

/** Key of an admin event and its error → what happened. */
export const classifyAdmin = (key: Value, error: Value): Classified => {
  if (!isKeyOf(adminEvents, key)) return { ignore: 'other-event' }
  if (error === undefined) return { ...adminEvents[key], code: key }
  return { ...adminEvents[key], outcome: 'failure', code: `${key}/${error.slice(0, 60)}` }
}

/** A message that is either a user event or an admin event. */
export const classifyMessage = (
  ambiguous: Value,
  adminKey: Value,
  isAdmin: Value,
  type: Value,
  error: Value,
  credential: Value,
  newEmail: Value,
  grant: Value,
): Classified => {
  if (ambiguous !== undefined) return { reject: 'ambiguous-value' }
  return isAdmin === undefined ? classifyEvent(type, error, credential, newEmail, grant) : classifyAdmin(adminKey, error)
}
