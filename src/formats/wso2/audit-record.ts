import { lookup } from '../../kernel/lookup.ts'
import { isoTime, type Classified, type JsonShape } from '../define-format.ts'
import { changedClaims, changes } from './action-codes.ts'
import { claimIn } from './audit-data.ts'

type Value = string | undefined

const classify = (action: Value, targetType: Value, initiatorType: Value, claim: Value): Classified => {
  const known = lookup(changes, action)
  if (known === undefined || targetType !== 'User') return { ignore: 'other-operation' }
  const changed = known.action === 'profile-change' ? lookup(changedClaims, initiatorType === 'System' ? 'identity' : claim) : undefined
  if (changed !== undefined && 'ignore' in changed) return changed
  // Only what was done is written down, never what was refused.
  return { ...known, ...changed, outcome: 'success', accountKnown: true, ...(action !== undefined && { code: action }) }
}

const claims = (name: string): string => `data.Claims.'http://wso2.org/claims/${name}'`
const PLACES = ['emailaddress', 'mobile'] as const

/** Audit logs of Asgardeo, and of Identity Server from version 7 on where it writes them as JSON: changes, no logins. */
export const auditRecord: JsonShape = {
  name: 'audit-json',
  kind: 'json',
  signature: { has: ['recordedAt', 'initiatorId', 'initiatorType', 'targetId', 'targetType'], any: [['action', 'actionId']] },
  fields: { time: isoTime('recordedAt'), id: 'id' },
  subjects: {
    target: {
      account: 'targetId',
      actor: { from: ['initiatorId', 'targetId'], to: (initiator, target) => (initiator === target ? undefined : initiator) },
    },
  },
  classify: {
    by: [
      { from: ['action', 'actionId'], to: (action, id) => action ?? id },
      'targetType',
      'initiatorType',
      {
        from: ['data.Claim', ...PLACES.map(claims)],
        to: (one, ...values) => claimIn(one) ?? PLACES.find((_, at) => values[at] !== undefined),
      },
    ],
    to: classify,
  },
}
