import { BSD_TIME, ISO_TIME } from '../syslog-time.ts'
import { MESSAGES } from './messages.ts'

const HEAD = `^(?:<\\d{1,3}>)?(?:${BSD_TIME}|${ISO_TIME}) [\\w.:%-]{1,255} drupal(?:\\[\\d+\\])?: https?://[^|\\s]{1,255}\\|(?<time>\\d{9,11})\\|`

export const DRUPAL_LINE = new RegExp(HEAD.replace('?<time>', '?:'))

/** Address, page, page before, number of who is logged in, link. Visitors choose the page before and what they type: where one holds a bar, nothing behind it can be told. */
const USER = `${HEAD}user\\|(?<ip>[^|]{0,60})\\|[^|]*\\|[^|]*\\|(?<uid>\\d{1,10})\\|[^|]*\\|`

/** First that matches wins. */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(Object.entries(MESSAGES).map(([key, [message]]) => [key, new RegExp(`${USER}(?=[^|]*$)${message}$`)])),
  otherOfUser: new RegExp(`${USER}(?<rest>[^|]*)$`),
  withBars: new RegExp(`${HEAD}user\\|`),
}
