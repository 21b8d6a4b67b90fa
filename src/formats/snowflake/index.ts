import { lookup } from '../../kernel/lookup.ts'
import type { Outcome, Reason } from '../../model/vocabulary.ts'
import { defineFormat, type Classified, type CsvShape, type FieldMap, type JsonShape } from '../define-format.ts'
import { reasonFamilies, reasons, results } from './codes.ts'

type Value = string | undefined

const reasonOf = (message: Value, code: Value): Reason => {
  const family = Object.keys(reasonFamilies).find((beginning) => message?.startsWith(beginning) === true)
  return lookup<Reason>(reasons, message) ?? lookup<Reason>(reasonFamilies, family) ?? lookup<Reason>(reasons, code) ?? 'other'
}

const isOpen = (reason: Reason): boolean => reason === 'mfa-required'

const classify = (type: Value, success: Value, message: Value, number: Value): Classified => {
  if (type === 'LOGOUT') return { action: 'logout', outcome: 'success', code: type }
  if (type !== 'LOGIN') return { ignore: 'other-event' }
  const outcome = lookup<Outcome>(results, success?.toUpperCase())
  if (outcome === undefined) return { reject: 'ambiguous-value', detail: 'IS_SUCCESS' }
  if (outcome === 'success') return { action: 'login', outcome, accountKnown: true, code: 'LOGIN/YES' }
  const reason = reasonOf(message, number)
  return { action: 'login', outcome: isOpen(reason) ? 'challenge' : outcome, reason, code: message ?? number ?? 'LOGIN/NO' }
}

const fields: FieldMap = {
  time: { path: 'EVENT_TIMESTAMP', syntax: 'any', zone: 'UTC' },
  id: 'EVENT_ID',
  username: 'USER_NAME',
  tenant: ['ACCOUNT_NAME', 'READER_ACCOUNT_NAME'],
  client: 'CONNECTION',
  ip: 'CLIENT_IP',
  // What the program says of itself.
  userAgent: {
    from: ['REPORTED_CLIENT_TYPE', 'REPORTED_CLIENT_VERSION'],
    to: (type, version) => (type === undefined || version === undefined ? type : `${type}/${version}`),
  },
  mfaMethod: 'SECOND_AUTHENTICATION_FACTOR',
  protocol: 'FIRST_AUTHENTICATION_FACTOR',
}
const classifier = { by: ['EVENT_TYPE', 'IS_SUCCESS', 'ERROR_MESSAGE', 'ERROR_CODE'], to: classify }

const json: JsonShape = {
  name: 'json',
  kind: 'json',
  signature: { has: ['EVENT_TYPE', 'IS_SUCCESS', 'EVENT_TIMESTAMP'], any: [['CLIENT_IP', 'USER_NAME', 'REPORTED_CLIENT_TYPE']] },
  fields,
  classify: classifier,
}

const csv: CsvShape = {
  name: 'csv',
  kind: 'csv',
  signature: { columns: ['event_timestamp', 'event_type', 'user_name', 'client_ip', 'is_success'] },
  fields,
  classify: classifier,
}

/** Snowflake `LOGIN_HISTORY`: the view, and the functions of the same name. */
export const format = defineFormat({
  id: 'snowflake',
  title: 'Snowflake login history',
  provider: 'snowflake',
  zone: 'utc',
  repeats: 'never',
  names: 'folded',
  successes: 'always',
  shapes: [json, csv],
  spec: 'https://docs.snowflake.com/en/sql-reference/account-usage/login_history',
  unverified: ['csv'],
  howToExport: {
    en: "`ALTER SESSION SET TIMEZONE = 'UTC'; SELECT * FROM SNOWFLAKE.ACCOUNT_USAGE.LOGIN_HISTORY WHERE EVENT_TIMESTAMP > …`, then download as CSV. A year is kept; rows arrive up to two hours late.",
    ja: "`ALTER SESSION SET TIMEZONE = 'UTC'; SELECT * FROM SNOWFLAKE.ACCOUNT_USAGE.LOGIN_HISTORY WHERE EVENT_TIMESTAMP > …` の結果を CSV で保存する。保持期間は1年、反映に最大2時間かかる。",
  },
})
