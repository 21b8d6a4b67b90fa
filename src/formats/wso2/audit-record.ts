import { lookup } from '../../kernel/lookup.ts'
import { isoTime, type Classified, type JsonShape } from '../define-format.ts'
import { recordActions } from './action-codes.ts'

const classify = (action?: string, targetType?: string): Classified => {
  const known = lookup(recordActions, action)
  // Only what was done is written down, never what was refused.
  return known === undefined || targetType !== 'User'
    ? { ignore: 'other-operation' }
    : { ...known, outcome: 'success', accountKnown: true, ...(action !== undefined && { code: action }) }
}

/** Audit logs of Asgardeo, and of Identity Server from version 7 on where it writes them as JSON: changes, no logins. */
export const auditRecord: JsonShape = {
  name: 'audit-json',
  kind: 'json',
  signature: { has: ['recordedAt', 'initiatorId', 'initiatorType', 'targetId', 'targetType'], any: [['action', 'actionId']] },
  fields: {
    time: isoTime('recordedAt'),
    id: 'id',
    account: 'targetId',
    actor: { from: ['initiatorId', 'targetId'], to: (initiator, target) => (initiator === target ? undefined : initiator) },
  },
  classify: { by: [{ from: ['action', 'actionId'], to: (action, id) => action ?? id }, 'targetType'], to: classify },
}
