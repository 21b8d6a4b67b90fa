import { defineEncoder, idOf, isoOf, uuidOf } from '../../define-encoder.ts'
import type { SimEvent } from '../../event.ts'
import { DIRECTORY_ACTS, type DirectoryAct } from './acts.ts'
import { type SignInResult, signInOf } from './sign-ins.ts'

const TENANT = '000000e0-0000-4000-8000-000000000001'
const NOBODY = '00000000-0000-0000-0000-000000000000'
const account = (index: number): string => uuidOf('entra', index)

const deviceOf = ({ device }: SimEvent): object => ({
  deviceId: device ?? '',
  displayName: '',
  operatingSystem: '',
  browser: '',
  isCompliant: false,
  isManaged: false,
  trustType: '',
})

const locationOf = ({ line: { place, network } }: SimEvent): object => ({
  city: place.city,
  state: place.region,
  countryOrRegion: network.country,
  geoCoordinates: { altitude: null, latitude: place.lat, longitude: place.lon },
})

const signIn = (event: SimEvent, serial: number, status: SignInResult): object => {
  const { line, action } = event
  return {
    id: uuidOf('sign-in', serial),
    createdDateTime: isoOf(event.timeMs),
    userDisplayName: event.name,
    userPrincipalName: event.name,
    userId: idOf(event, account) ?? NOBODY,
    appId: uuidOf('app', event.client),
    appDisplayName: 'Example Portal',
    ipAddress: line.ip,
    clientAppUsed: 'Browser',
    userAgent: event.userAgent,
    correlationId: uuidOf('correlation', serial),
    conditionalAccessStatus: 'notApplied',
    isInteractive: action !== 'session-use',
    signInEventTypes: [action === 'session-use' ? 'nonInteractiveUser' : 'interactiveUser'],
    sessionId: event.session === undefined ? null : uuidOf(event.session),
    homeTenantId: TENANT,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    resourceDisplayName: 'Example Portal',
    status,
    deviceDetail: deviceOf(event),
    location: locationOf(event),
    autonomousSystemNumber: line.network.asn,
  }
}

const audit = (event: SimEvent, serial: number, { activity, updated }: DirectoryAct): object => {
  const user = { id: idOf(event, account), displayName: event.name, userPrincipalName: event.name }
  return {
    id: `Directory_${uuidOf('audit', serial)}`,
    category: 'UserManagement',
    correlationId: uuidOf('correlation', serial),
    result: 'success',
    resultReason: '',
    activityDisplayName: activity,
    activityDateTime: isoOf(event.timeMs),
    loggedByService: 'Core Directory',
    operationType: 'Update',
    initiatedBy: { app: null, user: { ...user, ipAddress: event.line.ip, roles: [] } },
    targetResources: [
      {
        ...user,
        type: 'User',
        groupType: null,
        modifiedProperties:
          updated === undefined ? [] : [{ displayName: 'Included Updated Properties', oldValue: null, newValue: updated }],
      },
    ],
    additionalDetails: [{ key: 'User-Agent', value: event.userAgent }],
  }
}

/** Sign-ins (Graph beta) and directory changes in one file. */
export const encoder = defineEncoder({
  id: 'entra',
  title: { en: 'Microsoft Entra ID sign-ins and audit log', ja: 'Microsoft Entra ID(サインインと監査)' },
  file: 'entra.ndjson',
  account,
  encode: (event, serial) => {
    const act = event.outcome === 'success' ? DIRECTORY_ACTS[event.action] : undefined
    if (act !== undefined) return JSON.stringify(audit(event, serial, act))
    const status = signInOf(event)
    return status && JSON.stringify(signIn(event, serial, status))
  },
})
