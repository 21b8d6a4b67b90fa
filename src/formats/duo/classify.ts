import { lookup } from '../../kernel/lookup.ts'
import type { Classification, Classified } from '../define-format.ts'
import { adminActs, refusals, results, userStates, withoutFactor, type AdminAct, type Result } from './codes.ts'

type Value = string | undefined

/** "No response", `no_response`: the same reason in the older API, the panel and the newer API. */
const folded = (value: Value): Value =>
  value
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/**
 * Duo asks after the password was right. Its success therefore is the login, as far as this log goes;
 * its failures are those of the second factor.
 */
const passed = (reason: Value, code: string): Classified => {
  const missing = lookup<string>(withoutFactor, reason)
  const login = { action: 'login', outcome: 'success', accountKnown: true, code } as const
  return missing === undefined ? login : { ...login, mfaMethod: missing, protocol: 'no-second-factor' }
}

/** A record of the authentication log. */
export const classifyLogin = (type: Value, result: Value, reason: Value, factor: Value): Classified => {
  const word = folded(result)
  const why = folded(reason)
  const code = [word, why].filter((part) => part !== undefined).join('/')
  const known = lookup<Result>(results, word)
  if (type === 'enrollment') return { action: 'mfa-enroll', outcome: known?.outcome ?? 'info', code: `enrollment/${code}` }
  // Passcodes were sent: nobody has got in by that, whatever the result of the sending.
  if (folded(factor) === 'sms_refresh') return { action: 'mfa', outcome: 'challenge', reason: 'mfa-required', code: `sms_refresh/${code}` }
  if (known === undefined) return { reject: 'ambiguous-value', detail: 'result' }
  return known.outcome === 'success' ? passed(why, code) : { action: 'mfa', ...known, ...lookup<Result>(refusals, why), code }
}

const isLoginFamily = (action: string): boolean => /^admin_(?:login|2fa)/.test(action)

const reported = (error: Value): Pick<Classification, 'reason'> => (/fraud/i.test(error ?? '') ? { reason: 'mfa-fraud-reported' } : {})

/** A record of the administrator log: its action, and from its description the error and the user's new status. */
export const classifyAdmin = (action: Value, error: Value, status: Value): Classified => {
  if (action === undefined) return { reject: 'unknown-code' }
  const act = lookup<AdminAct>(adminActs, action)
  if (act === undefined) return isLoginFamily(action) ? { reject: 'unknown-code', detail: action.slice(0, 60) } : { ignore: 'other-event' }
  const changed = action === 'user_update' ? lookup(userStates, status) : undefined
  if (changed !== undefined) return { ...act, action: changed, code: `${action}/${status}` }
  return { ...act, ...(act.action === 'mfa' ? reported(error) : {}), code: action }
}
