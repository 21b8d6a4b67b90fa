import { lookup } from '../../kernel/lookup.ts'
import type { Classification, Classified } from '../define-format.ts'
import { errors } from './error-codes.ts'
import { changes, codeMails, methods } from './method-codes.ts'

type Value = string | undefined
type Answer = Pick<Classification, 'outcome' | 'reason' | 'accountKnown'>

const PREFIX = /^google\.(?:cloud\.identitytoolkit|identity\.securetoken)\.(?:admin\.)?v\d\w*\./

/** `code : text`, or a word and an explanation behind a colon. */
const wordOf = (message: Value): Value => /^[A-Z][A-Z_]+/.exec(message ?? '')?.[0]

/** No status, or an empty one, is how Google writes success. */
const answerOf = (code: Value, message: Value, action: string): Answer => {
  if ((code === undefined || code === '0') && message === undefined) return { outcome: 'success', accountKnown: true }
  const known = lookup(errors, wordOf(message))
  if (known !== undefined) return known
  return { outcome: 'failure', reason: action === 'mfa' ? 'mfa-failed' : 'other' }
}

const methodOf = (name: string, changed: Value, mail: Value): (typeof methods)[string] | undefined => {
  if (name === 'AccountManagementService.GetOobCode') return lookup(codeMails, mail) ?? { ignore: 'step-only' }
  const method = lookup(methods, name)
  return method !== undefined && 'action' in method && method.action === 'profile-change'
    ? { ...method, ...lookup(changes, changed) }
    : method
}

/**
 * `pending`: the answer asks for the second factor. A method of the sign-in service that is not known is refused; of the others
 * (configuration, lists) only a few are about one account.
 */
export const classify = (method: Value, code: Value, message: Value, pending: Value, changed: Value, mail: Value): Classified => {
  const name = method?.replace(PREFIX, '') ?? ''
  const known = methodOf(name, changed, mail)
  if (known === undefined) {
    return name.startsWith('AuthenticationService.') ? { reject: 'unknown-code', detail: name } : { ignore: 'other-operation' }
  }
  if ('ignore' in known) return known
  const answer = answerOf(code, message, known.action)
  const shown = [name, wordOf(message)].filter((part) => part !== undefined).join('/')
  if (answer.outcome === 'success' && pending !== undefined) {
    return { ...known, outcome: 'challenge', reason: 'mfa-required', accountKnown: true, code: `${name}/mfa-pending` }
  }
  return { ...known, ...answer, code: shown }
}
