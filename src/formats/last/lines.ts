const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const FULL = `${DAY} ${MONTH} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d \\d{4}`
const SHORT = `${DAY} ${MONTH} {1,2}\\d{1,2} \\d\\d:\\d\\d(?::\\d\\d)?`
const ISO = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[+-]\\d\\d:?\\d\\d|Z)?'
const START = `(?<time>${FULL}|${ISO}|${SHORT})`
/** End of the session: a time of the same form, a word, or nothing yet. */
const REST = `(?: +- (?<end>${FULL}|${ISO}|${SHORT}|\\d\\d:\\d\\d(?::\\d\\d)?|crash|down)? *(?:\\((?:[-+\\d:]{1,20})\\))?| +(?:still logged in|still running|gone - no logout))? *$`
const WHO = '(?<user>\\S{1,256})?'
const HOST = '(?: +(?<host>(?!Mon |Tue |Wed |Thu |Fri |Sat |Sun )\\S{1,255}))?'

/** A row of util-linux's or sysvinit's `last`: name, terminal, host, start, end. */
const ROW = new RegExp(`^${WHO} +(?<tty>(?:pts/|tty|ttyS|ssh:|console|hvc|:)\\S{0,30}) *${HOST} +${START}${REST}`)
const SYSTEM = new RegExp(`^\\S{1,32} +(?:system boot|system down|\\(to lvl \\S\\)|~)(?: +\\S{1,255})? +(?:${FULL}|${ISO}|${SHORT})`)
const TRAILER = new RegExp(`^\\S{1,255} begins ${DAY} ${MONTH}`)

const CELL = '\\[[^\\]]{0,256}\\]'
const cell = (name: string): string => `\\[(?<${name}>[^\\]]{0,256})\\]`
/** utmpdump: `[7] [01234] [ts/0] [bob     ] [pts/0       ] [host] [address] [2026-11-21T02:14:05,000000+00:00]`. */
const DUMP = new RegExp(
  `^\\[(?<type>\\d)\\] \\[\\d{1,10}\\] ${CELL} ${cell('user')} ${cell('tty')} ${CELL} ${cell('host')} \\[(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:,.+-]{8,24})\\s*\\]$`,
)

/** First that matches wins. */
export const TABLE: Readonly<Record<string, RegExp>> = { system: SYSTEM, trailer: TRAILER, row: ROW }
export const DUMPED = { dump: DUMP } as const

/** Any line of `last` and `lastb`. */
export const TABLE_LINE = new RegExp(
  Object.values(TABLE)
    .map(({ source }) => `(?:${source.replaceAll(/\(\?<\w+>/g, '(?:')})`)
    .join('|'),
)
