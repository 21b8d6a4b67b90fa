import type { Happening, Kind } from './happenings.ts'

/** A log system's record of what happened. */
export type Write = (happening: Happening, serial: number) => string

interface OktaEvent {
  readonly type: string
  readonly isFailure?: true
  /** Is the person what is acted on, too? */
  readonly isTarget?: true
}

const OKTA: Readonly<Record<Kind, OktaEvent>> = {
  login: { type: 'user.session.start' },
  failure: { type: 'user.session.start', isFailure: true },
  nobody: { type: 'user.session.start', isFailure: true },
  'second-factor': { type: 'user.authentication.auth_via_mfa' },
  use: { type: 'user.authentication.sso' },
  prompt: { type: 'system.push.send_factor_verify_push' },
  refusal: { type: 'user.mfa.okta_verify.deny_push' },
  'reset-request': { type: 'user.account.reset_password', isTarget: true },
  reset: { type: 'user.account.update_password', isTarget: true },
  password: { type: 'user.account.update_password', isTarget: true },
  mail: { type: 'user.account.update_primary_email', isTarget: true },
  recovery: { type: 'user.account.update_secondary_email', isTarget: true },
  factor: { type: 'user.mfa.factor.activate', isTarget: true },
}

const idOf = (person: number): string => `00u${person.toString(36).padStart(17, '0')}`

export const okta: Write = ({ ms, kind, person, name, address, agent, session }, serial) => {
  const { type, isFailure, isTarget } = OKTA[kind]
  const user = { id: person === undefined ? 'unknown' : idOf(person), type: 'User', alternateId: name, displayName: name }
  return JSON.stringify({
    actor: user,
    client: { userAgent: { rawUserAgent: agent, os: 'x', browser: 'y' }, zone: 'null', device: 'Computer', id: null, ipAddress: address },
    authenticationContext: { authenticationStep: 0, externalSessionId: session ?? 'unknown' },
    displayMessage: type,
    eventType: type,
    outcome: isFailure === true ? { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' } : { result: 'SUCCESS', reason: null },
    published: new Date(ms).toISOString(),
    severity: 'INFO',
    debugContext: { debugData: { requestUri: '/api/v1/authn' } },
    uuid: `${serial.toString(16).padStart(8, '0')}-0000-11f0-8000-000000000000`,
    version: '0',
    request: { ipChain: [{ ip: address, version: 'V4' }] },
    target: isTarget === true ? [user] : null,
  })
}

const AUTH0: Readonly<Record<Kind, string>> = {
  login: 's',
  failure: 'fp',
  nobody: 'fu',
  'second-factor': 'gd_auth_succeed',
  use: 'ssa',
  prompt: 'gd_send_pn',
  refusal: 'gd_auth_rejected',
  'reset-request': 'scpr',
  reset: 'scp',
  password: 'scp',
  mail: 'sce',
  recovery: 'scpn',
  factor: 'gd_enrollment_complete',
}

export const auth0: Write = ({ ms, kind, person, name, address, agent, session }, serial) =>
  JSON.stringify({
    date: new Date(ms).toISOString(),
    type: AUTH0[kind],
    connection: 'Username-Password-Authentication',
    client_id: 'shop',
    client_name: 'Shop',
    ip: address,
    user_agent: agent,
    details: session === undefined ? {} : { session_id: session },
    user_id: person === undefined ? '' : `auth0|${idOf(person)}`,
    user_name: name,
    log_id: `900${serial.toString().padStart(53, '0')}`,
  })

/** The account that a report names, as a person's number. */
export const personOf = (account: string): number => Number.parseInt(account.replace('auth0|', '').slice('00u'.length), 36)
