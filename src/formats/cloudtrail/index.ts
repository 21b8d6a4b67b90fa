import { defineFormat, isoTime, type Classifier, type Computed, type JsonShape } from '../define-format.ts'
import { athena } from './athena.ts'
import { byEvent } from './classify.ts'
import { SIGNIN_RESULTS } from './signin-codes.ts'
import { caller, member, mfaMethod, target } from './subject.ts'

const NAMES = [...new Set(Object.keys(SIGNIN_RESULTS).map((key) => key.replace(/\/.*/, '')))]

/** The result stands under the event's own name, in one of two places. */
const result: Computed = {
  from: [
    ...NAMES.map((name) => `responseElements.${name}`),
    'serviceEventDetails.UserAuthentication',
    'serviceEventDetails.CredentialVerification',
    'serviceEventDetails.CredentialChallenge',
  ],
  to: (...results) => results.find((value) => value !== undefined),
}

/** The message decides about console sign-ins only; elsewhere it quotes names and would make every tuple distinct. */
const consoleMessage: Computed = {
  from: ['eventName', 'errorMessage'],
  to: (name, message) => (name === 'ConsoleLogin' ? message : undefined),
}

const fields = {
  id: 'eventID',
  ...caller,
  tenant: ['recipientAccountId', 'userIdentity.accountId'],
  client: ['additionalEventData.LoginTo', 'userIdentity.invokedBy'],
  ip: 'sourceIPAddress',
  userAgent: 'userAgent',
  mfaMethod,
} as const

const subjects = { target, member } as const

const classify: Classifier = {
  by: ['eventSource', 'eventName', result, 'errorCode', consoleMessage, 'additionalEventData.CredentialType', 'requestParameters.status'],
  to: byEvent,
}

const record: JsonShape = {
  name: 'record',
  kind: 'json',
  signature: {
    has: ['eventSource', 'eventName'],
    any: [['eventVersion', 'awsRegion', 'userIdentity']],
    // A user pool's events belong to its customers, not to the AWS account: format cognito.
    reads: ['eventSource'],
    test: ({ eventSource }) =>
      typeof eventSource === 'string' && eventSource.endsWith('.amazonaws.com') && eventSource !== 'cognito-idp.amazonaws.com',
  },
  fields: { time: isoTime('eventTime'), ...fields },
  subjects,
  classify,
}

/** AWS CloudTrail: console and Identity Center sign-ins, and what IAM calls changed about who can get in. */
export const format = defineFormat({
  id: 'cloudtrail',
  title: 'AWS CloudTrail',
  provider: 'aws',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [record, athena({ fields, subjects, classify })],
  spec: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  unverified: ['athena-csv'],
  howToExport: {
    en: "The trail's S3 bucket (AWSLogs/…/CloudTrail/, .json.gz as it is); or CloudTrail > Event history > Download events > JSON (90 days, one region at a time). The CSV download does not say how a sign-in ended. The result of an Athena query as CSV is read where it holds the columns of the documented table (SELECT *).",
    ja: '証跡の S3 バケット(AWSLogs/…/CloudTrail/、.json.gz のまま)。または CloudTrail > イベント履歴 > イベントのダウンロード > JSON(90 日、リージョンごと)。CSV にはサインインの成否が載らない。Athena のクエリ結果(CSV)は、文書化された表の列をすべて含む場合(SELECT *)に読み込める。',
  },
})
