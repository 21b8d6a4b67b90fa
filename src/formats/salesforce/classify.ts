import { lookup } from '../../kernel/lookup.ts'
import type { Action, Outcome } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'
import { eventTypes, japaneseStatuses, loginStatuses, statusFamilies, statusTexts, type LoginStatus } from './codes.ts'

type Value = string | undefined

/** `oauthpassword`: a program hands over name and password, and no second factor. */
const grantOf = (subType: Value): { readonly protocol?: string } =>
  subType?.toLowerCase() === 'oauthpassword' ? { protocol: 'password-grant' } : {}

const familyOf = (status: string): LoginStatus | undefined => {
  const prefix = Object.keys(statusFamilies).find((beginning) => status.startsWith(beginning))
  return lookup<LoginStatus>(statusFamilies, prefix)
}

const loginBy = (status: string, code: string, subType: Value): Classified => {
  const meaning = lookup<LoginStatus>(loginStatuses, status) ?? familyOf(status)
  if (meaning === undefined) return { reject: 'unknown-code', detail: code.slice(0, 60) }
  return { action: 'login', ...meaning, ...grantOf(subType), code }
}

/** A row of an event log file. */
export const classifyFile = (type: Value, status: Value, subType: Value): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  if (type === 'Login')
    return status === undefined ? { reject: 'ambiguous-value', detail: 'LOGIN_STATUS' } : loginBy(status, status, subType)
  const meaning = lookup<{ readonly action: Action; readonly outcome: Outcome; readonly subject?: string }>(eventTypes, type)
  return meaning === undefined ? { ignore: 'other-event' } : { ...meaning, code: type }
}

/** A row of the login history or a login event, whose status is a text: one that begins with "Failed" is a failure whatever follows. */
export const classifyText = (text: Value, subType: Value): Classified => {
  if (text === undefined) return { reject: 'ambiguous-value', detail: 'Status' }
  const code = text.trim()
  const status = lookup<string>(statusTexts, code.toLowerCase().replace(/^failed:\s*/, ''))
  if (status !== undefined) return loginBy(status, code, subType)
  if (/^failed\b/i.test(code))
    return { action: 'login', outcome: 'failure', reason: 'other', ...grantOf(subType), code: code.slice(0, 120) }
  return { reject: 'unknown-code', detail: code.slice(0, 60) }
}

/** A row of the login history of somebody who uses Salesforce in Japanese. */
export const classifyJapanese = (text: Value): Classified => {
  if (text === undefined) return { reject: 'ambiguous-value', detail: 'Status' }
  const word = Object.keys(japaneseStatuses).find((part) => text.includes(part))
  const status = lookup<string>(japaneseStatuses, word)
  return status === undefined ? { reject: 'unknown-code', detail: text.slice(0, 60) } : loginBy(status, text.slice(0, 120), undefined)
}
