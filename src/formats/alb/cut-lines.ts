import type { LinePlan } from '../../model/line-plan.ts'

const PROTOCOLS = ['https', 'http', 'h2', 'wss', 'ws', 'grpcs'] as const
/** How long the three stages took; -1 where no target was asked or none answered. */
const DURATIONS = ['{:seconds} {:seconds} {:seconds}', '-1 -1 -1'] as const
/** The status that the client got, and the target's, or that there is none. */
const STATUSES = [
  ['{status:status} {target:status}', {}],
  ['{status:status} -', { target: '-' }],
  ['- -', { status: '-', target: '-' }],
] as const

/** By the pattern of index.ts: an address in brackets and texts with escapes are left to it. */
export const cutLines: LinePlan = {
  signs: ['Z app/'],
  heads: PROTOCOLS.map((protocol) => `${protocol} {time:iso} app/{:balancer} {ip:address}:{port:port} {:peer} `),
  bodies: DURATIONS.flatMap((durations) =>
    STATUSES.map(([statuses, values]) => ({
      line: `${durations} ${statuses} {:digits} {:digits} "{request:quotedOrNothing}" "{agent:quotedOrNothing}"{:text}`,
      values: { pattern: 'request', ...values },
    })),
  ),
  modes: new Map([['time', 'time']]),
  runs: {
    balancer: { letters: '!-~', least: 1, most: 128 },
    peer: { letters: '!-~', least: 1, most: 64 },
    seconds: { letters: '0-9.', least: 1, most: 20 },
  },
}
