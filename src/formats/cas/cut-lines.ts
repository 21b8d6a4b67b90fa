import type { LinePlan } from '../../model/line-plan.ts'

/** What was supplied: credentials, of which the kind; a service ticket, with the service; anything else. */
const WHAT = ['Supplied credentials: [{credential:kindOf}{:cell}]', 'ST-{:token} for {service:token}', '{:notSupplied}{:cell}'] as const
/** The browser, and the place, are written by newer versions only. */
const ENDS = ['', '|{agent:cell}', '|{agent:cell}|{:place}'] as const

/** Audit records on one line. A separator inside a value leaves too many cells, and the line to the patterns. */
export const cutLines: LinePlan = {
  signs: ['inspektr.audit.support.Slf4jLoggingAuditTrailManager] - '],
  heads: ['apereo', 'jasig'].map(
    (who) => `{time:commaStamp} {:upperLevel} [org.${who}.inspektr.audit.support.Slf4jLoggingAuditTrailManager] - {:when}|{:application}|`,
  ),
  bodies: WHAT.flatMap((what) =>
    ENDS.map((end) => ({ line: `${what}|{action:action}|{who:name}|{client:address}|{:address}${end}`, values: { pattern: 'single' } })),
  ),
  modes: new Map([['time', 'time']]),
  runs: {
    cell: { letters: ' -\\x7b}~', least: 0, most: 5000 },
    // Who is `audit:unknown` is told by the credentials: left to the patterns.
    name: { letters: ' -9;-\\x7b}~', least: 0, most: 5000 },
    // Where an object may begin it is the other form of the log.
    when: { letters: ' -;=-z}~', least: 10, most: 60 },
    application: { letters: ' -\\x7b}~', least: 1, most: 60 },
    token: { letters: '!-\\x7b}~', least: 1, most: 5000 },
    notSupplied: { letters: ' -RT-rt-\\x7b}~', least: 1, most: 1 },
    kindOf: { letters: '\\w', least: 1, most: 60 },
    action: { letters: 'A-Z0-9_', least: 3, most: 80 },
    place: { letters: ' -=?-\\x7b}~', least: 0, most: 5000 },
  },
}
