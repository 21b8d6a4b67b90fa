import { isoTime, type Classified, type FieldMap, type JsonShape, type Path } from '../define-format.ts'
import { countryCode, firstOf, realId, riskLevel } from './read.ts'

/** Identity Protection names the detection; that it names one at all is the alert. */
const byDetection = (type?: string): Classified =>
  type === undefined
    ? { reject: 'unknown-code', detail: 'no risk type' }
    : { action: 'provider-alert', outcome: 'info', accountKnown: true, code: type }

interface RiskPaths {
  readonly time: FieldMap['time']
  /** From the name that Log Analytics has for a value to where it stands here. */
  readonly name: (column: string) => Path
}

/** A detection, wherever its values stand. */
export const riskDetection = ({
  time,
  name,
  ip,
  location,
}: RiskPaths & { readonly ip: Path; readonly location: Path }): Pick<JsonShape, 'fields' | 'classify'> => ({
  fields: {
    time,
    id: name('Id'),
    account: realId(name('UserId')),
    username: name('UserPrincipalName'),
    ip,
    providerRisk: riskLevel(name('RiskLevel')),
    country: countryCode(`${location}.countryOrRegion`),
    region: `${location}.state`,
    city: `${location}.city`,
    lat: `${location}.geoCoordinates.latitude`,
    lon: `${location}.geoCoordinates.longitude`,
  },
  classify: { by: [firstOf(name('RiskEventType'), name('RiskType'))], to: byDetection },
})

/** What Microsoft or an administrator says about a user; the rest (dismissed, remediated, none) takes it back. */
const byState = (state?: string): Classified =>
  state === 'atRisk' || state === 'confirmedCompromised'
    ? { action: 'provider-alert', outcome: 'info', accountKnown: true, code: `riskyUser/${state}` }
    : { ignore: 'risk-state' }

/** The state of a user at risk: one record per user, or per change of it. */
export const riskyUser = ({ time, name }: RiskPaths): Pick<JsonShape, 'fields' | 'classify'> => ({
  fields: {
    time,
    account: realId(name('Id')),
    username: name('UserPrincipalName'),
    providerRisk: riskLevel(name('RiskLevel')),
  },
  classify: { by: [name('RiskState')], to: byState },
})

const under =
  (at: string) =>
  (column: string): Path =>
    `${at}${column.charAt(0).toLowerCase()}${column.slice(1)}`

// When it happened; `detectedDateTime` may be days later for offline detections.
const detectionUnder = (at: string): Pick<JsonShape, 'fields' | 'classify'> =>
  riskDetection({
    time: isoTime(`${at}activityDateTime`, `${at}detectedDateTime`),
    name: under(at),
    ip: `${at}ipAddress`,
    location: `${at}location`,
  })

const stateUnder = (at: string): Pick<JsonShape, 'fields' | 'classify'> =>
  riskyUser({ time: isoTime(`${at}riskLastUpdatedDateTime`), name: under(at) })

/** Graph `GET /identityProtection/riskDetections`. */
export const graphRisk: JsonShape = {
  name: 'graph-risk-detection',
  kind: 'json',
  signature: { has: ['detectedDateTime', 'riskLevel', 'riskState'], any: [['riskEventType', 'riskType']] },
  ...detectionUnder(''),
}

/** Graph `GET /identityProtection/riskyUsers`. */
export const graphRiskyUser: JsonShape = {
  name: 'graph-risky-user',
  kind: 'json',
  signature: { has: ['riskLastUpdatedDateTime', 'riskState', 'riskLevel', 'userPrincipalName'], not: ['riskEventType', 'riskType'] },
  ...stateUnder(''),
}

/** Azure Monitor, category UserRiskEvents. */
export const azureRisk: JsonShape = {
  name: 'azure-monitor-risk-event',
  kind: 'json',
  signature: { has: ['category', 'properties'], is: { category: ['UserRiskEvents'] } },
  ...detectionUnder('properties.'),
}

/** Azure Monitor, category RiskyUsers. */
export const azureRiskyUser: JsonShape = {
  name: 'azure-monitor-risky-user',
  kind: 'json',
  signature: { has: ['category', 'properties'], is: { category: ['RiskyUsers'] } },
  ...stateUnder('properties.'),
}

/** Azure Monitor's other identity categories: states, machines and traffic, which no login stands behind. */
const OTHER_CATEGORIES: Readonly<Record<string, string>> = {
  RiskyServicePrincipals: 'machine-login',
  ServicePrincipalRiskEvents: 'machine-login',
  ProvisioningLogs: 'provisioning',
  MicrosoftGraphActivityLogs: 'api-activity',
  NetworkAccessTrafficLogs: 'network-traffic',
  EnrichedOffice365AuditLogs: 'network-traffic',
}

/** Known categories of the same export that are not about logins. */
export const azureOther: JsonShape = {
  name: 'azure-monitor-other',
  kind: 'json',
  signature: { has: ['category', 'properties'], is: { category: Object.keys(OTHER_CATEGORIES) } },
  fields: { time: isoTime('time') },
  classify: { by: ['category'], to: (category) => ({ ignore: OTHER_CATEGORIES[category ?? ''] ?? 'other-category' }) },
}
