import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attackerOf, auth0Admin, auth0Event, auth0Id, oktaAdmin, oktaEvent, shopFile, shopLine } from './make-logs.ts'

const RECOVERY = Date.parse('2026-11-21T01:00:00Z')
/** The log goes on until the tokens of all but Auth0 (a day) have run out. */
export const LOG_END = RECOVERY + 6 * 3_600_000

/** What was really done, by system and account; whatever is not here was not. */
export const DONE = {
  auth0: { revoked: 900, reset: 600 },
  okta: { revoked: 1000, reset: 1000, stillIn: 7 },
  shop: { revoked: 1000, reset: 0 },
} as const

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)
const api = (account: number): string => `/api/v2/users/${encodeURIComponent(auth0Id(account))}`

/**
 * The logs of the morning after: administrators end sessions and reset passwords, not for all. One thief goes on at Okta with a session
 * that nobody ended in time; one at Auth0 is refused. Thieves change nothing that could be mistaken for recovery.
 */
export const writeRecovery = (folder: string): void => {
  const auth0 = [
    ...range(DONE.auth0.revoked).map((i) => auth0Admin(RECOVERY + i * 1000, 'delete', `${api(i)}/sessions`)),
    ...range(DONE.auth0.reset).map((i) => auth0Admin(RECOVERY + 2_000_000 + i * 1000, 'patch', api(i), { password: '*****' })),
    auth0Event(RECOVERY + 4_000_000, 'fp', 3, { ip: attackerOf(3), user_agent: 'python-requests/2.32.3', details: null }),
    auth0Event(LOG_END, 'fp', 5, { ip: '133.1.0.6', user_agent: 'python-requests/2.32.3', details: null }),
  ]
  const okta = [
    ...range(DONE.okta.revoked).map((i) => oktaAdmin(RECOVERY + i * 1000, 'user.session.clear', i)),
    ...range(DONE.okta.reset).map((i) => oktaAdmin(RECOVERY + 2_000_000 + i * 1000, 'user.account.reset_password', i)),
    oktaEvent(RECOVERY + 5_000_000, 'user.authentication.sso', DONE.okta.stillIn, {
      client: {
        userAgent: { rawUserAgent: 'python-requests/2.32.3' },
        zone: 'null',
        device: 'Computer',
        id: null,
        ipAddress: attackerOf(DONE.okta.stillIn),
      },
      authenticationContext: { authenticationStep: 0, externalSessionId: `a${DONE.okta.stillIn}` },
    }),
  ]
  const shop = range(DONE.shop.revoked).map((i) => shopLine(RECOVERY + i * 1000, i, '全端末ログアウト', true, '', ''))
  writeFileSync(join(folder, 'auth0-2.ndjson'), `${auth0.join('\n')}\n`)
  writeFileSync(join(folder, 'okta-2.ndjson'), `${okta.join('\n')}\n`)
  writeFileSync(join(folder, 'member-log-2.csv'), shopFile(shop))
}
