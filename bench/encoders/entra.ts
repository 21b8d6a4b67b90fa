import type { Attempt } from '../population.ts'
import { iso, uuid, type Encoder } from './encoder.ts'

const ENTRA_ERROR = {
  success: [0, 'Other.'],
  'bad-password': [50_126, 'Error validating credentials due to invalid username or password.'],
  'unknown-account': [50_034, 'The user account does not exist in the directory.'],
} as const

const DEVICE = {
  deviceId: '',
  displayName: '',
  operatingSystem: 'Windows 10',
  browser: 'Chrome 141.0.0',
  isCompliant: false,
  isManaged: false,
  trustType: '',
}

const LOCATION = {
  city: 'Chiyoda City',
  state: 'Tokyo',
  countryOrRegion: 'JP',
  geoCoordinates: { altitude: null, latitude: 35.68, longitude: 139.7 },
}

const PROCESSING = [
  { key: 'Login Hint Present', value: 'True' },
  { key: 'Legacy TLS (TLS 1.0, 1.1, 3DES)', value: 'False' },
  { key: 'Is CAE Token', value: 'False' },
]

const POLICIES = [
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
]

const passwordStep = ({ timeMs, outcome }: Attempt): object => ({
  authenticationStepDateTime: iso(timeMs),
  authenticationMethod: 'Password',
  authenticationMethodDetail: 'Password in the cloud',
  succeeded: outcome === 'success',
  authenticationStepResultDetail: outcome === 'success' ? 'Correct password' : 'Incorrect password',
  authenticationStepRequirement: 'Primary authentication',
})

/** About 2.6 KB: a sign-in as Microsoft Graph lists it. */
export const entra: Encoder = (attempt) => {
  const { timeMs, outcome, ip, userAgent, account, name, session, serial } = attempt
  return JSON.stringify({
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
    deviceDetail: DEVICE,
    location: LOCATION,
    mfaDetail: null,
    authenticationDetails: [passwordStep(attempt)],
    authenticationProcessingDetails: PROCESSING,
    networkLocationDetails: [],
    appliedConditionalAccessPolicies: POLICIES,
  })
}
