import { countryCode } from '../country-codes.ts'
import { anyTime, epochTime, type Computed, type FieldMap, type JsonShape } from '../define-format.ts'
import { byUserEvent } from './user-events.ts'

/** AWS writes names (`United States`) in its examples. */
const country = (from: string): Computed => ({ from: [from], to: countryCode })

/** How a challenge was answered. Where events went through a table or a queue, the list is a text. */
const answered = (list: string, name: string, key: (word: string) => string): Computed => ({
  from: [list, `json(${list})`].map((at) => `${at}[${key('challengeName')}=${name}].${key('challengeResponse')}`),
  to: (listed, written) => listed ?? written,
})

const asIs = (word: string): string => word
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `AdminListUserAuthEvents`: asked for one user, whose name it does not repeat. */
export const authEvent: JsonShape = {
  name: 'auth-event',
  kind: 'json',
  signature: { has: ['EventId', 'EventType', 'EventResponse', 'CreationDate'] },
  fields: {
    time: anyTime('CreationDate'),
    id: 'EventId',
    ip: 'EventContextData.IpAddress',
    userAgent: 'EventContextData.DeviceName',
    providerRisk: 'EventRisk.RiskLevel',
    country: country('EventContextData.Country'),
    city: 'EventContextData.City',
  },
  classify: {
    by: [
      'EventType',
      'EventResponse',
      'EventRisk.RiskDecision',
      'EventRisk.CompromisedCredentialsDetected',
      answered('ChallengeResponses', 'Password', capital),
      answered('ChallengeResponses', 'Mfa', capital),
    ],
    to: byUserEvent,
  },
}

const exportFields = (at: string): FieldMap => ({
  time: anyTime(`${at}creationDate`, 'eventTimestamp'),
  id: `${at}eventId`,
  account: `${at}userSub`,
  username: `${at}userName`,
  tenant: [`${at}userPoolId`, 'logSourceId.userPoolId'],
  client: `${at}clientId`,
  ip: `${at}ipAddress`,
  userAgent: `${at}deviceName`,
  protocol: `${at}idpName`,
  providerRisk: `${at}riskLevel`,
  country: country(`${at}country`),
  city: `${at}city`,
})

const exportShape = (name: string, at: string, has: readonly string[]): JsonShape => ({
  name,
  kind: 'json',
  signature: { has },
  fields: exportFields(at),
  classify: {
    by: [
      `${at}eventType`,
      `${at}eventResponse`,
      `${at}riskDecision`,
      // The API's spelling and that of AWS's example of an exported event.
      { from: [`${at}compromisedCredentialsDetected`, `${at}compromisedCredentialDetected`], to: (plural, singular) => plural ?? singular },
      answered(`${at}challenges`, 'Password', asIs),
      answered(`${at}challenges`, 'Mfa', asIs),
    ],
    to: byUserEvent,
  },
})

/** Log export `userAuthEvents`, as delivered and with its `message` taken out. */
export const exportedEvent = exportShape('user-auth-events', 'message.', [
  'message.eventType',
  'message.eventResponse',
  'message.userPoolId',
])
export const bareExportedEvent = exportShape('user-auth-events-bare', '', ['eventType', 'eventResponse', 'userPoolId', 'eventId'])

/** Log export `userNotification`: a message to a user could not be delivered. */
export const notification: JsonShape = {
  name: 'user-notification',
  kind: 'json',
  signature: { has: ['eventSource', 'logLevel', 'message.details', 'logSourceId.userPoolId'], is: { eventSource: ['USER_NOTIFICATION'] } },
  fields: { time: epochTime('eventTimestamp') },
  classify: { by: ['logLevel'], to: () => ({ ignore: 'delivery-error' }) },
}
