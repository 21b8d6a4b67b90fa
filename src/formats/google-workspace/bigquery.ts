import { epochTime, type JsonShape } from '../define-format.ts'
import { byActivity } from './classify.ts'
import { actorOn, decisiveParameters, parameterFields, type Parameter } from './parameters.ts'

/** One record column per application, whose fields are the Reports API's parameters in small letters. */
const parameter: Parameter = (name) => ['login', 'user_accounts', 'admin', 'token', 'saml'].map((column) => `${column}.${name}`)

/**
 * Rows of the table `activity` to which Workspace exports the same events: https://support.google.com/a/answer/9079365 (columns also
 * in Google's own block for Looker, looker-open-source/block-workspace-audit-logs). Without the ids of people.
 */
export const bigQuery: JsonShape = {
  name: 'bigquery',
  kind: 'json',
  signature: { has: ['time_usec', 'record_type', 'event_name', 'event_type'] },
  fields: {
    time: epochTime('time_usec'),
    // One activity may hold several events, each a row of its own.
    id: {
      from: ['unique_identifier', 'event_name'],
      to: (activity, event) => (activity === undefined ? undefined : `${activity}#${event ?? ''}`),
    },
    username: [...parameter('affected_email_address'), 'email'],
    client: [...parameter('app_name'), ...parameter('application_name'), ...parameter('client_id')],
    ip: 'ip_address',
    ...parameterFields(parameter),
  },
  subjects: {
    target: {
      username: parameter('user_email'),
      actor: actorOn('email', parameter('user_email')),
    },
  },
  classify: {
    by: ['record_type', 'event_name', ...decisiveParameters(parameter)],
    to: byActivity,
  },
}
