import type { Classified, Classifier, Computed, Path } from '../define-format.ts'
import { adminCallKey, adminCalls } from './admin-codes.ts'
import { eventCodes } from './codes.ts'
import { errorPhrases, REFINED } from './phrase-codes.ts'

type Value = string | undefined

/** Error texts can quote what a client sent, at any length; the product's own words stand at the start. */
const ERROR_TEXT_LIMIT = 400

const phraseOf = (type: Value, ...texts: readonly Value[]): keyof typeof errorPhrases | undefined => {
  if (type === undefined || !REFINED.has(type)) return undefined
  const text = texts
    .map((part) => (part ?? '').slice(0, ERROR_TEXT_LIMIT))
    .join('\n')
    .toLowerCase()
  return keysOf(errorPhrases).find((phrase) => text.includes(phrase))
}

const keysOf = <Table extends object>(table: Table): (keyof Table)[] => Object.keys(table) as (keyof Table)[]
const isKeyOf = <Table extends object>(table: Table, key: PropertyKey | undefined): key is keyof Table =>
  key !== undefined && Object.hasOwn(table, key)

const errorPhrase = (at: (path: Path) => Path): Computed => ({
  from: ['type', 'details.error.type', 'details.error.oauthError', 'details.error.message', 'details.error', 'description'].map(at),
  to: phraseOf,
})

const isAdminType = (type: Value): boolean => type === 'sapi' || type === 'fapi'

const adminCall = (at: (path: Path) => Path): Computed => ({
  from: [
    'type',
    'details.request.method',
    'details.request.path',
    'details.request.body.blocked',
    'details.request.body.password',
    'details.request.body.email',
    'details.request.body.phone_number',
  ].map(at),
  to: (type, method, path, ...changed) => (isAdminType(type) ? adminCallKey(method, path, ...changed) : undefined),
})

/** A call that was refused is no success, whatever the code says; only 4xx and 5xx matter. */
const refused = (at: (path: Path) => Path): Computed => ({
  from: ['type', 'details.response.statusCode'].map(at),
  to: (type, status) => (isAdminType(type) && status !== undefined && /^[45]\d\d$/.test(status) ? status : undefined),
})

const classifyCall = (type: string, call: Value, status: Value): Classified => {
  if (!isKeyOf(adminCalls, call)) return { ignore: 'other-event' }
  const code = `${type} ${call}`
  if (type === 'sapi' && status === undefined) return { ...adminCalls[call], code }
  return { ...adminCalls[call], outcome: 'failure', code: status === undefined ? code : `${code} ${status}` }
}

/** Codes that say "log in", "second factor" or "limit" by their build; one of these that is not in the table must not be skipped. */
const LOGIN_FAMILY = /^(?:[fs][a-z]{0,7}|gd_\w+|limit_\w+|\w*pwd_leak|passkey_\w+|mfa\w*|\w*login\w*)$/

const classifyEvent = (type: Value, phrase: Value, call: Value, status: Value): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  if (isAdminType(type)) return classifyCall(type, call, status)
  if (!isKeyOf(eventCodes, type)) {
    return LOGIN_FAMILY.test(type) ? { reject: 'unknown-code', detail: type.slice(0, 60) } : { ignore: 'other-event' }
  }
  const classified: Classified = eventCodes[type]
  const refined = 'action' in classified && isKeyOf(errorPhrases, phrase) ? errorPhrases[phrase] : {}
  return { ...classified, ...refined, code: type }
}

/** How records below `prefix` (`''` or `'data.'`) are classified: by code, and where that is too coarse by error text or call. */
export const classifierAt = (prefix: string): Classifier => {
  const at = (path: Path): Path => prefix + path
  return { by: [at('type'), errorPhrase(at), adminCall(at), refused(at)], to: classifyEvent }
}
