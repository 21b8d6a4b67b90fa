import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, JsonShape, TimeField } from '../define-format.ts'
import { audited, type AuditAct } from './audit-codes.ts'

const codeOf = (action: string | undefined, object: string | undefined): string => `${action ?? ''} ${object ?? ''}`
const subjectOf = (action: string | undefined, object: string | undefined): string | undefined =>
  lookup<AuditAct>(audited, codeOf(action, object))?.subject

const classify = (action?: string, object?: string): Classified => {
  const code = codeOf(action, object)
  const act = lookup<AuditAct>(audited, code)
  return act === undefined ? { ignore: 'other-event' } : { ...act, outcome: 'success', code: code.replace(' ', '/') }
}

/** A text where the act is about whoever acted. */
const ofActor: Computed = {
  from: ['action', 'object_type', 'actor_uuid', 'object_uuid'],
  to: (action, object, by, on) => (subjectOf(action, object) === 'own' || by === on ? 'own' : undefined),
}

const actor: Computed = { from: ['actor_uuid', 'object_uuid'], to: (by, on) => (by === on ? undefined : by) }

/** What was done to accounts, groups and vaults, by whom, in which session. */
export const auditEvent = (time: TimeField): JsonShape => ({
  name: 'audit-event',
  kind: 'json',
  signature: { has: ['uuid', 'timestamp', 'actor_uuid', 'action', 'object_type'] },
  fields: {
    time,
    id: 'uuid',
    account: 'actor_uuid',
    username: 'actor_details.email',
    ip: 'session.ip',
    // The session is the actor's, and no session of another account that something is done to.
    session: { first: ['session.uuid'], when: ofActor },
    country: 'location.country',
    region: 'location.region',
    city: 'location.city',
    lat: 'location.latitude',
    lon: 'location.longitude',
  },
  subjects: {
    object: { account: 'object_uuid', username: ['object_details.email', 'object_details.name'], actor },
    aux: { account: 'aux_uuid', username: ['aux_details.email', 'aux_details.name'], actor },
  },
  classify: { by: ['action', 'object_type'], to: classify },
})
