import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs } from './support.ts'

const MINUTE = 60
const START = Date.UTC(2026, 9, 10) / 1000
const THIEF = {
  ip: '203.0.113.11',
  user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/155.0.0.0 Safari/537.36',
}
const home = (owner: number) => ({
  ip: `192.0.2.${owner}`,
  user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/27.0 Mobile/15E148 Safari/604.1',
})

const record = (at: number, owner: number, action: string, from: typeof THIEF): string =>
  JSON.stringify({ timestamp: new Date((START + at) * 1000).toISOString(), user_id: `u${owner}`, action, result: 'success', ...from })

/** Members 1 to 30 ask for a reset message; those of `readable` use it and log in. */
const wave = (from: (owner: number) => typeof THIEF, readable: (owner: number) => boolean): readonly string[] =>
  Array.from({ length: 30 }, (_, index) => index + 1).flatMap((owner) => {
    const at = owner * 7 * MINUTE
    const asked = record(at, owner, 'password-reset-request', from(owner))
    if (!readable(owner)) return [asked]
    return [asked, record(at + 2 * MINUTE, owner, 'password-reset', from(owner)), record(at + 3 * MINUTE, owner, 'login', from(owner))]
  })

const scan = (lines: readonly string[]): Promise<CaseDocument> => scanLogs({ 'login.ndjson': lines.join('\n') })
const listed = (document: CaseDocument): readonly string[] =>
  document.accounts.filter(({ verdict }) => verdict === 'compromised' || verdict === 'suspected').map(({ account }) => account)

describe('reset messages asked for in numbers', () => {
  it('from one address, two of them used: these two mailboxes could be read', async () => {
    const document = await scan(
      wave(
        () => THIEF,
        (owner) => owner === 9 || owner === 17,
      ),
    )
    expect(listed(document).toSorted()).toEqual(['u17', 'u9'])
    expect(accountOf(document, 'u9')?.reasons.find(({ messageId }) => messageId === 'reason.reset-in-wave-source')?.data).toMatchObject({
      others: 28,
      source: THIEF.ip,
    })
  })
  it('from thirty addresses with one program, two of them used: suspected', async () => {
    const spread = (owner: number): typeof THIEF => ({ ...THIEF, ip: `198.51.100.${owner}` })
    const document = await scan(wave(spread, (owner) => owner === 9 || owner === 17))
    expect(listed(document).toSorted()).toEqual(['u17', 'u9'])
    expect(accountOf(document, 'u9')).toMatchObject({ verdict: 'suspected' })
  })
  it('by owners after a migration, who all use them: nobody', async () => {
    expect(listed(await scan(wave(home, () => true)))).toEqual([])
  })
  it('and none used: nobody got in', async () => {
    expect(
      listed(
        await scan(
          wave(
            () => THIEF,
            () => false,
          ),
        ),
      ),
    ).toEqual([])
  })
})
