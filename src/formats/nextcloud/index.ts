import { anyTime, defineFormat, type Classified, type Computed, type JsonShape, type SubjectFields } from '../define-format.ts'
import { keepOneTeller } from '../one-teller.ts'
import { messages, others } from './codes.ts'
import { readMessage } from './message.ts'

type Value = string | undefined

/** Nextcloud writes two dashes for nothing. */
const present = (value: Value): Value => (value === undefined || value === '--' ? undefined : value)

const written = (path: string): Computed => ({ from: [path], to: present })

const named: Computed = { from: ['message', 'user'], to: (message, user) => readMessage(message).user ?? present(user) }

/** What an administrator does to an account names the account; who did it is the record's user. */
const BY_ADMINISTRATOR = /^audit\/(?:user-|password-changed|email-changed)/

const actor: Computed = {
  from: ['message', 'user'],
  to: (message, user) => {
    const { code, user: subject } = readMessage(message)
    return code !== undefined && BY_ADMINISTRATOR.test(code) && user !== subject ? present(user) : undefined
  },
}

const code: Computed = { from: ['message'], to: (message) => readMessage(message).code }

/** Wordings of a login that are not known here must not be skipped in silence. */
const suspect: Computed = {
  from: ['message'],
  to: (message) => (/^(?:Log[io]|Bruteforce|.*two.factor)/i.test(message ?? '') ? 'yes' : undefined),
}

const classify = (found: Value, isSuspect: Value): Classified => {
  if (found !== undefined && Object.hasOwn(messages, found)) return { ...messages[found as keyof typeof messages], code: found }
  if (found !== undefined && Object.hasOwn(others, found)) return { ignore: others[found as keyof typeof others] }
  return isSuspect === undefined ? { ignore: 'other-message' } : { reject: 'unknown-code', detail: 'wording of a login' }
}

const subject: SubjectFields = { username: named, actor }

const log: JsonShape = {
  name: 'log',
  kind: 'json',
  signature: { has: ['reqId', 'level', 'remoteAddr', 'app', 'message'], any: [['time', 'version']] },
  fields: {
    time: anyTime('time'),
    ...subject,
    ip: 'remoteAddr',
    userAgent: written('userAgent'),
    mfaMethod: { from: ['message'], to: (message) => readMessage(message).method },
  },
  classify: { by: [code, suspect], to: classify },
}

/** Nextcloud's log and the log of its app admin_audit. */
export const format = defineFormat({
  id: 'nextcloud',
  title: 'Nextcloud log and audit log',
  provider: 'nextcloud',
  zone: 'in-record',
  repeats: 'legitimate',
  names: 'folded',
  // Successful logins stand in the audit log only.
  successes: 'configurable',
  attempt: keepOneTeller(['log', 'audit', 'throttle'], 1_000),
  shapes: [log],
  spec: 'https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/logging_configuration.html',
  howToExport: {
    en: 'Copy nextcloud.log and audit.log from the data directory. Successful logins, logouts and changes of accounts are in audit.log only, which needs the app admin_audit (`occ app:enable admin_audit`).',
    ja: 'データディレクトリの nextcloud.log と audit.log を複製する。成功したログイン、ログアウト、アカウントの変更は audit.log にだけ残り、アプリ admin_audit が要る(`occ app:enable admin_audit`)。',
  },
})
