import type { Deed } from './world.ts'

interface Meaning {
  readonly eventType: string
  readonly displayMessage: string
  readonly result: 'SUCCESS' | 'FAILURE'
  readonly reason?: string
  readonly factor?: string
  /** The user is named as the target too. */
  readonly onUser?: boolean
}

const MFA = { eventType: 'user.authentication.auth_via_mfa', displayMessage: 'Authentication of user via MFA', onUser: true } as const

const MEANINGS: Readonly<Record<string, Meaning>> = {
  login: { eventType: 'user.session.start', displayMessage: 'User login to Okta', result: 'SUCCESS' },
  'bad-password': {
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    result: 'FAILURE',
    reason: 'INVALID_CREDENTIALS',
  },
  unknown: { eventType: 'user.session.start', displayMessage: 'User login to Okta', result: 'FAILURE', reason: 'INVALID_LOGIN' },
  'password-right': { ...MFA, result: 'SUCCESS', factor: 'PASSWORD_AS_FACTOR' },
  'push-denied': { ...MFA, result: 'FAILURE', reason: 'User rejected Okta push verify', factor: 'OKTA_VERIFY_PUSH' },
  'push-approved': { ...MFA, result: 'SUCCESS', factor: 'OKTA_VERIFY_PUSH' },
  app: { eventType: 'user.authentication.sso', displayMessage: 'User single sign on to app', result: 'SUCCESS' },
  'password-change': {
    eventType: 'user.account.update_password',
    displayMessage: 'User update password for Okta',
    result: 'SUCCESS',
    onUser: true,
  },
  'email-change': {
    eventType: 'user.account.update_primary_email',
    displayMessage: 'Update primary email of user',
    result: 'SUCCESS',
    onUser: true,
  },
  'factor-added': {
    eventType: 'user.mfa.factor.activate',
    displayMessage: 'Activate factor or authenticator enrollment for user',
    result: 'SUCCESS',
    reason: 'User set up SOFT_TOKEN factor',
    onUser: true,
  },
  logout: { eventType: 'user.session.end', displayMessage: 'User logout from Okta', result: 'SUCCESS' },
}

export const oktaId = (number: number): string =>
  `00u${(0xa1b2c3 + number * 7919).toString(36).padStart(8, 'x')}Ex${String(number).padStart(4, '0')}5d7`

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')

const target = ({ person, detail, kind }: Deed, { onUser, factor }: Meaning): unknown => {
  if (kind === 'app')
    return [
      {
        id: '0oa1exampleapp0005d7',
        type: 'AppInstance',
        alternateId: detail ?? 'Shop',
        displayName: detail ?? 'Shop',
        detailEntry: { signOnModeType: 'OPENID_CONNECT' },
      },
    ]
  if (onUser !== true || person === undefined) return null
  const user = { id: oktaId(person.number), type: 'User', alternateId: person.mail, displayName: person.name, detailEntry: null }
  return factor === undefined
    ? [user]
    : [
        user,
        {
          id: 'laeexample0005d7',
          type: 'AuthenticatorEnrollment',
          alternateId: 'unknown',
          displayName: factor === 'OKTA_VERIFY_PUSH' ? 'Okta Verify' : 'Password',
          detailEntry: null,
        },
      ]
}

const actorOf = ({ person, typed }: Deed): object =>
  person === undefined
    ? { id: 'unknown', type: 'User', alternateId: typed, displayName: 'unknown', detailEntry: null }
    : { id: oktaId(person.number), type: 'User', alternateId: person.mail, displayName: person.name, detailEntry: null }

const placeOf = ({ line: { city, region, countryName, lat, lon } }: Deed): object => ({
  city,
  state: region,
  country: countryName,
  postalCode: null,
  geolocation: { lat, lon },
})

const clientOf = (deed: Deed): object => {
  const { line, program } = deed
  return {
    userAgent: { rawUserAgent: program.userAgent, os: program.os, browser: program.browser },
    zone: 'null',
    device: program.device,
    id: null,
    ipAddress: line.ip,
    geographicalContext: placeOf(deed),
  }
}

const authenticationOf = ({ session }: Deed): object => {
  const id = session === undefined ? 'unknown' : `idx${session}`
  return {
    authenticationProvider: null,
    credentialProvider: null,
    credentialType: null,
    issuer: null,
    interface: null,
    authenticationStep: 0,
    rootSessionId: id,
    externalSessionId: id,
  }
}

const networkOf = ({ line: { asn, org } }: Deed): object => ({
  asNumber: asn,
  asOrg: org.toLowerCase(),
  isp: org.toLowerCase(),
  domain: 'example.net',
  isProxy: false,
})

const debugOf = (request: string, { factor }: Meaning): object => ({
  debugData: {
    requestId: request,
    requestUri: '/idp/idx/identify',
    url: '/idp/idx/identify?',
    threatSuspected: 'false',
    ...(factor === undefined ? {} : { factor }),
  },
})

/** One record of the System Log API. */
const record = (deed: Deed, index: number): unknown => {
  const meaning = MEANINGS[deed.kind]
  if (meaning === undefined) throw new Error(`okta: ${deed.kind}`)
  const { ip } = deed.line
  const request = `req${hex(0x5a17 + index * 104729, 8)}`
  return {
    actor: actorOf(deed),
    client: clientOf(deed),
    device: null,
    authenticationContext: authenticationOf(deed),
    displayMessage: meaning.displayMessage,
    eventType: meaning.eventType,
    outcome: { result: meaning.result, reason: meaning.reason ?? null },
    published: new Date(deed.at).toISOString(),
    securityContext: networkOf(deed),
    severity: meaning.result === 'SUCCESS' ? 'INFO' : 'WARN',
    debugContext: debugOf(request, meaning),
    legacyEventType: meaning.eventType === 'user.session.start' ? 'core.user_auth.login_success' : null,
    transaction: { type: 'WEB', id: request, detail: {} },
    uuid: `${hex(0x5f0e0000 + index, 8)}-b7a1-11f0-9c3e-${hex(Math.floor(deed.at / 1000), 12)}`,
    version: '0',
    request: { ipChain: [{ ip, geographicalContext: placeOf(deed), version: ip.includes(':') ? 'V6' : 'V4', source: null }] },
    target: target(deed, meaning),
  }
}

/** As `GET /api/v1/logs` gives it, one record a line, oldest first. */
export const writeOkta = (deeds: readonly Deed[]): string =>
  deeds
    .toSorted((left, right) => left.at - right.at)
    .map((deed, index) => `${JSON.stringify(record(deed, index))}\n`)
    .join('')
