import type { Classified } from '../define-format.ts'
import { codes, families } from './codes.ts'

type Value = string | undefined
type Meaning = (typeof codes)[keyof typeof codes]

/** An unknown member of these says who got in, or how: it must not be skipped in silence. */
const LOGIN_FAMILY = /^(?:user\.|auth$|mfa\.|mfa_|recovery_)/

const isLock = (error: Value): boolean => /\block(?:ed)?\b/i.test(error ?? '')

/** Does the record's own word on success speak against its code? */
const contradicts = ({ outcome }: Meaning, success: Value): boolean =>
  (outcome === 'success' && success === 'false') || (outcome === 'failure' && success === 'true')

/** Of a login `success` is the fact and the code derived from it: it wins, and the code shown says so. Elsewhere nothing is guessed. */
const disputed = ({ action }: Meaning, success: Value, code: string): Classified => {
  // A way into an application that was refused has the code of one that was taken.
  if (action === 'session-use') return { action, outcome: 'failure', reason: 'other', code: `${code}/success=${success ?? ''}` }
  if (action !== 'login') return { reject: 'ambiguous-value', detail: 'code and success disagree' }
  const shown = `${code}/success=${success ?? ''}`
  return success === 'true'
    ? { action, outcome: 'success', accountKnown: true, code: shown }
    : { action, outcome: 'failure', reason: 'other', code: shown }
}

const withoutCode = (event: Value, code: string): Classified => {
  if (LOGIN_FAMILY.test(event ?? '')) return { reject: 'unknown-code', detail: `${event ?? ''} ${code}`.slice(0, 60) }
  const family = (event ?? '').split('.')[0] ?? ''
  return { ignore: Object.hasOwn(families, family) ? families[family as keyof typeof families] : 'other-event' }
}

/** Event name, code, whether it went well, and whether the error speaks of a lock. */
export const classify = (event: Value, rawCode: Value, success: Value, locked: Value): Classified => {
  // Collectors that fold case write codes in lower case too.
  const code = (rawCode ?? '').toUpperCase()
  if (!Object.hasOwn(codes, code)) return withoutCode(event, code)
  const meaning: Meaning = codes[code as keyof typeof codes]
  if (contradicts(meaning, success)) return disputed(meaning, success, `${event ?? ''}/${code}`)
  const lock = meaning.action === 'login' && meaning.outcome === 'failure' && locked !== undefined
  return {
    ...meaning,
    ...(lock && { outcome: 'blocked' as const, reason: 'locked' as const, accountKnown: true }),
    code: `${event ?? ''}/${code}`,
  }
}

/** `yes` where the error says that a lock is in force; short, so that free text stays out of the key. */
export const lockWord = (error: Value): Value => (isLock(error) ? 'yes' : undefined)
