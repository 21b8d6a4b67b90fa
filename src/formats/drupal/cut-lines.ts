import { NO_PATTERN, type LinePlan } from '../../model/line-plan.ts'

const SITE = '{(}<{:priority}>{)}{:syslog} {:host} drupal{(}[{:digits}]{)}: http{(}s{)}://{:site}|{time:epoch}|'

/** By the patterns of messages.ts, with names of ASCII. */
const MESSAGES: readonly (readonly [pattern: string, line: string])[] = [
  ['opened', 'Session opened for {user:name254}.'],
  ['closed', 'Session closed for {user:name254}.'],
  ['failed', 'Login attempt failed for {user:name254}.'],
  ['failedNameless', 'Login attempt failed from {:address}.'],
  ['floodOfAccount', 'Flood control blocked login attempt for uid {target:number} from {:address}'],
  ['flood', 'Flood control blocked login attempt from {:address}'],
  ['resetMailed', 'Password reset instructions mailed to {user:name254} at {:cellWord}.'],
  ['resetLinkUsed', 'User {user:name254} used one-time login link at time {:digits}.'],
  ['created', 'New user: {user:name254} {:local}@{:cellWord}.'],
  ['deleted', 'Deleted user: {user:name254} {:local}@{:cellWord}.'],
]
/** How messages.ts has them begin. */
const BEGINNINGS = ['Session ', 'Login ', 'Flood ', 'Password ', 'User ', 'New user: ', 'Deleted user: ']

/** Cells without a bar, which is what parts them: where a visitor typed one there are too many, and the line is left to the patterns. */
export const cutLines: LinePlan = {
  signs: [' drupal: http', ' drupal['],
  heads: [`${SITE}user|{ip:ip}|{:cell}|{:cell}|{uid:number}|{:cell}|`],
  bodies: [
    ...MESSAGES.map(([pattern, line]) => ({ line, values: { pattern } })),
    { line: `${BEGINNINGS.map((words) => `{!${words}}`).join('')}{rest:cell}`, values: { pattern: 'otherOfUser' } },
  ],
  // What other channels say, cells and all.
  others: [{ heads: [`${SITE}{!user|}{:channel}|`], bodies: [{ line: '{:text}', values: { pattern: NO_PATTERN } }] }],
  modes: new Map([['time', 'time']]),
  runs: {
    site: { letters: '!-{}~', least: 1, most: 255 },
    epoch: { letters: '0-9', least: 9, most: 11 },
    ip: { letters: ' -{}~', least: 0, most: 60 },
    cell: { letters: ' -{}~', least: 0, most: 4000 },
    cellWord: { letters: '!-{}~', least: 1, most: 4000 },
    local: { letters: '!-?A-{}~', least: 1, most: 4000 },
    number: { letters: '0-9', least: 1, most: 10 },
    name254: { letters: ' -{}~', least: 1, most: 254 },
    channel: { letters: ' -{}~', least: 1, most: 200 },
  },
}
