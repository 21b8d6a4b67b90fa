import { lookup } from '../../kernel/lookup.ts'
import type { Action } from '../../model/vocabulary.ts'
import type { Classified, FieldMap, JsonShape } from '../define-format.ts'
import { activityActs, activityOutcomes, personTargets, type Result } from './codes.ts'

type Value = string | undefined

/** Users act for themselves, whatever device of theirs is the target; so do administrators where they log in. */
const subjectOf = (action: Action, actorType: Value, targetType: Value): 'target' | 'nobody' | undefined => {
  if (actorType === 'user' || action === 'login') return undefined
  return lookup(personTargets, targetType) ?? 'nobody'
}

const classify = (name: Value, actorType: Value, targetType: Value, result: Value): Classified => {
  const action = lookup<Action>(activityActs, name)
  if (name === undefined || action === undefined) return { ignore: 'other-event' }
  const how = lookup<Result>(activityOutcomes, result ?? 'SUCCESS')
  if (how === undefined) return { reject: 'ambiguous-value', detail: 'outcome.result' }
  const subject = subjectOf(action, actorType, targetType)
  return { action, ...how, ...(subject !== undefined && { subject }), code: name }
}

const nobody = { from: [], to: () => undefined }

/**
 * `GET /admin/v2/logs/activity`: what users and administrators did to accounts and factors; who did it is the actor. Held against the samples
 * of the Cisco Duo package of https://github.com/elastic/integrations and of Google's page on its names (`activityActs`).
 */
export const activityShape = (shared: Pick<FieldMap, 'userAgent' | 'country' | 'region' | 'city'>): JsonShape => ({
  name: 'activity',
  kind: 'json',
  signature: { has: ['activity_id', 'action.name', 'actor.type', 'ts'] },
  fields: {
    ...shared,
    time: { path: 'ts', syntax: 'any', zone: 'UTC' },
    id: 'activity_id',
    account: 'actor.key',
    username: 'actor.name',
    client: ['application.name', 'application.key'],
    ip: 'access_device.ip.address',
    device: 'access_device.epkey',
  },
  subjects: {
    target: { account: 'target.key', username: 'target.name', actor: 'actor.name' },
    nobody: { account: nobody, username: nobody, actor: 'actor.name' },
  },
  classify: { by: ['action.name', 'actor.type', 'target.type', 'outcome.result'], to: classify },
})
