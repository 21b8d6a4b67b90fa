import { expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 10, 2)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0'

const signIn = (minute: number, person: number, ip: string, program: string, errorCode: number) => ({
  id: `${minute}-${person}`,
  createdDateTime: new Date(START + minute * MINUTE_MS).toISOString(),
  userPrincipalName: `user${person}@contoso.example`,
  userId: `00000000-0000-4000-8000-0000000000${String(person).padStart(2, '0')}`,
  appDisplayName: 'OfficeHome',
  ipAddress: ip,
  userAgent: program,
  clientAppUsed: 'Browser',
  isInteractive: true,
  status: { errorCode, failureReason: 'Other.' },
})

it('shows what is usual for an account that was only tried and whose password is known', async () => {
  const mornings = Array.from({ length: 9 }, (_, day) =>
    Array.from({ length: 20 }, (_unused, person) => signIn(day * DAY + person, person, `118.0.4.${person + 10}`, EDGE, 0)),
  ).flat()
  // 50126: wrong password. 50076: the right one, and a second factor is asked for.
  const list = Array.from({ length: 20 }, (_, person) =>
    signIn(9 * DAY + 800 + person / 10, person, '167.99.134.12', 'python-requests/2.31', person === 7 ? 50_076 : 50_126),
  )
  const log = [...mornings, ...list].map((one) => JSON.stringify(one)).join('\n')
  const entry = accountOf(await scanLogs({ 'signins.ndjson': log }), '00000000-0000-4000-8000-000000000007')
  expect(entry?.verdict).toBe('targeted')
  expect(entry?.flags).toContain('passwordKnown')
  expect(entry?.usual.logins).toBe(9)
})
