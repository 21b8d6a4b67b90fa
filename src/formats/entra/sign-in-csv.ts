import { anyTime, isoTime, type Computed, type CsvShape, type Path } from '../define-format.ts'
import { PORTAL_COLUMNS_JA } from './portal-columns-ja.ts'
import { agentOr, firstOf, protocolOf, realId, riskLevel } from './read.ts'
import { signInClassifier } from './sign-in.ts'

/** `City, State, CC`, read from its end: only the city may hold a comma. */
const place = (column: Path, part: 'city' | 'state' | 'country'): Computed => ({
  from: [column],
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

/** What a column of the portal is called where it is shown in another language. */
type Column = (english: string) => Path

/** The portal names two columns so, and fills the one or the other; whoever saved the table may have changed their order. */
const incomingToken = (column: Column): Computed => firstOf(column('incoming token type'), `${column('incoming token type')}#2`)

/** Portal download "InteractiveSignIns" and "NonInteractiveSignIns": the same columns, so only the token tells them apart. */
const portalSignIns = (name: string, column: Column): CsvShape => ({
  name,
  kind: 'csv',
  signature: { columns: ['date (utc)', 'request id', 'username', 'sign-in error code'].map(column) },
  fields: {
    time: isoTime(column('date (utc)')),
    id: column('request id'),
    account: realId(column('user id')),
    username: [column('username'), column('sign-in identifier')],
    tenant: [column('home tenant id'), column('resource tenant id')],
    client: [column('application'), column('application id')],
    ip: column('ip address'),
    userAgent: agentOr(column('user agent'), column('browser'), column('operating system')),
    device: column('device id'),
    session: column('session id'),
    mfaMethod: column('multifactor authentication auth method'),
    protocol: protocolOf(column('client app'), column('authentication protocol'), column('user agent')),
    country: place(column('location'), 'country'),
    region: place(column('location'), 'state'),
    city: place(column('location'), 'city'),
    asn: column('autonomous system number'),
  },
  classify: signInClassifier({
    code: [column('sign-in error code'), column('status')],
    failureReason: column('failure reason'),
    details: column('multifactor authentication result'),
    category: ABSENT,
    interactive: ABSENT,
    eventTypes: ABSENT,
    protocol: column('authentication protocol'),
    incomingToken: incomingToken(column),
  }),
})

export const portalSignIn = portalSignIns('portal-csv', (english) => english)
export const portalSignInJa = portalSignIns('portal-csv-ja', (english) => PORTAL_COLUMNS_JA[english] ?? english)

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
