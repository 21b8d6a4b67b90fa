import { lookup } from '../../kernel/lookup.ts'
import type { Classified } from '../define-format.ts'
import { DIRECTORY_EVENTS } from './directory-codes.ts'
import { IAM_EVENTS } from './iam-codes.ts'
import { CONSOLE_ERRORS, IDENTITY_CENTER_RESULTS, SIGNIN_CALLS, SIGNIN_RESULTS } from './signin-codes.ts'

const CENTER_EVENT = /^(?:UserAuthentication|CredentialVerification|CredentialChallenge)$/

const withCode = (classified: Classified, ...code: readonly (string | undefined)[]): Classified =>
  'action' in classified ? { ...classified, code: code.filter((part) => part !== undefined).join('/') } : classified

/** An API call that AWS refused happened, but changed nothing. */
const unlessRefused = (classified: Classified, errorCode: string | undefined): Classified => {
  if (errorCode === undefined || !('action' in classified)) return classified
  return {
    ...classified,
    outcome: 'failure',
    reason: /^(?:Client\.)?(?:AccessDenied|UnauthorizedOperation)/.test(errorCode) ? 'policy-denied' : 'other',
  }
}

const byConsole = (name: string, result?: string, errorMessage?: string): Classified => {
  const refused = lookup<Classified>(CONSOLE_ERRORS, errorMessage)
  if (name === 'ConsoleLogin' && result !== 'Success' && refused !== undefined) return withCode(refused, name, errorMessage)
  const known = lookup<Classified>(SIGNIN_RESULTS, `${name}/${result ?? ''}`)
  if (known !== undefined) return withCode(known, name, result)
  return { reject: 'unknown-code', detail: 'a sign-in without its result' }
}

const byCenter = (name: string, credential?: string, result?: string): Classified => {
  const key = name === 'UserAuthentication' ? `${name}/${result ?? ''}` : `${name}/${credential ?? ''}/${result ?? ''}`
  const known = lookup<Classified>(IDENTITY_CENTER_RESULTS, key)
  if (known !== undefined) return withCode(known, key)
  // A credential of a kind that is not listed: AWS still says whether it was right.
  if (result === 'Failure') return withCode({ action: 'login', outcome: 'failure', reason: 'other' }, key)
  return name === 'UserAuthentication' ? { reject: 'unknown-code', detail: 'a sign-in without its result' } : { ignore: 'prompt' }
}

const HAS_RESULT: ReadonlySet<string> = new Set(Object.keys(SIGNIN_RESULTS).map((key) => key.replace(/\/.*/, '')))

/** Decides on one CloudTrail record. */
export const byEvent = (
  source?: string,
  name?: string,
  result?: string,
  errorCode?: string,
  errorMessage?: string,
  credential?: string,
  keyStatus?: string,
): Classified => {
  if (source === undefined || name === undefined) return { reject: 'unknown-code', detail: 'no event name' }
  if (source === 'iam.amazonaws.com') {
    const known = lookup<Classified>(IAM_EVENTS, name) ?? lookup<Classified>(IAM_EVENTS, `${name}/${keyStatus ?? ''}`)
    return known === undefined ? { ignore: 'other-event' } : withCode(unlessRefused(known, errorCode), name, errorCode)
  }
  if (!/^(?:signin|sso|sso-directory|identitystore|sts)\.amazonaws\.com$/.test(source)) return { ignore: 'other-service' }
  if (source === 'signin.amazonaws.com' && HAS_RESULT.has(name)) return byConsole(name, result, errorMessage)
  if (CENTER_EVENT.test(name)) return byCenter(name, credential, result)
  const call =
    lookup<Classified>(SIGNIN_CALLS, `${source}/${name}`) ??
    (/^(?:signin|sts)\./.test(source) ? undefined : lookup<Classified>(DIRECTORY_EVENTS, name))
  return call === undefined ? { ignore: 'other-event' } : withCode(unlessRefused(call, errorCode), name, errorCode)
}
