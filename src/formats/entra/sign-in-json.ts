import { isoTime, type FieldMap, type JsonShape } from '../define-format.ts'
import { agentOr, countryCode, protocolOf, realId, riskLevel } from './read.ts'
import { signInClassifier, type SignInPaths } from './sign-in.ts'

/** Fields of Graph's `signIn`; Azure Monitor keeps the same under `properties.`. */
const fieldsUnder = (at: string): FieldMap => ({
  time: isoTime(`${at}createdDateTime`),
  id: `${at}id`,
  account: realId(`${at}userId`),
  username: [`${at}userPrincipalName`, `${at}signInIdentifier`],
  tenant: [`${at}homeTenantId`, `${at}resourceTenantId`],
  client: [`${at}appDisplayName`, `${at}appId`],
  ip: `${at}ipAddress`,
  userAgent: agentOr(`${at}userAgent`, `${at}deviceDetail.browser`, `${at}deviceDetail.operatingSystem`),
  device: `${at}deviceDetail.deviceId`,
  session: `${at}sessionId`,
  mfaMethod: [`${at}mfaDetail.authMethod`, `${at}authenticationDetails[1].authenticationMethod`],
  protocol: protocolOf(`${at}clientAppUsed`, `${at}authenticationProtocol`, `${at}userAgent`),
  providerRisk: riskLevel(`${at}riskLevelDuringSignIn`, `${at}riskLevelAggregated`),
  country: countryCode(`${at}location.countryOrRegion`),
  region: `${at}location.state`,
  city: `${at}location.city`,
  lat: `${at}location.geoCoordinates.latitude`,
  lon: `${at}location.geoCoordinates.longitude`,
  asn: `${at}autonomousSystemNumber`,
})

const pathsUnder = (at: string): Omit<SignInPaths, 'code' | 'category'> => ({
  failureReason: `${at}status.failureReason`,
  details: `${at}status.additionalDetails`,
  interactive: `${at}isInteractive`,
  eventTypes: `${at}signInEventTypes`,
  protocol: `${at}authenticationProtocol`,
  incomingToken: `${at}incomingTokenType`,
})

/** Graph `GET /auditLogs/signIns`, v1.0 and beta, and the portal's JSON download. */
export const graphSignIn: JsonShape = {
  name: 'graph-sign-in',
  kind: 'json',
  signature: {
    has: ['createdDateTime', 'appDisplayName', 'status.errorCode'],
    any: [['userPrincipalName', 'userId', 'servicePrincipalId']],
  },
  fields: fieldsUnder(''),
  classify: signInClassifier({ ...pathsUnder(''), code: ['status.errorCode'], category: 'category' }),
}

/** Azure Monitor (Event Hub, storage account): lower-cased key variants come from collectors that fold names. */
export const azureSignIn: JsonShape = {
  name: 'azure-monitor-sign-in',
  kind: 'json',
  signature: {
    has: ['category', 'properties'],
    is: {
      category: ['SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs', 'ManagedIdentitySignInLogs', 'ADFSSignInLogs'],
    },
  },
  fields: {
    ...fieldsUnder('properties.'),
    // `time` is when Azure Monitor wrote the record, minutes later.
    time: isoTime('properties.createdDateTime', 'time'),
    tenant: ['properties.homeTenantId', 'tenantId', 'tenantid'],
    ip: ['properties.ipAddress', 'callerIpAddress', 'calleripaddress'],
  },
  classify: signInClassifier({
    ...pathsUnder('properties.'),
    code: ['properties.status.errorCode', 'resultType', 'resulttype'],
    category: 'category',
  }),
}
