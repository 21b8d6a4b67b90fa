import { isoTime, type Classified, type FieldMap, type JsonShape } from '../define-format.ts'
import { countryCode, firstOf, realId, riskLevel } from './read.ts'

/** Identity Protection names the detection; that it names one at all is the alert. */
const byDetection = (type?: string): Classified =>
  type === undefined
    ? { reject: 'unknown-code', detail: 'no risk type' }
    : { action: 'provider-alert', outcome: 'info', accountKnown: true, code: type }

const fieldsUnder = (at: string): FieldMap => ({
  // When it happened; `detectedDateTime` may be days later for offline detections.
  time: isoTime(`${at}activityDateTime`, `${at}detectedDateTime`),
  id: `${at}id`,
  account: realId(`${at}userId`),
  username: `${at}userPrincipalName`,
  ip: `${at}ipAddress`,
  providerRisk: riskLevel(`${at}riskLevel`),
  country: countryCode(`${at}location.countryOrRegion`),
  region: `${at}location.state`,
  city: `${at}location.city`,
  lat: `${at}location.geoCoordinates.latitude`,
  lon: `${at}location.geoCoordinates.longitude`,
})

/** Graph `GET /identityProtection/riskDetections`. */
export const graphRisk: JsonShape = {
  name: 'graph-risk-detection',
  kind: 'json',
  signature: { has: ['detectedDateTime', 'riskLevel', 'riskState'], any: [['riskEventType', 'riskType']] },
  fields: fieldsUnder(''),
  classify: { by: [firstOf('riskEventType', 'riskType')], to: byDetection },
}

/** Azure Monitor, category UserRiskEvents. */
export const azureRisk: JsonShape = {
  name: 'azure-monitor-risk-event',
  kind: 'json',
  signature: { has: ['category', 'properties'], is: { category: ['UserRiskEvents'] } },
  fields: { ...fieldsUnder('properties.'), tenant: ['tenantId'] },
  classify: { by: [firstOf('properties.riskEventType', 'properties.riskType')], to: byDetection },
}

/** Azure Monitor's other identity categories: states, machines and traffic, which no login stands behind. */
const OTHER_CATEGORIES: Readonly<Record<string, string>> = {
  RiskyUsers: 'risk-state',
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
