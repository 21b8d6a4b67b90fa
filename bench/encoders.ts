import type { Attempt } from './population.ts'

/** Writes an attempt as one record of a vendor's log. */
export type Encoder = (attempt: Attempt) => string

const iso = (timeMs: number): string => new Date(timeMs).toISOString()
const userId = (account: number): string =>
  `auth0|${(account + 0x5f7c0000).toString(16)}c33c6c004bba${(account & 0xffff).toString(16).padStart(4, '0')}`

const AUTH0_TYPE = { success: 's', 'bad-password': 'fp', 'unknown-account': 'fu' } as const

/** About 1 KB, with the fields that a tenant's log carries. */
export const auth0: Encoder = ({ timeMs, outcome, ip, userAgent, account, name, session, serial }) =>
  JSON.stringify({
    date: iso(timeMs),
    type: AUTH0_TYPE[outcome],
    connection: 'Username-Password-Authentication',
    connection_id: 'con_1a5wCUmAs6VOU17n',
    client_id: 'aI61p8I8aFjmYRliLWgvM9ev97kCCNDB',
    client_name: 'Example Shop',
    ip,
    user_agent: userAgent,
    details: {
      prompts: [{ name: 'prompt-authenticate', completedAt: timeMs, stats: { loginsCount: serial % 50 }, elapsedTime: null }],
      initiatedAt: timeMs - 9100,
      completedAt: timeMs,
      elapsedTime: 9100,
      ...(session === undefined ? {} : { session_id: session }),
      ...(outcome === 'success'
        ? {}
        : { error: { message: 'Wrong email or password.', oauthError: 'invalid_grant', type: 'invalid-user-password' } }),
    },
    hostname: 'shop.example.com',
    tenant_name: 'example-shop',
    ...(account < 0 ? {} : { user_id: userId(account) }),
    user_name: name,
    strategy: 'auth0',
    strategy_type: 'database',
    audience: 'https://api.example.com/',
    scope: ['openid', 'profile', 'email'],
    isMobile: false,
    log_id: `900202610${String(serial).padStart(14, '0')}000000000000000000000000000000000`,
    _id: `900202610${String(serial).padStart(14, '0')}000000000000000000000000000000000`,
    description: outcome === 'success' ? 'Successful login' : 'Wrong email or password.',
  })

const uuid = (value: number, kind: string): string => {
  const digits = (value >>> 0).toString(16).padStart(12, '0')
  return `${kind}-0000-4000-8000-${digits}`
}

const OKTA_RESULT = {
  success: ['SUCCESS', null],
  'bad-password': ['FAILURE', 'INVALID_CREDENTIALS'],
  'unknown-account': ['FAILURE', 'VERIFICATION_ERROR'],
} as const

/** About 2.3 KB: a System Log event with the members that the API writes. */
export const okta: Encoder = ({ timeMs, outcome, ip, userAgent, account, name, session, serial }) =>
  JSON.stringify({
    actor: {
      id: account < 0 ? 'unknown' : `00u${account.toString(36).padStart(17, 'a')}`,
      type: 'User',
      alternateId: name,
      displayName: account < 0 ? 'unknown' : `User ${account}`,
      detailEntry: null,
    },
    client: {
      userAgent: { rawUserAgent: userAgent, os: 'Windows 10', browser: 'CHROME' },
      zone: 'null',
      device: 'Computer',
      id: null,
      ipAddress: ip,
      geographicalContext: {
        city: 'Chiyoda City',
        state: 'Tokyo',
        country: 'Japan',
        postalCode: '100-0001',
        geolocation: { lat: 35.6837, lon: 139.6805 },
      },
    },
    device: null,
    authenticationContext: {
      authenticationProvider: null,
      credentialProvider: null,
      credentialType: null,
      issuer: null,
      interface: null,
      authenticationStep: 0,
      rootSessionId: session ?? 'unknown',
      externalSessionId: session ?? 'unknown',
    },
    displayMessage: 'User login to Okta',
    eventType: 'user.session.start',
    outcome: { result: OKTA_RESULT[outcome][0], reason: OKTA_RESULT[outcome][1] },
    published: iso(timeMs),
    securityContext: { asNumber: 2516, asOrg: 'example isp', isp: 'example isp', domain: 'example.net', isProxy: false },
    severity: outcome === 'success' ? 'INFO' : 'WARN',
    debugContext: {
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
    },
    legacyEventType: outcome === 'success' ? 'core.user_auth.login_success' : 'core.user_auth.login_failed',
    transaction: { type: 'WEB', id: `Y${serial.toString(36).padStart(25, 'x')}`, detail: {} },
    uuid: uuid(serial, '0cta0000'),
    version: '0',
    request: {
      ipChain: [
        {
          ip,
          geographicalContext: {
            city: 'Chiyoda City',
            state: 'Tokyo',
            country: 'Japan',
            postalCode: '100-0001',
            geolocation: { lat: 35.6837, lon: 139.6805 },
          },
          version: 'V4',
          source: null,
        },
      ],
    },
    target: [
      { id: '0oaexampleapplication', type: 'AppInstance', alternateId: 'Example Shop', displayName: 'Example Shop', detailEntry: null },
    ],
  })

