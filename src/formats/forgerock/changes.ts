import { lookup } from '../../kernel/lookup.ts'
import type { Action, Outcome } from '../../model/vocabulary.ts'
import { isoTime, type Classified, type Computed, type JsonShape } from '../define-format.ts'
import { changedFields, nodes, operations, statuses, type NodeOutcome } from './change-codes.ts'

type Value = string | undefined

/** As many changed fields as are looked at: one act rarely changes more than one of those that count. */
const CHANGED = Array.from({ length: 8 }, (_, at) => `changedFields[${at}]`)

/** The first changed field that means something; IDM writes them as pointers (`/mail`). */
const actionOfFields = (fields: readonly Value[]): Action | undefined => {
  for (const field of fields) {
    const action = lookup<Action>(changedFields, field?.replace(/^\//, ''))
    if (action !== undefined) return action
  }
  return undefined
}

/** A second factor that a node asked for or took in; undefined: a step of another kind. */
export const nodeOf = (type: Value, outcome: Value): Classified | undefined => {
  const found = lookup<NodeOutcome>(lookup<Readonly<Record<string, NodeOutcome>>>(nodes, type) ?? {}, outcome?.toLowerCase())
  return found === undefined ? undefined : { ...found, code: `${type}/${outcome}` }
}

const unchanged = { ignore: 'other-change' } as const

/** `fr-idm-uuid=…,ou=people,…`, `uid=…`, `managed/alpha_user/…` → the id in it. */
const identity: Computed = { from: ['objectId'], to: (id) => /^(?:[\w-]+=|managed\/\w+\/)([^,/]+)/.exec(id ?? '')?.[1] }
/** `id=…,ou=user,…` or the bare id. */
const runner: Computed = { from: ['runAs'], to: (dn) => (dn === undefined || dn === '' ? undefined : (/^id=([^,]+),/.exec(dn)?.[1] ?? dn)) }
const runnerIfOther: Computed = {
  from: ['runAs', 'objectId'],
  to: (dn, object) => {
    const by = runner.to(dn)
    return by === identity.to(object) ? undefined : by
  },
}

const common = { time: isoTime('timestamp'), id: '_id', account: identity, actor: runnerIfOther, tenant: 'realm' } as const

/** AM tells which attributes of an identity changed, and no more. */
export const identityChange: JsonShape = {
  name: 'identity-change',
  kind: 'json',
  signature: { has: ['eventName', 'transactionId', 'objectId'], is: { eventName: ['AM-IDENTITY-CHANGE'] } },
  fields: common,
  classify: {
    by: CHANGED,
    to: (...fields) => {
      const action = actionOfFields(fields)
      return action === undefined ? unchanged : { action, outcome: 'success', code: 'AM-IDENTITY-CHANGE' }
    },
  },
}

const USER = /^managed\/\w*user\//

const activityOf = (kind: Value, operation: Value, password: Value, status: Value, fields: readonly Value[]): Classified => {
  if (kind !== 'user') return { ignore: 'other-object' }
  const action = password === 'true' ? 'password-change' : (lookup<Action>(operations, operation) ?? actionOfFields(fields))
  return action === undefined ? unchanged : { action, outcome: lookup<Outcome>(statuses, status) ?? 'info', code: `activity/${operation}` }
}

/** What IDM did with its objects; of these, users. */
export const idmActivity: JsonShape = {
  name: 'idm-activity',
  kind: 'json',
  signature: { has: ['transactionId', 'objectId', 'operation', 'passwordChanged'] },
  fields: common,
  classify: {
    by: [
      { from: ['objectId'], to: (id) => (USER.test(id ?? '') && id?.split('/').length === 3 ? 'user' : 'other') },
      'operation',
      'passwordChanged',
      'status',
      ...CHANGED,
    ],
    to: (kind, operation, password, status, ...fields) =>
      activityOf(kind, operation === undefined ? undefined : operation.toUpperCase(), password, status, fields),
  },
}
