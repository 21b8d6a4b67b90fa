import { lookup } from '../../kernel/lookup.ts'
import { anyTime, type Classified, type Classifier, type Computed, type CsvShape, type FieldMap, type JsonShape } from '../define-format.ts'
import { setupActs, type SetupAct } from './setup-codes.ts'
import { readSentence } from './setup-wording.ts'

type Value = string | undefined

const classify = (code: Value): Classified => {
  const act = lookup<SetupAct>(setupActs, code)
  return act === undefined ? { ignore: 'other-setup' } : { ...act, code: code as string }
}

/** By the code, in lower case, where the export has it; else by the sentence. */
const byCode: Classifier = {
  by: [{ from: ['Action', 'Display'], to: (code, sentence) => code?.toLowerCase() ?? readSentence(sentence)?.code }],
  to: classify,
}
const bySentence: Classifier = { by: [{ from: ['action'], to: (sentence) => readSentence(sentence)?.code }], to: classify }

/** Whom it was done to: the id that the sentence gives, or what it calls the user. */
const account = (sentence: string): Computed => ({ from: [sentence], to: (text) => readSentence(text)?.id })
const username = (sentence: string): Computed => ({ from: [sentence], to: (text) => readSentence(text)?.who })

const queryFields: FieldMap = {
  time: { path: 'CreatedDate', syntax: 'iso', zone: 'UTC' },
  id: 'Id',
  account: account('Display'),
  username: username('Display'),
  actor: ['DelegateUser', 'CreatedById', 'CreatedBy.Username'],
}

const queryJson: JsonShape = {
  name: 'setup-audit-trail-json',
  kind: 'json',
  signature: { has: ['Action', 'Display', 'CreatedDate'], any: [['CreatedById', 'CreatedBy', 'Section']] },
  fields: queryFields,
  classify: byCode,
}

const queryCsv: CsvShape = {
  name: 'setup-audit-trail-query-csv',
  kind: 'csv',
  signature: { columns: ['action', 'display', 'createddate'], any: ['createdbyid', 'createdby.username', 'section'] },
  fields: { ...queryFields, actor: ['DelegateUser', 'CreatedById', "'createdby.username'"] },
  classify: byCode,
}

/** Setup > View Setup Audit Trail > Download: a sentence in the language of the organisation, read in English only. */
const download: CsvShape = {
  name: 'setup-audit-trail-csv',
  kind: 'csv',
  signature: { columns: ['date', 'user', 'source namespace prefix', 'action', 'section', 'delegate user'] },
  fields: { time: anyTime('date'), account: account('action'), username: username('action'), actor: ['delegate user', 'user'] },
  classify: bySentence,
}

export const SETUP_TRAIL = [queryJson, queryCsv, download] as const