const ENTRA_ERROR = {
  success: [0, 'Other.'],
  'bad-password': [50_126, 'Error validating credentials due to invalid username or password.'],
  'unknown-account': [50_034, 'The user account does not exist in the directory.'],
} as const

/** About 2.6 KB: a sign-in as Microsoft Graph lists it. */
export const entra: Encoder = ({ timeMs, outcome, ip, userAgent, account, name, session, serial }) =>
  JSON.stringify({
    id: uuid(serial, '51000000'),
    createdDateTime: iso(timeMs),
    userDisplayName: account < 0 ? name : `User ${account}`,
    userPrincipalName: name,
    userId: account < 0 ? '00000000-0000-0000-0000-000000000000' : uuid(account, 'a1000000'),
    appId: '000000ab-0000-4000-8000-000000000001',
    appDisplayName: 'Office 365 Exchange Online',
    ipAddress: ip,
    clientAppUsed: 'Browser',
    userAgent,
    correlationId: uuid(serial, 'c0000000'),
    conditionalAccessStatus: 'success',
    originalRequestId: uuid(serial, '0e000000'),
    isInteractive: true,
    tokenIssuerName: '',
    tokenIssuerType: 'AzureAD',
    processingTimeInMilliseconds: 100 + (serial % 300),
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: 'Microsoft Graph',
    resourceId: '000000ab-0000-4000-8000-000000000002',
    authenticationRequirement: 'singleFactorAuthentication',
    uniqueTokenIdentifier: session ?? `none${serial}`,
    status: { errorCode: ENTRA_ERROR[outcome][0], failureReason: ENTRA_ERROR[outcome][1], additionalDetails: null },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: 'Windows 10',
      browser: 'Chrome 141.0.0',
      isCompliant: false,
      isManaged: false,
      trustType: '',
    },
    location: {
      city: 'Chiyoda City',
      state: 'Tokyo',
      countryOrRegion: 'JP',
      geoCoordinates: { altitude: null, latitude: 35.68, longitude: 139.7 },
    },
    mfaDetail: null,
    authenticationDetails: [
      {
        authenticationStepDateTime: iso(timeMs),
        authenticationMethod: 'Password',
        authenticationMethodDetail: 'Password in the cloud',
        succeeded: outcome === 'success',
        authenticationStepResultDetail: outcome === 'success' ? 'Correct password' : 'Incorrect password',
        authenticationStepRequirement: 'Primary authentication',
      },
    ],
    authenticationProcessingDetails: [
      { key: 'Login Hint Present', value: 'True' },
      { key: 'Legacy TLS (TLS 1.0, 1.1, 3DES)', value: 'False' },
      { key: 'Is CAE Token', value: 'False' },
    ],
    networkLocationDetails: [],
    appliedConditionalAccessPolicies: [
      {
        id: '000000ca-0000-4000-8000-000000000001',
        displayName: 'Require MFA for administrators',
        enforcedGrantControls: ['Mfa'],
        enforcedSessionControls: [],
        result: 'notApplied',
      },
      {
        id: '000000ca-0000-4000-8000-000000000002',
        displayName: 'Block legacy authentication',
        enforcedGrantControls: ['Block'],
        enforcedSessionControls: [],
        result: 'notApplied',
      },
    ],
  })

/** `Dec 10 06:55:46 host sshd[pid]: …`: one connection per attempt. */
export const sshd: Encoder = ({ timeMs, outcome, ip, account, serial }) => {
  const head = `${iso(timeMs).slice(0, 19)}.000000+00:00 web-${serial % 4} sshd[${(serial % 30000) + 1000}]:`
  const port = 1024 + (serial % 60000)
  if (outcome === 'success') return `${head} Accepted publickey for user${account} from ${ip} port ${port} ssh2: ED25519 SHA256:examplekey`
  if (outcome === 'bad-password') return `${head} Failed password for user${account} from ${ip} port ${port} ssh2`
  return `${head} Failed password for invalid user leak${serial} from ${ip} port ${port} ssh2`
}

/** A shop's own log with Japanese headers. */
export const csvHeader = '日時,会員ID,結果,接続元IP,ユーザーエージェント,セッションID'
export const csv: Encoder = ({ timeMs, outcome, ip, userAgent, name, session }) =>
  `${iso(timeMs)},${name},${outcome === 'success' ? '成功' : '失敗'},${ip},"${userAgent}",${session ?? ''}`
