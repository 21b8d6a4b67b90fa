import type { Classified } from '../define-format.ts'
import type { Reason } from '../../model/vocabulary.ts'
import { actions, duoAnswers, models, serverActions, stages, type ActionMeaning } from './codes.ts'

type Value = string | undefined

const lookUp = <Row>(table: Readonly<Record<string, Row>>, key: string): Row | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** A stage that is not in the table is some check of the login: what was wrong stays open. */
const failedAt = (stage: Value, standing: Value, answer: Value): Classified => {
  const found = lookUp<(typeof stages)[keyof typeof stages]>(stages, `${stage ?? ''}/${standing ?? ''}`)
  const code = ['login_failed', stage].filter((part) => part !== undefined).join('/')
  const reason = answer === undefined || stage !== 'authenticatorvalidatestage' ? undefined : lookUp<Reason>(duoAnswers, answer)
  if (found !== undefined) return { ...found, outcome: 'failure', code, ...(reason !== undefined && { reason }) }
  const known = standing === 'known' ? { accountKnown: true } : {}
  return { action: stage === 'authenticatorvalidatestage' ? 'mfa' : 'login', outcome: 'failure', reason: 'bad-credentials', ...known, code }
}

const byAction = (action: string, model: Value): ActionMeaning | undefined =>
  model !== undefined && action.startsWith('model_')
    ? lookUp<ActionMeaning>(models, `${action}/${model}`)
    : lookUp<ActionMeaning>(actions, action)

const otherwise = (action: string): Classified => {
  if (action.startsWith('model_')) return { ignore: 'model-change' }
  if (action.startsWith('custom_')) return { ignore: 'custom-event' }
  const why = lookUp<string>(serverActions, action)
  return why === undefined ? { reject: 'unknown-code', detail: action.slice(0, 60) } : { ignore: why }
}

/** An event's action, the stage that refused, the model it was done to, and how well the name is known. */
export const classifyEvent = (action: Value, stage: Value, model: Value, standing: Value, answer: Value): Classified => {
  if (action === undefined) return { reject: 'unknown-code', detail: 'no action' }
  if (action === 'login_failed') return failedAt(stage, standing, answer)
  const meaning = byAction(action, model)
  return meaning === undefined ? otherwise(action) : { ...meaning, code: model === undefined ? action : `${action}/${model}` }
}

/** A line of the server's log: an event as above, a name that is nobody's, or news of the server. */
export const classifyLine = (event: Value, action: Value, stage: Value, model: Value, standing: Value, answer: Value): Classified => {
  if (event === 'Created Event') return classifyEvent(action, stage, model, standing, answer)
  if (event === 'invalid_login') {
    return { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false, code: `invalid_login/${action ?? ''}` }
  }
  return { ignore: 'server-message' }
}
