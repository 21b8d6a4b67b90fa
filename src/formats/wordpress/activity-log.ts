import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, CsvShape, Path } from '../define-format.ts'
import { activityEvents } from './activity-codes.ts'

/** Written where nobody is logged in. */
const NOBODY = /^(?:system|unknown user|unregistered user|plugins?|wsal|n\/a)$/i

const somebody = (...from: readonly Path[]): Computed => ({
  from,
  to: (...names) => names.map((name) => name?.trim()).find((name) => name !== undefined && name !== '' && !NOBODY.test(name)),
})

/** Whom the sentence is about: it ends with the new value, which is not theirs yet. */
const TARGETS = [
  /^Changed the (?:role|password|email address) of (?:the )?user (\S{1,255}?)(?: to .*|\.)?$/s,
  /^(?:Created the new user: |Deleted the user |Terminated the session of the user )(\S{1,255}?)\.?(?:\s.*)?$/s,
  /^A new user (\S{1,255}?) is created via registration/,
  /^Switched to another user\.?.*?User: (\S{1,255})/s,
]
const target: Computed = {
  from: ['message'],
  to: (message) => {
    for (const pattern of TARGETS) {
      const name = pattern.exec(message?.trim() ?? '')?.[1]
      if (name !== undefined) return name
    }
    return undefined
  },
}

/** Failed logins in a row are one event that says how many they are; what a text may make us count is limited. */
const MOST_ATTEMPTS = 100
const attempts: Computed = {
  from: ['message'],
  to: (message) => {
    const count = Number(/^\s*(\d{1,6}) failed login/.exec(message ?? '')?.[1] ?? 1)
    return String(Math.min(Math.max(count, 1), MOST_ATTEMPTS))
  },
}

const classify = (id?: string): Classified => lookup(activityEvents, id?.trim()) ?? { ignore: 'other-event' }

const firstOf: Computed['to'] = (...values) => values.find((value) => value !== undefined)

/** What the columns of one export are called. */
interface Columns {
  readonly ids: readonly Path[]
  readonly times: readonly Path[]
  readonly users: readonly Path[]
  readonly addresses: readonly Path[]
}

const shapeOf = (name: string, signature: CsvShape['signature'], { ids, times, users, addresses }: Columns): CsvShape => ({
  name,
  kind: 'csv',
  signature,
  fields: {
    // As the site writes dates; those that could be read in two ways are refused.
    time: { path: times, syntax: 'any' },
    username: somebody(...users),
    tenant: ['site', 'blog'],
    ip: addresses,
    userAgent: 'user agent',
  },
  subjects: { target: { username: target, actor: somebody(...users) } },
  classify: { by: [{ from: ids, to: firstOf }], to: classify },
  repeat: attempts,
})

const addresses = ['ip address', 'source ip', 'client ip', 'ip']
const users = ['username', 'user']

/** WP Activity Log: export of the log view, and of its reports, which name the columns otherwise; in Japanese as its translation has them. */
export const activityLog: readonly CsvShape[] = [
  shapeOf(
    'activity-log',
    { columns: ['event id', 'severity', 'message'] },
    { ids: ['event id'], times: ['date and time', 'date & time', 'date', 'timestamp'], users, addresses },
  ),
  shapeOf(
    'activity-report',
    { columns: ['code', 'date', 'source ip', 'message'], any: users },
    { ids: ['code'], times: ['date', 'date and time'], users, addresses },
  ),
  shapeOf(
    'activity-log-ja',
    { columns: ['メッセージ', 'オブジェクト'], any: ['イベントタイプ', 'イベント種別', 'イベントの種類'] },
    {
      ids: ['コード', 'イベント id', 'イベントid', 'id'],
      times: ['日付', '日時', '日付と時刻'],
      users: ['ユーザー名', 'ユーザー'],
      addresses: ['送信元ip', '送信元 ip', 'ip アドレス', 'ipアドレス', 'ip'],
    },
  ),
]
