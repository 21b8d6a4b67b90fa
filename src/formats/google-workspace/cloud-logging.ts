import { isoTime, type Computed, type JsonShape } from '../define-format.ts'
import { byActivity } from './classify.ts'
import { actorOn, decisiveParameters, parameterFields, type Parameter } from './parameters.ts'

const PAYLOAD = 'protoPayload.'

const parameter: Parameter = (name) =>
  ['value', 'multiStrValue', 'intValue', 'boolValue'].map((kind) => `*.parameter[name=${name}].${kind}`)

/** The Reports API's name of the log that a service writes. */
export const APPLICATIONS: Readonly<Record<string, string>> = {
  'login.googleapis.com': 'login',
  'admin.googleapis.com': 'admin',
  'oauth2.googleapis.com': 'token',
}

const application: Computed = { from: [`${PAYLOAD}serviceName`], to: (service) => APPLICATIONS[service ?? ''] }

/** `organizations/123456789012`, and behind it what of its settings was changed. */
const organisation: Computed = { from: [`${PAYLOAD}resourceName`], to: (name) => /^organizations\/[^/]+/.exec(name ?? '')?.[0] ?? name }

const EMAIL = `${PAYLOAD}authenticationInfo.principalEmail`

/**
 * Workspace's logs as they are shared with Google Cloud: the same events and parameters as in the Reports API, in an audit log
 * entry. https://cloud.google.com/logging/docs/audit/gsuite-login-samples
 */
export const cloudLogging: JsonShape = {
  name: 'cloud-logging',
  kind: 'json',
  signature: { has: [`${PAYLOAD}metadata.event`], is: { [`${PAYLOAD}serviceName`]: Object.keys(APPLICATIONS) } },
  each: `${PAYLOAD}metadata.event`,
  fields: {
    time: isoTime('timestamp'),
    // The same number as the Reports API gives the activity.
    id: [`${PAYLOAD}metadata.activityId.uniqQualifier`, 'insertId'],
    username: [...parameter('affected_email_address'), EMAIL],
    tenant: organisation,
    client: [...parameter('app_name'), ...parameter('client_id')],
    ip: `${PAYLOAD}requestMetadata.callerIp`,
    userAgent: `${PAYLOAD}requestMetadata.callerSuppliedUserAgent`,
    ...parameterFields(parameter),
  },
  subjects: {
    target: {
      username: parameter('USER_EMAIL'),
      actor: actorOn(EMAIL, parameter('USER_EMAIL')),
    },
  },
  classify: {
    by: [application, '*.eventName', ...decisiveParameters(parameter)],
    to: byActivity,
  },
}
