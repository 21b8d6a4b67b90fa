import { describe, expect, it } from 'vitest'
import { findPersonalDevices } from '../../src/cases/rows/personal-devices.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs } from './support.ts'
import { tableOf } from './table.ts'

const DAY = 24 * 3600
const HOME = {
  ip: '192.0.2.10',

  user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/155.0.0.0 Safari/537.36',
}
const AWAY = {
  ip: '203.0.113.11',
  user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/27.0 Mobile/15E148 Safari/604.1',
}
const START = Date.UTC(2026, 9, 1) / 1000

interface Deed {
  readonly at: number
  readonly from: typeof HOME
  readonly device: string | undefined
  readonly result?: 'failure'
}

const record = ({ at, from, device, result }: Deed, account = 'u1'): string =>
  JSON.stringify({
    timestamp: new Date((START + at) * 1000).toISOString(),
    user_id: account,
    action: 'login',
    result: result ?? 'success',
    reason: result === undefined ? undefined : 'bad-password',
    device_id: device,
    ...from,
  })

const past = [0, 3, 6, 9, 12, 15, 18].map((day): Deed => ({ at: day * DAY, from: HOME, device: 'laptop' }))
const WHEN = 19 * DAY
/** People keep no time. */
const uneven = (index: number): number => (index * index * 7) % 37
const misses = (count: number, device?: string): readonly Deed[] =>
  Array.from({ length: count }, (_, index) => ({ at: WHEN + index * 40 + uneven(index), from: AWAY, device, result: 'failure' }))
const entry = (after: number, device?: string): Deed => ({ at: WHEN + after * 40, from: AWAY, device })

const judge = async (deeds: readonly Deed[]): Promise<CaseDocument> =>
  scanLogs({
    'login.ndjson': [...past, ...deeds]
      .toSorted((one, other) => one.at - other.at)
      .map((deed) => record(deed))
      .join('\n'),
  })
const verdictOf = async (deeds: readonly Deed[]): Promise<string | undefined> => accountOf(await judge(deeds), 'u1')?.verdict

describe('the machine of a login', () => {
  it('another one, at a new place with a new program after many misses: somebody else got in', async () => {
    expect(await verdictOf([...misses(24, 'other'), entry(24, 'other')])).toBe('suspected')
  })
  it("the owner's laptop at the same place after as many misses: the owner is away from home", async () => {
    expect(await verdictOf([...misses(24, 'laptop'), entry(24, 'laptop')])).toBeUndefined()
  })
  it('a new one that is at home the next week: the owner bought a telephone', async () => {
    const later: Deed = { at: 26 * DAY, from: { ...AWAY, ip: HOME.ip }, device: 'other' }
    expect(await verdictOf([...misses(24, 'other'), entry(24, 'other'), later])).toBeUndefined()
  })
  it('tells nobody apart where seven accounts share it', async () => {
    const lines = [...'abcdefg'].map((account, index) => record({ at: index * 60, from: HOME, device: 'till' }, account))
    const table = await tableOf({ 'login.ndjson': [...lines, record({ at: 900, from: HOME, device: 'own' }, 'a')].join('\n') })
    const isPersonal = findPersonalDevices(table)
    expect(isPersonal[table.device.get(0)]).toBe(0)
    expect(isPersonal[table.device.get(table.size - 1)]).toBe(1)
    const onlyShared = await tableOf({ 'login.ndjson': lines.join('\n') })
    expect([...findPersonalDevices(onlyShared)]).toEqual([0])
  })
})

describe('an owner who logs in while somebody else guesses', () => {
  it('does not make the guesses before it forgotten', async () => {
    const owner: Deed = { at: WHEN + 500, from: HOME, device: 'laptop' }
    const document = await judge([...misses(24), owner, entry(24)])
    expect(accountOf(document, 'u1')).toMatchObject({ verdict: 'suspected' })
    expect(accountOf(document, 'u1')?.reasons.some(({ text }) => text.includes('24'))).toBe(true)
  })
})
