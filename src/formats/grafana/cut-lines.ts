import { logfmt, type LinePlan } from '../../model/line-plan.ts'

/** Who asked, where it is a request's logger that writes: pkg/services/contexthandler of Grafana's code. */
const BEFORE = ['', 'userId={:digits} orgId={:digits} uname= ', 'userId={:digits} orgId={:digits} uname={:bare} '] as const

export const cutLines: LinePlan = {
  signs: ['logger='],
  heads: BEFORE.map((who) => `logger={:logger} ${who}t={t:iso} level={:lowerLevel}`),
  bodies: [{ line: ' {?msg=}{:pairs}', values: {} }],
  modes: new Map([['t', 'time']]),
  runs: { logger: { letters: '\\w.:-', least: 1, most: 80 } },
  pairs: { pairs: { ...logfmt, names: ['msg', 'error', 'status', 'path', 'User', 'remote_addr'] } },
}
