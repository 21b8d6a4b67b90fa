import type { Classification } from '../define-format.ts'

/** TODO: link to the vendor's list of events. */
export const events = {
  'login.succeeded': { action: 'login', outcome: 'success', accountKnown: true },
  'login.failed': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
} as const satisfies Readonly<Record<string, Classification>>

/** Known, and about nobody's login: counted under what stands beside them. */
export const others = {
  'report.created': 'other-event',
} as const satisfies Readonly<Record<string, string>>
