import { describe, expect, it } from 'vitest'
import { learnHistory } from '../../src/cases/habits/history.ts'
import { isPasswordShared } from '../../src/cases/habits/kept-password.ts'
import { createRowReader } from '../../src/cases/rows/row-reader.ts'
import { tableOf } from './table.ts'

const START = Date.UTC(2026, 9, 1)
const HOUR_MS = 3_600_000
const DAY = 24
const HOME = { ip: '192.0.2.7', asn: 64500 }
const NEW = { ip: '203.0.113.5', asn: 64510 }

interface Deed {
  readonly hour: number
  readonly from: typeof HOME
  readonly action?: string
}

const RESET: Deed = { hour: 5 * DAY, from: NEW, action: 'password-reset' }
const PAST: readonly Deed[] = [0, 1, 2, 3].map((day) => ({ hour: day * DAY, from: HOME }))

const isSharedAfter = async (later: readonly Deed[]): Promise<boolean> => {
  const lines = [...PAST, RESET, ...later].map(({ hour, from, action = 'login' }) =>
    JSON.stringify({ timestamp: new Date(START + hour * HOUR_MS).toISOString(), user_id: 'u1', action, result: 'success', ...from }),
  )
  const table = await tableOf({ 'login.ndjson': lines.join('\n') })
  const read = createRowReader(table)
  const rows = Int32Array.from({ length: table.size }, (_, row) => row)
  const reset = PAST.length
  return isPasswordShared(
    reset,
    rows,
    learnHistory(rows, read, read.time(reset), () => true),
    read,
  )
}

describe('a password set in a new place', () => {
  const [here, later, home] = [
    { hour: 5 * DAY + 1, from: NEW },
    { hour: 8 * DAY, from: NEW },
    { hour: 6 * DAY, from: HOME },
  ]
  it("is the owner's where it opens the account from there and from home afterwards", async () => {
    expect(await isSharedAfter([here, home, later])).toBe(true)
  })
  it('is not known to be where it opens the account from one of them only', async () => {
    expect(await isSharedAfter([here, later])).toBe(false)
    expect(await isSharedAfter([here, home])).toBe(false)
  })
  it('is not where it was set anew before the owner came home', async () => {
    const anew: Deed = { hour: 5 * DAY + 20, from: HOME, action: 'password-reset' }
    expect(await isSharedAfter([here, anew, home, later])).toBe(false)
  })
})
