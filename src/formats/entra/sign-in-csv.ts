import { anyTime, isoTime, type Computed, type CsvShape } from '../define-format.ts'
import { agentOr, firstOf, protocolOf, realId, riskLevel } from './read.ts'
import { signInClassifier } from './sign-in.ts'

/** `City, State, CC`, read from its end: only the city may hold a comma. */
const place = (part: 'city' | 'state' | 'country'): Computed => ({
  from: ['location'],
  to: (location) => {
    const words = location?.split(',').map((word) => word.trim()) ?? []
    const country = words.at(-1)
    if (part === 'country') return country !== undefined && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined
    if (words.length < 3) return undefined
    return part === 'state' ? words.at(-2) : words.slice(0, -2).join(', ')
  },
})

/** A column that the header does not have reads as nothing. */
const ABSENT = 'no such column'

/** The portal names two columns so, and fills the one or the other; whoever saved the table may have changed their order. */
const incomingToken = firstOf('incoming token type', 'incoming token type#2')

/** Portal download "InteractiveSignIns" and "NonInteractiveSignIns": the same columns, so only the token tells them apart. */
export const portalSignIn: CsvShape = {
  name: 'portal-csv',
  kind: 'csv',
  signature: { columns: ['date (utc)', 'request id', 'username', 'sign-in error code'] },
  fields: {
    time: isoTime('date (utc)'),
    id: 'request id',
    account: realId('user id'),
    username: ['username', 'sign-in identifier'],
    tenant: ['home tenant id', 'resource tenant id'],
    client: ['application', 'application id'],
    ip: 'ip address',
    userAgent: agentOr('user agent', 'browser', 'operating system'),
    device: 'device id',
    session: 'session id',
    mfaMethod: 'multifactor authentication auth method',
    protocol: protocolOf('client app', 'authentication protocol', 'user agent'),
    country: place('country'),
    region: place('state'),
    city: place('city'),
    asn: 'autonomous system number',
  },
  classify: signInClassifier({
    code: ['sign-in error code', 'status'],
    failureReason: 'failure reason',
    details: 'multifactor authentication result',
    category: ABSENT,
    interactive: ABSENT,
    eventTypes: ABSENT,
    protocol: 'authentication protocol',
    incomingToken,
  }),
}

/** Portal downloads "ApplicationSignIns" and "MSISignIns": service principals and managed identities, nobody's account. */
export const portalApplications: CsvShape = {
  name: 'portal-csv-applications',
  kind: 'csv',
  signature: { columns: ['date (utc)', 'request id', 'sign-in error code'], not: ['username'] },
  fields: { time: isoTime('date (utc)'), id: 'request id' },
  classify: { by: ['status'], to: () => ({ ignore: 'machine-login' }) },
}

/** What scripts of the older Graph PowerShell module wrote: no ids and no codes, times as the machine's region writes them. */
export const powershellSignIn: CsvShape = {
  name: 'powershell-csv',
  kind: 'csv',
  signature: { columns: ['createddatetime', 'userprincipalname', 'ipaddress', 'status', 'risklevelduringsignin'], not: ['resulttype'] },
  fields: {
    time: anyTime('createddatetime'),
    username: 'userprincipalname',
    client: 'appdisplayname',
    ip: 'ipaddress',
    userAgent: agentOr(ABSENT, 'browser', 'os'),
    device: 'device',
    providerRisk: riskLevel('risklevelduringsignin', 'risklevelaggregated'),
    country: { from: ['country'], to: (country) => (country?.length === 2 ? country.toUpperCase() : undefined) },
    city: 'city',
  },
  classify: signInClassifier({
    code: ['status'],
    failureReason: ABSENT,
    details: ABSENT,
    category: ABSENT,
    interactive: ABSENT,
    eventTypes: ABSENT,
    protocol: ABSENT,
    incomingToken: ABSENT,
  }),
}

/** The table of steps that comes with each of these downloads: the sign-ins are in the other file. */
export const portalAuthDetails: CsvShape = {
  name: 'portal-csv-details',
  kind: 'csv',
  signature: { columns: ['request id', 'authentication method', 'succeeded'], not: ['sign-in error code'] },
  fields: { time: isoTime('date (utc)', 'authentication step date time') },
  classify: { by: ['succeeded'], to: () => ({ ignore: 'authentication-step' }) },
}
