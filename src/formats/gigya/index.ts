import { lookup } from '../../kernel/lookup.ts'
import { anyTime, defineFormat, type Classification, type Classified, type Computed, type JsonShape } from '../define-format.ts'
import { endpoints, parameters } from './endpoint-codes.ts'
import { errors } from './error-codes.ts'

type Value = string | undefined

const answerOf = (code: string, action: string): Pick<Classification, 'outcome' | 'reason' | 'accountKnown'> => {
  const known = lookup(errors, code)
  // A code that is sent when somebody asks for a reset, or changes their data, says nothing about a password.
  if (known !== undefined && (known.outcome !== 'challenge' || action === 'login')) return known
  if (/^2\d{5}$/.test(code)) return { outcome: 'info' }
  return { outcome: 'failure', reason: action === 'mfa' ? 'mfa-failed' : 'other' }
}

/** Parameters that change what a call does; a name is asked for once. */
const PARAMETERS = [...new Set(Object.values(parameters).flatMap((byName) => Object.keys(byName)))]

const classify = (endpoint: Value, code: Value, ...found: readonly Value[]): Classified => {
  const name = endpoint?.toLowerCase() ?? ''
  const known = lookup(endpoints, name)
  if (known === undefined) return { ignore: name.startsWith('accounts.') ? 'other-operation' : 'administration' }
  if ('ignore' in known) return known
  if (code === undefined || !/^\d{1,6}$/.test(code)) return { reject: 'ambiguous-value', detail: 'errCode' }
  const parameter = PARAMETERS.find((key, index) => found[index] !== undefined && lookup(lookup(parameters, name) ?? {}, key) !== undefined)
  const action = lookup(lookup(parameters, name) ?? {}, parameter)?.action ?? known.action
  const { refusedOnly, ...told } = known
  const answer = answerOf(code, action)
  if (refusedOnly === true && answer.outcome === 'success') return { ignore: 'step-only' }
  return { ...told, action, ...answer, code: `${name}/${code}` }
}

/** `name`, or `name=value`. */
const given = (parameter: string): Computed => {
  const [name, wanted] = parameter.split('=')
  const isGiven = (value: Value): boolean => (wanted === undefined ? value !== undefined : value?.toLowerCase() === wanted)
  return { from: [`params.${name}`], to: (value) => (isGiven(value) ? 'given' : undefined) }
}

const audit: JsonShape = {
  name: 'audit-search',
  kind: 'json',
  signature: { has: ['callID', 'endpoint', 'errCode'] },
  fields: {
    time: anyTime("'@timestamp'", 'timestamp', 'time'),
    id: 'callID',
    account: ['uid', 'UID', 'params.UID'],
    username: ['loginID', 'params.loginID', 'params.email', 'params.username'],
    tenant: ['apikey', 'apiKey'],
    ip: ['sourceIP', 'ip', 'httpReq.ip'],
    userAgent: ['userAgent.raw', 'userAgent', 'httpReq.userAgent'],
    country: { from: ['httpReq.country'], to: (code) => (/^[A-Za-z]{2}$/.test(code ?? '') ? code?.toUpperCase() : undefined) },
  },
  // The value of a parameter (a password, even if masked) never becomes part of what is shown: only that it is there.
  classify: {
    by: ['endpoint', 'errCode', ...PARAMETERS.map(given)],
    to: classify,
  },
}

/** SAP Customer Data Cloud (Gigya): the audit log. */
export const format = defineFormat({
  id: 'gigya',
  title: 'SAP Customer Data Cloud (Gigya) audit log',
  provider: 'gigya',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [audit],
  spec: 'https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a/4143948970b21014bbc5a10ce4041860.html',
  unverified: ['audit-search'],
  howToExport: {
    en: '`audit.search` with `SELECT * FROM auditLog WHERE @timestamp > "…" LIMIT 10000`, page by page, saved as JSON. Kept for 12 months unless configured otherwise.',
    ja: '`audit.search` に `SELECT * FROM auditLog WHERE @timestamp > "…" LIMIT 10000` を渡し、ページごとに JSON で保存する。保持期間は設定がなければ 12 か月。',
  },
})
