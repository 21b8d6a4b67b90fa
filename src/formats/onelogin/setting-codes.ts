import type { EventMeaning } from './codes.ts'

const policy: EventMeaning = { action: 'policy-change', outcome: 'success' }
const provider: EventMeaning = { action: 'identity-provider-change', outcome: 'success' }
const key: EventMeaning = { action: 'token-create', outcome: 'success' }
const keyGone: EventMeaning = { action: 'token-revoke', outcome: 'success' }
const refused: EventMeaning = { action: 'other', outcome: 'blocked', reason: 'policy-denied' }

/**
 * `event_type_id`, of what administrators do to how people log in; same sources as the other table. Of authentication factors 170 to 172
 * are about one person's as well. Smart hooks (2003 …) are programs that run at each login, broadcasters (410 …) carry this log away.
 */
export const settings = {
  70: policy,
  71: policy,
  74: provider,
  75: provider,
  76: provider,
  112: provider,
  119: provider,
  156: policy,
  157: policy,
  158: policy,
  161: policy,
  162: policy,
  163: policy,
  170: { action: 'mfa-enroll', outcome: 'success' },
  171: { action: 'mfa-enroll', outcome: 'success' },
  172: { action: 'mfa-remove', outcome: 'success' },
  174: policy,
  175: policy,
  176: policy,
  179: key,
  180: keyGone,
  181: key,
  182: keyGone,
  183: policy,
  184: policy,
  185: policy,
  197: policy,
  203: policy,
  204: policy,
  205: policy,
  215: policy,
  410: policy,
  411: policy,
  412: policy,
  931: policy,
  932: policy,
  1200: refused,
  1201: refused,
  2003: policy,
  2007: policy,
  2009: policy,
  2100: policy,
  2101: policy,
  2102: policy,
  2103: policy,
  2104: policy,
  2105: policy,
  2110: policy,
  2111: policy,
  2112: policy,
  2113: policy,
  2114: refused,
  3024: refused,
  3025: refused,
} as const satisfies Readonly<Record<number, EventMeaning>>
