import { lookup } from '../../kernel/lookup.ts'
import { defineFormat, epochTime, type Classified, type Computed, type JsonShape, type Path } from '../define-format.ts'
import { decidedBefore, NOT_A_LOGIN } from '../web-login.ts'
import { aboutAt } from '../web-paths.ts'
import { sessionCookie } from '../web-request.ts'
import { riskLabels, ruleTypes, wafActions } from './rule-codes.ts'

type Value = string | undefined

const classify = (login: Value, action: Value, ruleType: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  const known = lookup(wafActions, action)
  if (known === undefined) return { reject: 'unknown-code', detail: action ?? 'no action' }
  const meaning = known.outcome === 'blocked' ? { ...known, ...lookup(ruleTypes, ruleType) } : known
  return decidedBefore(login, meaning, action)
}

/** A header of the request; names come as the client or HTTP/2 wrote them. */
const header = (...names: readonly string[]): readonly Path[] => names.map((name) => `httpRequest.headers[name=${name}].value`)

const LABELS = Object.keys(riskLabels)
const risk: Computed = {
  from: LABELS.map((label) => `labels[name=${label}].name`),
  to: (...labels) =>
    lookup(
      riskLabels,
      labels.find((label) => label !== undefined),
    ),
}

const log: JsonShape = {
  name: 'log',
  kind: 'json',
  signature: { has: ['webaclId', 'action', 'httpRequest.clientIp', 'httpRequest.uri'], any: [['terminatingRuleId', 'httpSourceName']] },
  fields: {
    time: epochTime('timestamp'),
    client: header('Host', 'host'),
    ip: 'httpRequest.clientIp',
    forwardedFor: header('X-Forwarded-For', 'x-forwarded-for'),
    session: { from: header('Cookie', 'cookie'), to: (first, second) => sessionCookie(first ?? second) },
    userAgent: header('User-Agent', 'user-agent', 'User-agent'),
    country: { from: ['httpRequest.country'], to: (code) => (/^[A-Z]{2}$/.test(code ?? '') ? code : undefined) },
    providerRisk: risk,
  },
  classify: {
    by: [aboutAt(['httpRequest.httpMethod', 'httpRequest.uri'], (method, target) => [method, target]), 'action', 'terminatingRuleType'],
    to: classify,
  },
}

/** AWS WAF: passwords posted to known logins, blocked or let through; the answer is in the log of what stands behind it. */
export const format = defineFormat({
  id: 'aws-waf',
  title: 'AWS WAF log',
  provider: 'generic',
  zone: 'in-record',
  // Behind a load balancer the request id is the trace id, which the client may set.
  repeats: 'legitimate',
  names: 'exact',
  edge: true,
  successes: 'configurable',
  shapes: [log],
  spec: 'https://docs.aws.amazon.com/waf/latest/developerguide/logging-fields.html',
  howToExport: {
    en: 'Turn on logging of the web ACL (S3, Firehose or CloudWatch) and copy the period: `aws s3 sync s3://aws-waf-logs-NAME/AWSLogs/ACCOUNT/WAFLogs/REGION/WEBACL/YYYY/MM/DD/ logs/`. It says what was blocked, never whether a login succeeded: read it together with the application’s own log.',
    ja: 'Web ACL のログ(S3、Firehose、CloudWatch)を有効にし、対象期間を取得する: `aws s3 sync s3://aws-waf-logs-NAME/AWSLogs/ACCOUNT/WAFLogs/REGION/WEBACL/YYYY/MM/DD/ logs/`。ブロックした要求は分かるが、ログインの成否は分からない。アプリケーション側のログと併せて読むこと。',
  },
})
