import { lookup } from '../kernel/lookup.ts'
import type { Classification, Classified, IgnoredRecord } from './define-format.ts'

type Activity = Pick<Classification, 'action' | 'mfaMethod' | 'protocol'>

const policy = { action: 'policy-change' } as const
const provider = { action: 'identity-provider-change' } as const

/**
 * Activities of the category Authentication, in lower case. One login writes several: the check of the password is the login;
 * tokens that follow from it, or from a session, are its use. What administrators do to policies, keys and providers follows below.
 * Source: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities#b2c (compared in November 2026)
 */
export const activities: Readonly<Record<string, Activity | IgnoredRecord>> = {
  'validate local account credentials': { action: 'login', protocol: 'password' },
  'federate with an identity provider': { ignore: 'step-only' },
  'issue an id_token to the application': { action: 'session-use' },
  'issue an access token to the application': { action: 'session-use' },
  'issue an authorization code to the application': { action: 'session-use' },
  'issue a saml assertion to the application': { action: 'session-use' },
  'exchange token': { action: 'session-use', protocol: 'refresh-token' },
  'validate user authentication': { action: 'session-use' },
  'verify one time password': { action: 'mfa', mfaMethod: 'otp' },
  'verify phone number': { action: 'mfa', mfaMethod: 'phone' },
  'delete all available strong authentication devices': { action: 'mfa-remove' },
  'a self-service sign-up request was completed': { action: 'signup' },
  'an api was called as part of a user flow': { ignore: 'step-only' },
  'generate one time password': { ignore: 'step-only' },
  'register totp secret': { action: 'mfa-enroll', mfaMethod: 'totp' },
  'verify email address': { ignore: 'step-only' },
  'send sms to verify phone number': { ignore: 'step-only' },
  'make phone call to verify phone number': { ignore: 'step-only' },
  'send verification email': { ignore: 'step-only' },
  'get available strong authentication devices': { ignore: 'step-only' },
  'evaluate conditional access policies': { ignore: 'policy-evaluated' },
  'remediate user': { ignore: 'policy-evaluated' },
  'validate client credentials': { ignore: 'machine-login' },
  'create custom policy': policy,
  'update custom policy': policy,
  'delete custom policy': policy,
  'create user flow': policy,
  'update user flow': policy,
  'delete user flow': policy,
  'create policy key': policy,
  'restore policy key': policy,
  'upload key to policy key': policy,
  'upload secret into policy key': policy,
  'upload certificate to policy key': policy,
  'delete policy key': policy,
  'create api connector': policy,
  'update api connector': policy,
  'delete api connector': policy,
  'update authentication flows policy': policy,
  'create identity provider': provider,
  'update identity provider': provider,
  'delete identity provider': provider,
  'create custom identity provider': provider,
  'update custom identity provider': provider,
  'update local identity provider': provider,
}

/** The same where the record names another identity provider: nothing else tells that somebody came from there. */
export const federated: Readonly<Record<string, Activity>> = {
  'issue an id_token to the application': { action: 'login', protocol: 'idp' },
}

/** Why an action fails: the log does not tell a wrong name from a wrong password. */
export const failures: Readonly<Record<string, Pick<Classification, 'reason'>>> = {
  login: { reason: 'bad-credentials' },
  mfa: { reason: 'mfa-failed' },
}

type Value = string | undefined

/** One activity: the log of B2C's tenants is Entra's directory log, whose downloads hold both. */
export const classifyB2c = (activity: Value, result: Value, category: Value, provider: Value): Classified => {
  const name = activity?.toLowerCase() ?? ''
  const known = (provider === undefined ? undefined : lookup(federated, name)) ?? lookup(activities, name)
  if (known === undefined) {
    return category?.toLowerCase() === 'authentication'
      ? { reject: 'unknown-code', detail: activity ?? 'no activity' }
      : { ignore: 'administration' }
  }
  if ('ignore' in known) return known
  const outcome = result?.toLowerCase()
  if (outcome === 'success') return { ...known, outcome: 'success', accountKnown: true, code: name }
  if (outcome === 'failure') return { ...known, outcome: 'failure', reason: 'other', ...lookup(failures, known.action), code: name }
  return { ...known, outcome: 'info', code: name }
}
