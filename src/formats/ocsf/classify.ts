import { lookup } from '../../kernel/lookup.ts'
import type { Outcome } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'
import { accountChange, authentication, groupManagement, statusDetails, userAccess, type Activity, type Detail } from './activity-codes.ts'

type Value = string | undefined

/** `status_id` decides; the text only where the number is missing. Unknown (0) and Other (99) are not guessed. */
const outcomeOf = (statusId: Value, status: Value): Outcome | undefined => {
  if (statusId === '1') return 'success'
  if (statusId === '2') return 'failure'
  if (statusId !== undefined) return 'info'
  const text = status?.toLowerCase()
  return text === 'success' || text === 'failure' ? text : undefined
}

const keyOf = (detail: Value): Value =>
  detail
    ?.toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')

const byLogin = (activity: Activity, outcome: Outcome | undefined, detail: Value, code: string): Classified => {
  const result = activity.outcome ?? outcome
  if (result === undefined) return { reject: 'ambiguous-value', detail: 'status_id' }
  if (result === 'success') return { action: activity.action, outcome: activity.passed ?? result, accountKnown: true, code }
  if (result !== 'failure') return { action: activity.action, outcome: result, code }
  const known: Partial<Detail> = lookup(statusDetails, keyOf(detail)) ?? (detail === undefined ? {} : { reason: 'other' })
  return { action: activity.action, outcome: known.reason === 'locked' ? 'blocked' : result, ...known, code }
}

const byChange = (activity: Activity, outcome: Outcome | undefined, code: string): Classified => {
  const result = activity.outcome ?? outcome ?? 'info'
  return { action: activity.action, outcome: result, ...(result === 'failure' && { reason: 'other' }), subject: 'changed', code }
}

/** By class; asked for when a record is classified. */
const ACTIVITIES: Readonly<Record<string, () => Readonly<Record<string, Activity>>>> = {
  '3001': () => accountChange,
  '3002': () => authentication,
  '3005': () => userAccess,
  '3006': () => groupManagement,
}
/** Of these, a record without a user of its own is about a group or a resource, not about whoever did it. */
const ABOUT_OTHERS: ReadonlySet<Value> = new Set(['3005', '3006'])

/** Class, activity and status of an OCSF event → what happened. */
export const classify = (
  classUid: Value,
  activityId: Value,
  statusId: Value,
  status: Value,
  detail: Value,
  who: Value,
  named: Value,
): Classified => {
  const activities = lookup(ACTIVITIES, classUid)
  if (activities === undefined) return { ignore: 'other-class' }
  const isLogin = classUid === '3002'
  const activity = lookup(activities(), activityId)
  if (activity === undefined) {
    return isLogin && activityId === undefined ? { reject: 'unknown-code', detail: 'no activity_id' } : { ignore: 'other-activity' }
  }
  if (ABOUT_OTHERS.has(classUid) && named === undefined) return { ignore: 'other-activity' }
  if (who === 'nobody') return { reject: 'no-subject' }
  if (who === 'machine' && isLogin) return { ignore: 'machine-login' }
  const code = [`${Number(classUid) * 100 + Number(activityId)}`, statusId ?? status, keyOf(detail)?.slice(0, 60)]
    .filter((part) => part !== undefined)
    .join('/')
  const outcome = outcomeOf(statusId, status)
  return isLogin ? byLogin(activity, outcome, detail, code) : byChange(activity, outcome, code)
}
