import type { Classification, IgnoredRecord } from '../define-format.ts'

type Meaning = Pick<Classification, 'action'> | IgnoredRecord

/**
 * Events of admin.log. Whom a change of an administrator's account is about stands in words that no page shows: it is kept as an act of
 * whoever did it. Sources: https://docs.pingidentity.com/pingfederate/latest/administrators_reference_guide/pf_admin_audit_loggin.html
 * (what is logged) and packages/ping_federate of elastic/integrations (names and cells).
 */
export const adminEvents: Readonly<Record<string, Meaning>> = {
  LOGIN_ATTEMPT: { action: 'login' },
  LOGOUT: { action: 'logout' },
  PASSWORD_CHANGE: { action: 'other' },
  ROLE_CHANGE: { action: 'other' },
  ACTIVATE: { action: 'other' },
  DEACTIVATE: { action: 'other' },
  SESSION_TIMEOUT: { ignore: 'session-timeout' },
}

/** What is done to administrators' accounts by events that are otherwise settings. */
export const ACCOUNT_COMPONENT = 'USER'

/** Statuses of admin-api.log and runtime-api.log: each request shows its password or token. Others say nothing about who it is. */
export const apiStatuses: Readonly<Record<string, Pick<Classification, 'action' | 'outcome' | 'reason'>>> = {
  '200': { action: 'session-use', outcome: 'success' },
  '201': { action: 'session-use', outcome: 'success' },
  '204': { action: 'session-use', outcome: 'success' },
  '401': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  '403': { action: 'session-use', outcome: 'failure', reason: 'policy-denied' },
}
