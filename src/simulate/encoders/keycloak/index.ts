import { idOf, defineEncoder, isoOf, uuidOf } from '../../define-encoder.ts'
import type { SimEvent } from '../../event.ts'
import type { Action, Reason } from '../../../model/vocabulary.ts'

const DONE: Readonly<Partial<Record<Action, string>>> = {
  login: 'LOGIN',
  'session-use': 'REFRESH_TOKEN',
  logout: 'LOGOUT',
  signup: 'REGISTER',
  'password-change': 'UPDATE_PASSWORD',
  'password-reset-request': 'SEND_RESET_PASSWORD',
  // What is set anew by the link of a reset message is a password updated (Keycloak's own ResetPasswordTest).
  'password-reset': 'UPDATE_PASSWORD',
  'email-change': 'UPDATE_EMAIL',
  'profile-change': 'UPDATE_PROFILE',
  'mfa-enroll': 'UPDATE_TOTP',
  'mfa-remove': 'REMOVE_TOTP',
  'consent-grant': 'GRANT_CONSENT',
}

const ERRORS: Readonly<Partial<Record<Reason, string>>> = {
  'bad-password': 'invalid_user_credentials',
  'unknown-account': 'user_not_found',
  'mfa-failed': 'invalid_user_credentials',
  'mfa-denied': 'invalid_user_credentials',
  'mfa-timeout': 'invalid_user_credentials',
}

const account = (index: number): string => uuidOf('keycloak', index)

type Pairs = Readonly<Record<string, string | undefined>>

const pairsOf = (event: SimEvent, serial: number): Pairs | undefined => {
  const { action, outcome, reason, line, name, session } = event
  const base = { realmId: '7c0ffee0-0000-4000-8000-000000000001', realmName: 'shop', clientId: 'shop-web', ipAddress: line.ip }
  const userId = idOf(event, account) ?? 'null'
  const tail = { auth_method: 'openid-connect', username: name }
  if (outcome === 'success') {
    const type = DONE[action]
    return type === undefined ? undefined : { type, ...base, userId, sessionId: session && uuidOf(session), ...tail }
  }
  const error = reason === undefined || outcome !== 'failure' ? undefined : ERRORS[reason]
  if (error === undefined) return undefined
  const credential = action === 'mfa' ? { credential_type: 'otp' } : {}
  return { type: 'LOGIN_ERROR', ...base, userId, error, ...tail, ...credential, code_id: uuidOf('code', serial) }
}

/** Server log with successful events switched on; no user agent, and a second factor shows only where it is refused. */
export const encoder = defineEncoder({
  id: 'keycloak',
  title: { en: 'Keycloak server log', ja: 'Keycloakサーバログ' },
  file: 'keycloak.log',
  account,
  encode: (event, serial) => {
    const pairs = pairsOf(event, serial)
    if (pairs === undefined) return undefined
    const time = isoOf(event.timeMs).replace('T', ' ').replace('.', ',').replace('Z', '')
    const level = pairs['error'] === undefined ? 'INFO ' : 'WARN '
    const text = Object.entries(pairs)
      .flatMap(([key, value]) => (value === undefined ? [] : [`${key}="${value}"`]))
      .join(', ')
    return `${time} ${level} [org.keycloak.events] (executor-thread-${serial % 32}) ${text}`
  },
})
