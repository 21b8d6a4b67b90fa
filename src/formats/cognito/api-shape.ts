import { isoTime, type Computed, type JsonShape } from '../define-format.ts'
import { byApiCall } from './classify-api.ts'

const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS'
const shown: Computed['to'] = (...values) => values.find((value) => value !== undefined && value !== HIDDEN && value.trim() !== '')

/** Did the answer hold tokens? CloudTrail masks them, which is answer enough. */
const tokens: Computed = {
  from: [
    'responseElements.authenticationResult',
    'responseElements.authenticationResult.expiresIn',
    'responseElements.authenticationResult.tokenType',
    'responseElements.authenticationResult.accessToken',
  ],
  to: (...values) => (values.some((value) => value !== undefined) ? 'tokens' : undefined),
}

/** Only refused sign-ins need the message; it is a fixed sentence there. */
const message: Computed = {
  from: ['errorCode', 'errorMessage'],
  to: (code, text) => (code === 'NotAuthorizedException' ? text : undefined),
}

/** Calls that a member never makes: about somebody else's account, or about the pool. */
const BY_OTHERS = /^(?:Admin|Create|(?:Set|Update|Delete)(?:UserPool|Identity|Risk|Log))/

/** CloudTrail records of `cognito-idp.amazonaws.com`: API calls and the pseudo events of the hosted pages. */
export const apiCall: JsonShape = {
  name: 'cloudtrail',
  kind: 'json',
  signature: { has: ['eventSource', 'eventName'], is: { eventSource: ['cognito-idp.amazonaws.com'] } },
  fields: {
    time: isoTime('eventTime'),
    id: 'eventID',
    // The pool user; the caller of the API is the application or nobody.
    account: { from: ['additionalEventData.sub'], to: shown },
    username: { from: ['requestParameters.username', 'additionalEventData.username'], to: shown },
    tenant: ['requestParameters.userPoolId', 'additionalEventData.userPoolId'],
    client: ['requestParameters.clientId', 'additionalEventData.requestParameters.client_id'],
    actor: { from: ['eventName', 'userIdentity.arn'], to: (name, arn) => (BY_OTHERS.test(name ?? '') ? arn : undefined) },
    ip: 'sourceIPAddress',
    userAgent: 'userAgent',
  },
  classify: {
    by: [
      'eventName',
      'errorCode',
      message,
      'requestParameters.authFlow',
      'responseElements.challengeName',
      tokens,
      'additionalEventData.responseParameters.status',
      'requestParameters.attributeName',
    ],
    to: byApiCall,
  },
}
