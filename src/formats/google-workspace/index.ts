import { defineFormat, isoTime, type FieldMap, type JsonShape, type SubjectFields } from '../define-format.ts'
import { bigQuery } from './bigquery.ts'
import { byActivity } from './classify.ts'
import { cloudAudit } from './cloud-audit.ts'
import { cloudLogging } from './cloud-logging.ts'
import { consoleCsv } from './console-csv.ts'
import { actorOn, decisiveParameters, first, parameterFields, type Parameter } from './parameters.ts'

/** A name/value list as Google writes it; a plain object as collectors make it, or beside the rest as GAM's tables have it. */
const listed: Parameter = (name) => ['value', 'multiValue', 'intValue', 'boolValue'].map((kind) => `*.parameters[name=${name}].${kind}`)
const flattened: Parameter = (name) => [
  `parameters.${name}`,
  name,
  ...['value', 'multiValue', 'intValue', 'boolValue'].map((kind) => `parameters[name=${name}].${kind}`),
]

/** Account warnings name the account in a parameter; the actor is then Google, or an admin. */
const fieldsOf = (parameter: Parameter): FieldMap => {
  const affected = parameter('affected_email_address')
  return {
    time: isoTime('id.time'),
    id: 'id.uniqueQualifier',
    account: {
      from: ['actor.profileId', 'actor.email', ...affected],
      to: (id, email, ...named) => (first(...named) === undefined || first(...named) === email ? id : undefined),
    },
    username: [...affected, 'actor.email'],
    tenant: 'id.customerId',
    client: [...parameter('app_name'), ...parameter('application_name'), ...parameter('client_id')],
    ip: 'ipAddress',
    ...parameterFields(parameter),
    country: 'networkInfo.regionCode',
    region: 'networkInfo.subdivisionCode',
    asn: 'networkInfo.ipAsn',
  }
}

/** The user that an admin acted on. */
const targetOf = (parameter: Parameter): SubjectFields => {
  const named = parameter('USER_EMAIL')
  return {
    account: {
      from: ['actor.profileId', 'actor.email', ...named],
      to: (id, email, ...names) => (first(...names) === email ? id : undefined),
    },
    username: named,
    actor: actorOn('actor.email', named),
  }
}

const shapeOf = (name: string, at: string, parameter: Parameter, signature: JsonShape['signature']): JsonShape => ({
  name,
  kind: 'json',
  signature,
  ...(at === '' ? {} : { each: 'events' }),
  fields: fieldsOf(parameter),
  subjects: { target: targetOf(parameter) },
  classify: {
    by: ['id.applicationName', `${at}name`, ...decisiveParameters(parameter)],
    to: byActivity,
  },
})

/** Google Workspace Reports API: login, user_accounts, token, admin and saml activities. */
export const format = defineFormat({
  id: 'google-workspace',
  title: 'Google Workspace audit (Reports API)',
  provider: 'google-workspace',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [
    shapeOf('activity', '*.', listed, { has: ['id.applicationName', 'events'] }),
    shapeOf('flattened', '', flattened, { has: ['id.applicationName'], any: [['type', 'name', 'parameters']], not: ['events'] }),
    cloudLogging,
    cloudAudit,
    bigQuery,
    ...consoleCsv,
  ],
  spec: 'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login',
  unverified: ['activity', 'cloud-logging', 'bigquery', ...consoleCsv.map(({ name }) => name)],
  howToExport: {
    en: "Reports API activities.list for login, user_accounts, token, admin and saml (JSON, 6 months), for example with GAM: gam report login. Where logs are shared with Google Cloud: `gcloud logging read protoPayload.serviceName=login.googleapis.com --organization=… --format=json`. Where they are exported to BigQuery: the rows of the table `activity` as JSON. The admin console's CSV of user log events is read in English and Japanese, by the words that it has for events: it holds no ids, and its times are of the browser's zone (--timezone).",
    ja: 'Reports API の activities.list(login、user_accounts、token、admin、saml。JSON、6 か月)。GAM なら gam report login。Google Cloud と共有している場合は `gcloud logging read protoPayload.serviceName=login.googleapis.com --organization=… --format=json`。BigQuery に書き出している場合は表 activity の行を JSON で。管理コンソールの「ユーザーのログイベント」の CSV は、日本語・英語のイベント名から読み取る(記録 ID はなく、時刻はブラウザーのタイムゾーンのため --timezone を指定)。',
  },
})
