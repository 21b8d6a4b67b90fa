import { lookup } from '../../kernel/lookup.ts'
import type { Outcome } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'
import { events, ignored, statuses, type AuditEvent } from './codes.ts'

type Value = string | undefined

/** Steps of a login that this version of the product may know and we do not: never skipped in silence. */
const LOGIN_FAMILY = /^(?:AUTHN|SSO)/

const isMachine = (grant: Value): boolean => grant === 'client_credentials'
const isPassword = (grant: Value): boolean => grant === 'password'

const unknown = (event: string): Classified =>
  LOGIN_FAMILY.test(event) ? { reject: 'unknown-code', detail: event.slice(0, 60) } : { ignore: 'other-event' }

const byGrant = (outcome: Outcome, grant: Value, code: string): Classified => {
  if (isMachine(grant)) return { ignore: 'machine-login' }
  const failed = outcome === 'failure'
  if (isPassword(grant)) {
    return { action: 'login', outcome, protocol: 'password-grant', code, ...(failed && { reason: 'bad-credentials' }) }
  }
  return { action: 'session-use', outcome, code, ...(failed && { reason: 'token-invalid' }) }
}

/** An adapter that asked and got its answer. */
const byAttempt = (outcome: Outcome, code: string): Classified => {
  if (outcome === 'success') return { action: 'login', outcome, accountKnown: true, code }
  if (outcome === 'challenge') return { action: 'login', outcome, reason: 'interrupted', code }
  return { action: 'login', outcome, reason: 'bad-credentials', code }
}

/** A line of the audit log; `pattern` says in which layout, or that its cells cannot be told apart. */
export const classify = (pattern: Value, event: Value, status: Value, grant: Value): Classified => {
  if (pattern === 'torn' || event === 'torn') return { reject: 'ambiguous-value', detail: 'cells' }
  if (event === undefined) return { reject: 'unknown-code', detail: 'no event' }
  const why = lookup<string>(ignored, event)
  if (why !== undefined) return { ignore: why }
  const meaning = lookup<AuditEvent>(events, event)
  if (meaning === undefined) return unknown(event)
  const outcome = lookup<Outcome>(statuses, status?.toLowerCase())
  if (outcome === undefined) return { reject: 'ambiguous-value', detail: 'status' }
  const code = `${event}/${status}`
  if (meaning.isCredential === true) return byAttempt(outcome, code)
  if (meaning.isByGrant === true) return byGrant(outcome, grant, code)
  const known = meaning.action === 'login' && outcome === 'success' ? { accountKnown: true } : {}
  return { action: meaning.action, outcome, ...known, ...(outcome === 'failure' && { reason: 'other' }), code }
}
