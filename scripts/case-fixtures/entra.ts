import type { Deed, Person } from './world.ts'

/** Error code and text of a sign-in: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const SIGN_INS: Readonly<Record<string, readonly [code: number, reason: string, details: string | null]>> = {
  login: [0, 'Other.', null],
  'push-approved': [0, 'Other.', 'MFA requirement satisfied by claim in the token'],
  'bad-password': [50126, 'Error validating credentials due to invalid username or password.', null],
  'push-sent': [50074, 'Strong Authentication is required.', null],
  'push-denied': [500121, 'Authentication failed during strong authentication request.', 'MFA denied; user declined the authentication'],
  'push-ignored': [
    500121,
    'Authentication failed during strong authentication request.',
    'MFA denied; user did not respond to mobile app notification',
  ],
  expired: [50055, 'The password is expired.', null],
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')
export const entraId = (number: number): string => `${hex(0xa1, 8)}-0000-4000-8000-${hex(number, 12)}`
const TENANT = '0000007e-0000-4000-8000-000000000001'

const signIn = ({ at, kind, person, line, program }: Deed & { readonly person: Person }, index: number): unknown => {
  const meaning = SIGN_INS[kind]
  if (meaning === undefined) throw new Error(`entra: ${kind}`)
  const [errorCode, failureReason, additionalDetails] = meaning
  return {
    id: `00000051-0000-4000-8000-${hex(index + 1, 12)}`,
    createdDateTime: new Date(at).toISOString().replace('.000Z', 'Z'),
    userDisplayName: person.name,
    userPrincipalName: person.mail,
    userId: entraId(person.number),
    appId: '000000ab-0000-4000-8000-000000000001',
    appDisplayName: 'Office 365 Exchange Online',
    ipAddress: line.ip,
    clientAppUsed: 'Browser',
    correlationId: `000000c0-0000-4000-8000-${hex(index + 1, 12)}`,
    conditionalAccessStatus: 'notApplied',
    isInteractive: true,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: 'Office 365 Exchange Online',
    resourceId: '000000ab-0000-4000-8000-000000000002',
    status: { errorCode, failureReason, additionalDetails },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: program.os,
      browser: `${program.browser.slice(0, 1)}${program.browser.slice(1).toLowerCase()} 141.0.0`,
      isCompliant: false,
      isManaged: false,
      trustType: '',
    },
    location: {
      city: line.city,
      state: line.region,
      countryOrRegion: line.country,
      geoCoordinates: { altitude: null, latitude: line.lat, longitude: line.lon },
    },
    autonomousSystemNumber: line.asn,
    appliedConditionalAccessPolicies: [],
  }
}

const withPerson = (deeds: readonly Deed[]): readonly (Deed & { readonly person: Person })[] =>
  deeds
    .toSorted((left, right) => left.at - right.at)
    .flatMap((deed) => (deed.person === undefined ? [] : [{ ...deed, person: deed.person }]))

const lines = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** Sign-ins as Graph's `auditLogs/signIns` gives them: the tenant is not among their fields. */
export const writeSignIns = (deeds: readonly Deed[]): string => lines(withPerson(deeds).map(signIn))

const directoryAudit = ({ at, person, line }: Deed & { readonly person: Person }, index: number): unknown => ({
  id: `Directory_000000d1-0000-4000-8000-${hex(index + 1, 12)}`,
  category: 'UserManagement',
  correlationId: `000000c1-0000-4000-8000-${hex(index + 1, 12)}`,
  result: 'success',
  resultReason: 'User registered Authenticator App with Notification and Code',
  activityDisplayName: 'User registered security info',
  activityDateTime: new Date(at).toISOString().replace('Z', '0000Z'),
  loggedByService: 'Authentication Methods',
  operationType: 'Add',
  initiatedBy: {
    app: null,
    user: { id: entraId(person.number), displayName: null, userPrincipalName: person.mail, ipAddress: line.ip, roles: [] },
  },
  targetResources: [
    {
      id: entraId(person.number),
      displayName: person.name,
      type: 'User',
      userPrincipalName: person.mail,
      groupType: null,
      modifiedProperties: [],
    },
  ],
  additionalDetails: [],
})

/** Registrations of a second factor as Graph's `auditLogs/directoryAudits` gives them. */
export const writeDirectoryAudits = (deeds: readonly Deed[]): string => lines(withPerson(deeds).map(directoryAudit))

/** What every record of the unified audit log begins with. */
const auditHead = ({ at, kind, person, line, session }: Deed & { readonly person: Person }, index: number): object => ({
  CreationTime: new Date(at).toISOString().slice(0, 19),
  Id: `00000063-0000-4000-8000-${hex(index + 1, 12)}`,
  Operation: kind,
  OrganizationId: TENANT,
  UserKey: `10032000${String(person.number).padStart(8, '0')}`,
  UserType: 0,
  Version: 1,
  Workload: 'Exchange',
  ClientIP: kind === 'New-InboxRule' ? `${line.ip}:52811` : line.ip,
  UserId: person.mail,
  OrganizationName: 'example.onmicrosoft.example',
  OriginatingServer: 'EX01 (192.0.2.20)',
  SessionId: `00000057-0000-4000-8000-${(session ?? '42').padStart(12, '0')}`,
})

const inboxRule = ({ mail }: Person): object => ({
  RecordType: 1,
  ResultStatus: 'True',
  ObjectId: `EXAMPLE/${mail.split('@')[0]}`,
  ExternalAccess: false,
  Parameters: [
    { Name: 'Name', Value: '..' },
    { Name: 'SubjectOrBodyContainsWords', Value: 'invoice' },
    { Name: 'ForwardTo', Value: 'drop@example.net' },
    { Name: 'StopProcessingRules', Value: 'True' },
  ],
})

const mailRead = ({ mail, number }: Person): object => ({
  RecordType: 50,
  ResultStatus: 'Succeeded',
  MailboxOwnerUPN: mail,
  MailboxGuid: `000000b0-0000-4000-8000-${hex(number, 12)}`,
  LogonType: 0,
  InternalLogonType: 0,
  ClientInfoString: 'Client=REST;Client=RESTSystem;;',
  OperationProperties: [
    { Name: 'MailAccessType', Value: 'Bind' },
    { Name: 'IsThrottled', Value: 'False' },
  ],
  Folders: [{ Path: '\\Inbox', FolderItems: [{ InternetMessageId: '<m1@example.com>' }] }],
})

const mailbox = (deed: Deed & { readonly person: Person }, index: number): unknown => ({
  ...auditHead(deed, index),
  ...(deed.kind === 'New-InboxRule' ? inboxRule : mailRead)(deed.person),
})

/** What was done in the mailbox, as the unified audit log writes it (`AuditData`, one a line). */
export const writeUnifiedAudit = (deeds: readonly Deed[]): string => lines(withPerson(deeds).map(mailbox))
