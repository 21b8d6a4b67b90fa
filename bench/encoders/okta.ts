import type { Attempt } from '../population.ts'
import { iso, uuid, type Encoder } from './encoder.ts'

const OKTA_RESULT = {
  success: ['SUCCESS', null],
  'bad-password': ['FAILURE', 'INVALID_CREDENTIALS'],
  'unknown-account': ['FAILURE', 'VERIFICATION_ERROR'],
} as const

const PLACE = {
  city: 'Chiyoda City',
  state: 'Tokyo',
  country: 'Japan',
  postalCode: '100-0001',
  geolocation: { lat: 35.6837, lon: 139.6805 },
}

const actorOf = ({ account, name }: Attempt): object => ({
  id: account < 0 ? 'unknown' : `00u${account.toString(36).padStart(17, 'a')}`,
  type: 'User',
  alternateId: name,
  displayName: account < 0 ? 'unknown' : `User ${account}`,
  detailEntry: null,
})

const clientOf = ({ userAgent, ip }: Attempt): object => ({
  userAgent: { rawUserAgent: userAgent, os: 'Windows 10', browser: 'CHROME' },
  zone: 'null',
  device: 'Computer',
  id: null,
  ipAddress: ip,
  geographicalContext: PLACE,
})

const authenticationOf = ({ session }: Attempt): object => ({
  authenticationProvider: null,
  credentialProvider: null,
  credentialType: null,
  issuer: null,
  interface: null,
  authenticationStep: 0,
  rootSessionId: session ?? 'unknown',
  externalSessionId: session ?? 'unknown',
})

const debugOf = ({ serial, account }: Attempt): object => ({
  debugData: {
    requestId: `Y${serial.toString(36).padStart(25, 'x')}`,
    dtHash: `${(account + 1).toString(16).padStart(8, '0')}${'0f1e2d3c'.repeat(7)}`,
    requestUri: '/idp/idx/identify',
    threatSuspected: 'false',
    url: '/idp/idx/identify?',
    risk: '{reasons=Anomalous Device, level=LOW}',
    behaviors:
      '{New Geo-Location=NEGATIVE, New Device=NEGATIVE, New IP=NEGATIVE, New State=NEGATIVE, New Country=NEGATIVE, Velocity=NEGATIVE, New City=NEGATIVE}',
  },
})

const requestOf = ({ ip }: Attempt): object => ({
  ipChain: [
    {
      ip,
      geographicalContext: PLACE,
      version: 'V4',
      source: null,
    },
  ],
})

/** About 2.3 KB: a System Log event with the members that the API writes. */
export const okta: Encoder = (attempt) => {
  const { timeMs, outcome, serial } = attempt
  return JSON.stringify({
    actor: actorOf(attempt),
    client: clientOf(attempt),
    device: null,
    authenticationContext: authenticationOf(attempt),
    displayMessage: 'User login to Okta',
    eventType: 'user.session.start',
    outcome: { result: OKTA_RESULT[outcome][0], reason: OKTA_RESULT[outcome][1] },
    published: iso(timeMs),
    securityContext: { asNumber: 2516, asOrg: 'example isp', isp: 'example isp', domain: 'example.net', isProxy: false },
    severity: outcome === 'success' ? 'INFO' : 'WARN',
    debugContext: debugOf(attempt),
    legacyEventType: outcome === 'success' ? 'core.user_auth.login_success' : 'core.user_auth.login_failed',
    transaction: { type: 'WEB', id: `Y${serial.toString(36).padStart(25, 'x')}`, detail: {} },
    uuid: uuid(serial, '0cta0000'),
    version: '0',
    request: requestOf(attempt),
    target: [
      { id: '0oaexampleapplication', type: 'AppInstance', alternateId: 'Example Shop', displayName: 'Example Shop', detailEntry: null },
    ],
  })
}
