import { lookup } from '../../kernel/lookup.ts'
import type { Action, Outcome } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'
import { eventActions, iamTypes, reasons } from './action-codes.ts'

type Value = string | undefined

const words = (text: Value): Value =>
  text
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const listed = (text: Value): readonly string[] => text?.split(/, */) ?? []

/** Types of calls and of administration that sources file under authentication because somebody was logged in at the time. */
const NO_LOGIN: ReadonlySet<string> = new Set(['access', 'change', 'creation', 'deletion', 'user', 'group', 'admin', 'protocol'])

const actionOf = (categories: readonly string[], types: readonly string[], action: Value): Action | undefined => {
  const said = lookup(eventActions, words(action))
  if (said !== undefined) return said
  const isOfSession = types.includes('start') || types.includes('end')
  if (categories.includes('authentication') && (isOfSession || !types.some((type) => NO_LOGIN.has(type))))
    return types.includes('end') ? 'logout' : 'login'
  if (!types.includes('user')) return undefined
  return types.map((type) => lookup(iamTypes, type)).find((one) => one !== undefined)
}

/** ECS allows `unknown`, and no outcome at all: neither is taken for one. */
const outcomeOf = (action: Action, outcome: Value): Outcome => {
  if (action === 'logout' || action === 'account-lock') return 'info'
  return outcome === 'success' || outcome === 'failure' ? outcome : 'info'
}

/** Category, type, action, outcome and reason of an ECS document → what happened. */
export const classify = (category: Value, type: Value, action: Value, outcome: Value, reason: Value, who: Value): Classified => {
  const categories = listed(category)
  if (!categories.includes('authentication') && !categories.includes('iam')) return { ignore: 'other-category' }
  const meaning = actionOf(categories, listed(type), action)
  if (meaning === undefined) return { ignore: 'other-event' }
  if (who === undefined) return { reject: 'no-subject' }
  const result = outcomeOf(meaning, outcome)
  const code = [action ?? category, outcome]
    .filter((part) => part !== undefined)
    .join('/')
    .slice(0, 120)
  const isLogin = meaning === 'login'
  const known = isLogin && result === 'success' ? { accountKnown: true } : {}
  const why = result === 'failure' ? (lookup(reasons, words(reason)) ?? (reason === undefined ? {} : { reason: 'other' as const })) : {}
  const locked = isLogin && 'reason' in why && why.reason === 'locked'
  return { action: meaning, outcome: locked ? 'blocked' : result, ...known, ...why, ...(who === 'target' && { subject: 'target' }), code }
}
