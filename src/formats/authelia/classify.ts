import type { Classified } from '../define-format.ts'
import { details, methods } from './codes.ts'

type Value = string | undefined

const detailFor = (detail: Value, action: string): (typeof details)[keyof typeof details] | undefined => {
  // A second factor is only asked of somebody whose password was right: "not found" can then be anything.
  if (detail === 'not-found' && action === 'mfa') return details.error
  return detail !== undefined && Object.hasOwn(details, detail) ? details[detail as keyof typeof details] : undefined
}

/** Verdict, method and what stands behind the name → what happened. */
export const classify = (verdict: Value, method: Value, detail: Value): Classified => {
  if (verdict === undefined) return { ignore: 'server-message' }
  if (verdict === 'unwritten') return { reject: 'unknown-code', detail: 'wording of an attempt' }
  const known = method !== undefined && Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : undefined
  if (known === undefined) return { reject: 'unknown-code', detail: method?.slice(0, 60) ?? 'no method' }
  const code = [verdict, method, detail].filter((part) => part !== undefined).join('/')
  if (verdict === 'successful') return { ...known, outcome: 'success', accountKnown: true, code }
  const reason = known.action === 'mfa' ? 'mfa-failed' : 'bad-password'
  return { ...known, ...(detailFor(detail, known.action) ?? { outcome: 'failure', reason, accountKnown: true }), code }
}
