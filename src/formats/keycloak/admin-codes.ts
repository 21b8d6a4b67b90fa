import type { Classified } from '../define-format.ts'

const policy = { action: 'policy-change', outcome: 'success' } as const
const provider = { action: 'identity-provider-change', outcome: 'success' } as const
const linked = { ...provider, subject: 'target' } as const
const granted = { action: 'role-grant', outcome: 'success', subject: 'target' } as const
const taken = { action: 'other', outcome: 'success', subject: 'target' } as const
const signedOut = { action: 'session-revoke', outcome: 'success', subject: 'target' } as const
const factorRemoved = { action: 'mfa-remove', outcome: 'success', subject: 'target' } as const

const mustChange = { action: 'password-reset', outcome: 'success', subject: 'target', reason: 'must-change-password' } as const

/**
 * Admin events by operation and path, ids as `:id`; `* TYPE` is any other operation on a resource of that type.
 * Without `subject`, it is an act of the administrator on the realm. What is not here (clients' mappers, user queries …) is ignored.
 * Source: https://www.keycloak.org/docs/latest/server_admin/#auditing-admin-events and the paths of its Admin REST API
 */
export const adminEvents = {
  'CREATE users/:id': { action: 'account-create', outcome: 'success', subject: 'target' },
  'DELETE users/:id': { action: 'account-delete', outcome: 'success', subject: 'target' },
  'UPDATE users/:id': { action: 'profile-change', outcome: 'success', subject: 'target' },
  'UPDATE users/:id enabled=true': { action: 'profile-change', outcome: 'success', subject: 'target' },
  'UPDATE users/:id enabled=false': { action: 'account-disable', outcome: 'success', subject: 'target' },
  'UPDATE users/:id UPDATE_PASSWORD': mustChange,
  'UPDATE users/:id enabled=true UPDATE_PASSWORD': mustChange,
  'UPDATE users/:id enabled=false UPDATE_PASSWORD': mustChange,
  'ACTION users/:id/reset-password': { action: 'password-reset', outcome: 'success', subject: 'target' },
  'ACTION users/:id/execute-actions-email': { action: 'password-reset-request', outcome: 'success', subject: 'target' },
  'ACTION users/:id/reset-password-email': { action: 'password-reset-request', outcome: 'success', subject: 'target' },
  'ACTION users/:id/logout': signedOut,
  'ACTION users/:id/impersonation': { action: 'impersonation', outcome: 'success', subject: 'target' },
  'ACTION users/:id/disable-credential-types': factorRemoved,
  'ACTION users/:id/credentials/:id': factorRemoved,
  'DELETE users/:id/credentials/:id': factorRemoved,
  'DELETE users/:id/consents/:id': { action: 'token-revoke', outcome: 'success', subject: 'target' },
  'ACTION users/:id/consents/:id': { action: 'token-revoke', outcome: 'success', subject: 'target' },
  'CREATE users/:id/federated-identity/:id': linked,
  'DELETE users/:id/federated-identity/:id': linked,
  'CREATE users/:id/groups/:id': granted,
  'DELETE users/:id/groups/:id': taken,
  'CREATE users/:id/role-mappings/realm': granted,
  'DELETE users/:id/role-mappings/realm': taken,
  'CREATE users/:id/role-mappings/clients/:id': granted,
  'DELETE users/:id/role-mappings/clients/:id': taken,
  'DELETE attack-detection/brute-force/users/:id': { action: 'account-unlock', outcome: 'success', subject: 'target' },
  'DELETE sessions/:id': signedOut,
  'ACTION logout-all': signedOut,
  'ACTION push-revocation': { action: 'token-revoke', outcome: 'success', subject: 'target' },
  '* IDENTITY_PROVIDER': provider,
  '* IDENTITY_PROVIDER_MAPPER': provider,
  '* REALM': policy,
  '* AUTH_FLOW': policy,
  '* AUTH_EXECUTION': policy,
  '* AUTH_EXECUTION_FLOW': policy,
  '* AUTHENTICATOR_CONFIG': policy,
  '* REQUIRED_ACTION': policy,
  '* COMPONENT': policy,
  '* CLIENT': policy,
  '* REALM_ROLE': policy,
  '* CLIENT_ROLE': policy,
} as const satisfies Readonly<Record<string, Classified>>

const WORDS: ReadonlySet<string> = new Set(
  Object.keys(adminEvents)
    .flatMap((key) => (key.split(' ')[1] ?? '').split('/'))
    .filter((word) => /^[a-z-]+$/.test(word)),
)

const isAdminEvent = (key: string): key is keyof typeof adminEvents => Object.hasOwn(adminEvents, key)

/**
 * The key of `adminEvents`, or undefined when the table has none. `enabled` and `requiredActions` are of the user's new
 * representation, where the realm logs it. Console and kcadm always send all of it: `false` beside a demand for a new password may have
 * been so before, and `true` lifts a block only where there was one.
 */
export const adminEventKey = (
  operation: string | undefined,
  resourceType: string | undefined,
  path: string | undefined,
  enabled: string | undefined,
  requiredActions: string | undefined,
): keyof typeof adminEvents | undefined => {
  if (operation === undefined) return undefined
  const template = (path ?? '')
    .split('/')
    .map((segment) => (WORDS.has(segment) ? segment : ':id'))
    .join('/')
  const call = `${operation} ${template}`
  const state = enabled === 'true' || enabled === 'false' ? `${call} enabled=${enabled}` : call
  const candidates = [
    ...((requiredActions ?? '').split(',').includes('UPDATE_PASSWORD') ? [`${state} UPDATE_PASSWORD`] : []),
    state,
    call,
    `* ${resourceType ?? ''}`,
  ]
  return candidates.find(isAdminEvent)
}

/** The user whose resource a path names (`users/{id}…`, `attack-detection/brute-force/users/{id}`). */
export const userInPath = (path: string | undefined): string | undefined => /(?:^|\/)users\/([^/]{1,255})/.exec(path ?? '')?.[1]
