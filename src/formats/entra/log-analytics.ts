import { anyTime, type Computed, type CsvShape, type FieldMap, type JsonShape, type Path } from '../define-format.ts'
import { auditAt, clientOf, type AuditPaths } from './directory-audit.ts'
import { agentOr, countryCode, firstOf, protocolOf, realId, riskLevel } from './read.ts'
import { riskDetection, riskyUser } from './risk.ts'
import { signInClassifier } from './sign-in.ts'

/**
 * Tables of Log Analytics and Sentinel, as the portal exports them (CSV, with `[UTC]` behind the names of times and JSON in
 * cells) and as the command line and the API return them (rows of JSON):
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs and its siblings
 */
type Name = (column: string) => Path

const asCsv: Name = (column) => column.toLowerCase()
const asJson: Name = (column) => column

/** When it happened; `TimeGenerated` is when the table got it. */
const times = (name: Name, ...columns: readonly string[]): FieldMap['time'] =>
  anyTime(...columns.flatMap((column) => (name === asCsv ? [`${column.toLowerCase()} [utc]`, column.toLowerCase()] : [column])))

/** A cell of JSON, or the value itself. */
const inside = (name: Name, column: string, path: string): Path => `json(${name(column)}).${path}`

/** The table tells what the category of the export does: `AADNonInteractiveUserSignInLogs`. */
const category = (name: Name): Computed => ({
  from: [name('Type'), name('Category')],
  to: (table, written) => (table !== undefined && /^AAD.+SignInLogs$/i.test(table) ? table.replace(/^AAD/i, '') : written),
})

const signInFields = (name: Name): FieldMap => ({
  time: times(name, 'CreatedDateTime', 'TimeGenerated'),
  id: name('Id'),
  account: realId(name('UserId')),
  username: [name('UserPrincipalName'), name('SignInIdentifier')],
  tenant: [name('HomeTenantId'), name('AADTenantId'), name('ResourceTenantId')],
  client: [name('AppDisplayName'), name('AppId')],
  ip: name('IPAddress'),
  userAgent: agentOr(name('UserAgent'), inside(name, 'DeviceDetail', 'browser'), inside(name, 'DeviceDetail', 'operatingSystem')),
  device: inside(name, 'DeviceDetail', 'deviceId'),
  session: name('SessionId'),
  mfaMethod: [inside(name, 'MfaDetail', 'authMethod'), inside(name, 'AuthenticationDetails', '[1].authenticationMethod')],
  protocol: protocolOf(name('ClientAppUsed'), name('AuthenticationProtocol'), name('UserAgent')),
  providerRisk: riskLevel(name('RiskLevelDuringSignIn'), name('RiskLevelAggregated')),
  country: countryCode(inside(name, 'LocationDetails', 'countryOrRegion')),
  region: inside(name, 'LocationDetails', 'state'),
  city: inside(name, 'LocationDetails', 'city'),
  lat: inside(name, 'LocationDetails', 'geoCoordinates.latitude'),
  lon: inside(name, 'LocationDetails', 'geoCoordinates.longitude'),
  asn: name('AutonomousSystemNumber'),
})

const signIn = (name: Name): Pick<JsonShape, 'fields' | 'classify'> => ({
  fields: signInFields(name),
  classify: signInClassifier({
    code: [name('ResultType'), inside(name, 'Status', 'errorCode')],
    failureReason: name('ResultDescription'),
    details: inside(name, 'Status', 'additionalDetails'),
    category: category(name),
    interactive: name('IsInteractive'),
    eventTypes: name('SignInEventTypes'),
    protocol: name('AuthenticationProtocol'),
    incomingToken: name('IncomingTokenType'),
  }),
})

const auditPaths = (name: Name): AuditPaths => ({
  activity: name('ActivityDisplayName'),
  operation: name('OperationName'),
  result: firstOf(name('Result')),
  user: `json(${name('TargetResources')})[type=User]`,
  initiatedBy: `json(${name('InitiatedBy')})`,
  additional: `json(${name('AdditionalDetails')})`,
})

const audit = (name: Name): Pick<JsonShape, 'fields' | 'subjects' | 'classify'> =>
  auditAt(auditPaths(name), {
    time: times(name, 'ActivityDateTime', 'TimeGenerated'),
    id: name('Id'),
    tenant: name('AADTenantId'),
    client: clientOf(name('ActivityDisplayName'), `json(${name('TargetResources')})`, name('LoggedByService')),
  })

/** Only the columns' own names are asked for: a query may leave out any other. */
const TABLES = {
  'sign-in': { columns: ['ResultType', 'UserPrincipalName', 'AppDisplayName', 'IPAddress'], not: [], shape: signIn },
  'service-sign-in': {
    columns: ['ResultType', 'ServicePrincipalId', 'IPAddress'],
    not: ['UserPrincipalName'],
    shape: (name: Name): Pick<JsonShape, 'fields' | 'classify'> => ({
      fields: { time: times(name, 'TimeGenerated'), id: name('Id') },
      classify: { by: [name('ResultType')], to: () => ({ ignore: 'machine-login' }) },
    }),
  },
  audit: { columns: ['ActivityDisplayName', 'InitiatedBy', 'TargetResources', 'LoggedByService'], not: [], shape: audit },
  'risk-event': {
    columns: ['RiskEventType', 'RiskLevel', 'DetectedDateTime', 'UserPrincipalName'],
    not: [],
    shape: (name: Name) =>
      riskDetection({
        time: times(name, 'ActivityDateTime', 'DetectedDateTime', 'TimeGenerated'),
        name,
        ip: name('IpAddress'),
        location: `json(${name('Location')})`,
      }),
  },
  'risky-user': {
    columns: ['RiskState', 'RiskLevel', 'RiskLastUpdatedDateTime', 'UserPrincipalName'],
    not: ['RiskEventType'],
    shape: (name: Name) => riskyUser({ time: times(name, 'RiskLastUpdatedDateTime', 'TimeGenerated'), name }),
  },
} as const

const csvHas = (columns: readonly string[]): readonly string[] => columns.map((column) => column.toLowerCase())

const csvShape = (table: keyof typeof TABLES): CsvShape => {
  const { columns, not, shape } = TABLES[table]
  // Portal CSVs add the zone to the names of times.
  const named = columns.filter((column) => !column.endsWith('DateTime'))
  return { name: `log-analytics-${table}-csv`, kind: 'csv', signature: { columns: csvHas(named), not: csvHas(not) }, ...shape(asCsv) }
}

const jsonShape = (table: keyof typeof TABLES): JsonShape => {
  const { columns, not, shape } = TABLES[table]
  return { name: `log-analytics-${table}-json`, kind: 'json', signature: { has: columns, not }, ...shape(asJson) }
}

const NAMES = ['sign-in', 'service-sign-in', 'audit', 'risk-event', 'risky-user'] as const

export const logAnalytics = [...NAMES.map(csvShape), ...NAMES.map(jsonShape)]
export const logAnalyticsNames: readonly string[] = logAnalytics.map(({ name }) => name)
