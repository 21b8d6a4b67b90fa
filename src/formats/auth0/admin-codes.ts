import type { Classified } from '../define-format.ts'

const policy = { action: 'policy-change', outcome: 'success' } as const
const mfaRemoved = { action: 'mfa-remove', outcome: 'success', subject: 'target' } as const
const mfaEnrolled = { action: 'mfa-enroll', outcome: 'success', subject: 'target' } as const
const signedOut = { action: 'session-revoke', outcome: 'success', subject: 'target' } as const
const tokenRevoked = { action: 'token-revoke', outcome: 'success', subject: 'target' } as const
const granted = { action: 'role-grant', outcome: 'success', subject: 'target' } as const
const roleTaken = { action: 'other', outcome: 'success', subject: 'target' } as const
const identityLinked = { action: 'identity-provider-change', outcome: 'success', subject: 'target' } as const

/**
 * Writes through the Management API (`sapi`; `fapi` is the same with failure), by method and path with ids as `:id`, and for
 * `PATCH users/:id` by what was changed. `* x` is any other call below `/x`. Without `subject`, it is an act of the caller on the tenant.
 * Source: https://auth0.com/docs/api/management/v2
 */
export const adminCalls = {
  'POST users': { action: 'account-create', outcome: 'success', subject: 'target' },
  'DELETE users/:id': { action: 'account-delete', outcome: 'success', subject: 'target' },
  'PATCH users/:id': { action: 'profile-change', outcome: 'success', subject: 'target' },
  'PATCH users/:id blocked=true': { action: 'account-disable', outcome: 'success', subject: 'target' },
  'PATCH users/:id blocked=false': { action: 'account-enable', outcome: 'success', subject: 'target' },
  'PATCH users/:id password': { action: 'password-reset', outcome: 'success', subject: 'target' },
  'PATCH users/:id email': { action: 'email-change', outcome: 'success', subject: 'target' },
  'PATCH users/:id phone': { action: 'phone-change', outcome: 'success', subject: 'target' },

  'POST users/:id/roles': granted,
  'POST users/:id/permissions': granted,
  'POST roles/:id/users': granted,
  'DELETE users/:id/roles': roleTaken,
  'DELETE users/:id/permissions': roleTaken,
  'POST organizations/:id/members': granted,
  'POST organizations/:id/members/:id/roles': granted,
  'POST organizations/:id/invitations': { action: 'account-create', outcome: 'info', subject: 'invitee' },
  'POST tenants/invitations': { action: 'role-grant', outcome: 'info', subject: 'invitee' },
  'PATCH tenants/invitations/:id': { action: 'other', outcome: 'info' },

  'DELETE users/:id/multifactor/:id': mfaRemoved,
  'DELETE users/:id/authenticators': mfaRemoved,
  'DELETE users/:id/authentication-methods': mfaRemoved,
  'DELETE users/:id/authentication-methods/:id': mfaRemoved,
  'DELETE guardian/enrollments/:id': mfaRemoved,
  'POST users/:id/authentication-methods': mfaEnrolled,
  'PUT users/:id/authentication-methods': mfaEnrolled,
  'PATCH users/:id/authentication-methods/:id': mfaEnrolled,
  'POST guardian/enrollments/ticket': { action: 'mfa-enroll', outcome: 'info', subject: 'target' },
  'POST users/:id/recovery-code-regeneration': { action: 'recovery-change', outcome: 'success', subject: 'target' },

  'DELETE users/:id/sessions': signedOut,
  'DELETE sessions/:id': signedOut,
  'POST sessions/:id/revoke': signedOut,
  'POST users/:id/revoke-access': signedOut,
  'POST users/:id/multifactor/actions/invalidate-remember-browser': signedOut,
  'DELETE users/:id/refresh-tokens': tokenRevoked,
  'DELETE refresh-tokens/:id': tokenRevoked,
  'POST refresh-tokens/revoke': tokenRevoked,
  'DELETE grants/:id': tokenRevoked,
  'DELETE grants': tokenRevoked,
  'DELETE device-credentials/:id': tokenRevoked,

  'POST tickets/password-change': { action: 'password-reset-request', outcome: 'success', subject: 'target' },
  'POST tickets/email-verification': { action: 'other', outcome: 'info', subject: 'target' },
  'POST users/:id/identities': identityLinked,
  'DELETE users/:id/identities/:id/:id': identityLinked,
  'DELETE user-blocks/:id': { action: 'account-unlock', outcome: 'success', subject: 'target' },
  'POST jobs/users-exports': { action: 'data-export', outcome: 'success' },
  'POST jobs/users-imports': { action: 'account-create', outcome: 'success' },
  'POST clients/:id/rotate-secret': { action: 'token-create', outcome: 'success' },

  '* connections': { action: 'identity-provider-change', outcome: 'success' },
  '* attack-protection': policy,
  '* guardian': policy,
  '* tenants': policy,
  '* actions': policy,
  '* rules': policy,
  '* hooks': policy,
  '* log-streams': policy,
  '* risk-assessment': policy,
  '* network-acls': policy,
  '* anomaly': policy,
  '* clients': policy,
  '* client-grants': policy,
  '* resource-servers': policy,
  '* roles': policy,
  '* organizations': policy,
  '* integrations': policy,
  '* custom-domains': policy,
  '* emails': policy,
  '* keys': policy,
} as const satisfies Readonly<Record<string, Classified>>

/** Words of the paths above, behind the collection, that are no ids (`guardian` is a collection, and the id of a factor's provider). */
const WORDS: ReadonlySet<string> = new Set(
  Object.keys(adminCalls)
    .flatMap((call) => (call.split(' ')[1] ?? '').split('/').slice(1))
    .filter((word) => !word.startsWith(':')),
)

const segmentsOf = (path: string): string[] =>
  path.split('/').filter((segment, index) => segment !== '' && !(index < 3 && /^(?:api|v2)$/.test(segment)))

type Value = string | undefined

const changeOf = (blocked: Value, password: Value, email: Value, phone: Value): string => {
  if (blocked === 'true' || blocked === 'false') return ` blocked=${blocked}`
  if (password !== undefined) return ' password'
  if (email !== undefined) return ' email'
  return phone === undefined ? '' : ' phone'
}

/**
 * The key of `adminCalls` for a call, or undefined when the table has none.
 * The later arguments are the changed fields of a user: `blocked`, `password` (masked in the log), `email`, `phone_number`.
 */
export const adminCallKey = (
  method: string | undefined,
  path: string | undefined,
  ...changed: readonly (string | undefined)[]
): keyof typeof adminCalls | undefined => {
  if (method === undefined || path === undefined) return undefined
  const [collection = '', ...rest] = segmentsOf(path)
  const template = [collection, ...rest.map((segment) => (WORDS.has(segment) ? segment : ':id'))].join('/')
  const call = `${method.toUpperCase()} ${template}`
  const exact = call === 'PATCH users/:id' ? call + changeOf(changed[0], changed[1], changed[2], changed[3]) : call
  return [exact, call, `* ${collection}`].find(isAdminCall)
}

const isAdminCall = (key: string): key is keyof typeof adminCalls => Object.hasOwn(adminCalls, key)

/** The user id that stands in a path (`users/{id}`, `members/{id}`, `user-blocks/{id}`), decoded; undefined when there is none. */
export const userInPath = (path: string | undefined): string | undefined => {
  const encoded = /\/(?:users|members|user-blocks)\/([^/]{1,512})/.exec(path ?? '')?.[1]
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
