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

const shapeOf = (name: string, id: Path, times: readonly Path[], users: readonly Path[], columns: readonly string[]): CsvShape => ({
  name,
  kind: 'csv',
  signature: { columns },
  fields: {
    // As the site writes dates; those that could be read in two ways are refused.
    time: { path: times, syntax: 'any' },
    username: somebody(...users),
    tenant: ['site', 'blog'],
    ip: ['ip address', 'source ip', 'client ip', 'ip'],
    userAgent: 'user agent',
  },
  subjects: { target: { username: target, actor: somebody(...users) } },
  classify: { by: [id], to: classify },
  repeat: attempts,
})

/** WP Activity Log: export of the log view, and of its reports, which name the columns otherwise. */
export const activityLog: readonly CsvShape[] = [
  shapeOf(
    'activity-log',
    'event id',
    ['date and time', 'date & time', 'date', 'timestamp'],
    ['username', 'user'],
    ['event id', 'severity', 'message'],
  ),
  shapeOf('activity-report', 'code', ['date', 'date and time'], ['username', 'user'], ['code', 'date', 'username', 'source ip', 'message']),
]
