import { anyTime, type Classified, type CsvShape } from '../define-format.ts'
import { byActivity } from './classify.ts'
import { eventOf } from './console-words.ts'

interface Columns {
  readonly name: string
  readonly date: string
  readonly event: string
  readonly ip: string
  readonly users: readonly string[]
  /** Columns that only this log has: others have dates, events and addresses too. */
  readonly own: readonly string[]
}

const ENGLISH = { date: 'date', ip: 'ip address', users: ['actor', 'user'], own: ['login type', 'challenge type'] }
const JAPANESE = { date: '日付', ip: 'ip アドレス', users: ['アクター', 'ユーザー'], own: ['ログインの種類', '本人確認方法の種類'] }

const classify = (words: string | undefined): Classified => {
  const decided = byActivity('login', eventOf(words ?? ''))
  // Of a name that no page knows nobody can say that it is not about a login.
  return 'ignore' in decided ? { reject: 'unknown-code', detail: words?.slice(0, 60) ?? '' } : decided
}

const shapeOf = ({ name, date, event, ip, users, own }: Columns): CsvShape => ({
  name,
  kind: 'csv',
  // The time zone of the browser that it was saved with.
  zone: 'option',
  signature: { columns: [date, event, ip], any: own },
  fields: { time: anyTime(date), username: users, ip, protocol: own[0] ?? [] },
  classify: { by: [event], to: classify },
})

/** What the admin console saves of "User log events" (older: the login audit log), in the language of whoever saved it. */
export const consoleCsv: readonly CsvShape[] = [
  shapeOf({ ...ENGLISH, name: 'console-csv', event: 'event' }),
  shapeOf({ ...ENGLISH, name: 'console-csv-older', event: 'event name' }),
  shapeOf({ ...JAPANESE, name: 'console-csv-ja', event: 'イベント' }),
  shapeOf({ ...JAPANESE, name: 'console-csv-ja-older', event: 'イベント名' }),
]
