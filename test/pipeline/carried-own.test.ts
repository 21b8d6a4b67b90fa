import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { carriages } from '../support/carriages.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const read = async (content: string) => {
  writeFileSync(join(folder, 'log'), content)
  const { document } = await analyze(runOptions(['log'], { cwd: folder, nowMs: 0 }), () => undefined)
  const { run } = document
  return run.inputs.map(({ format, used, rejected, notes }) => ({
    format,
    used,
    rejected,
    notes: notes.map(({ id, data }) => [id, data]),
  }))[0]
}

const lines = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

const login = (n: number) => ({
  createdAt: `2026-11-03T0${n % 10}:14:05Z`,
  userId: `customer${n % 4}`,
  ip: `198.51.100.${n}`,
  result: n % 3 === 0 ? 'success' : 'failure',
})
const logins = Array.from({ length: 30 }, (_, n) => login(n))
const SSHD = (n: number) =>
  `2026-11-03T02:1${n % 10}:05+00:00 gate sshd[${100 + n}]: Failed password for root from 203.0.113.${n} port 40${n} ssh2`

describe("somebody's own records", () => {
  test.each(['a column of a database', 'the end of a line', 'a document of a store', 'an export with types'])(
    'are read out of %s',
    async (name) => {
      const carry = carriages[name] as (typeof carriages)[string]
      expect(await read(carry(logins))).toMatchObject({ format: 'generic', used: 30, rejected: 0 })
    },
  )

  test("are read where a store's types stand beside some values", async () => {
    const typed = logins.map((one, n) => ({
      ...one,
      _id: { $oid: `65${n}` },
      createdAt: { $date: { $numberLong: `${1_793_671_800_000 + n}` } },
    }))
    expect(await read(lines(typed))).toMatchObject({
      format: 'generic',
      used: 30,
      notes: expect.arrayContaining([['carried', { place: 'typed' }]]),
    })
  })

  test('are not taken for what a part of them looks like', async () => {
    // A table that is read by its columns stays one, whatever a message in it says.
    const rows = logins.map((one, n) => [one.createdAt, one.userId, one.ip, one.result, SSHD(n)].join(','))
    expect(await read(`${['createdAt,userId,ip,result,comment', ...rows].join('\n')}\n`)).toMatchObject({ format: 'generic', used: 30 })
  })
})

describe('records of a known format', () => {
  test('are read out of a column of lines', async () => {
    const rows = logins.map((_, n) => `${n},x,"${SSHD(n)}"`)
    expect(await read(`${['id,stored,raw_line', ...rows].join('\n')}\n`)).toMatchObject({
      format: 'sshd',
      used: 30,
      notes: expect.arrayContaining([['carried', { place: 'raw_line' }]]),
    })
  })

  test('are read out of a member of a member; what lies deeper is a part of a record', async () => {
    const record = (n: number) => ({
      date: `2026-11-03T02:14:${10 + n}.000Z`,
      type: n % 3 === 0 ? 's' : 'fp',
      client_id: 'Xy12ExampleClient0000000000000001',
      ip: `198.51.100.${n}`,
      user_id: `auth0|${n}`,
      user_name: `member${n}@example.jp`,
      log_id: `900202611030214${n}`,
    })
    const records = logins.map((_, n) => record(n))
    expect(await read(lines(records.map((letter, n) => ({ n, parcel: { n, letter } }))))).toMatchObject({
      format: 'auth0',
      used: 30,
      notes: expect.arrayContaining([['carried', { place: 'parcel.letter' }]]),
    })
    const deeper = await read(lines(records.map((sheet, n) => ({ n, parcel: { n, letter: { n, sheet } } }))))
    expect(deeper).toMatchObject({ format: null, used: 0 })
  })

  test('are not read where two columns hold them equally well', async () => {
    const rows = logins.map((_, n) => `${n},"${SSHD(n)}","${SSHD(n + 40)}"`)
    expect(await read(`${['id,one_line,other_line', ...rows].join('\n')}\n`)).toMatchObject({ format: null, used: 0, rejected: 30 })
  })

  test('are told from what lies beside them', async () => {
    const noise = Array.from({ length: 30 }, (_, n) => ({ n, entry: { job: 'cleanup', took: n } }))
    const carried = logins.map((_, n) => ({ n, entry: { line: SSHD(n) } }))
    expect(await read(lines([...carried, ...noise]))).toMatchObject({ format: 'sshd', used: 30, rejected: 30 })
  })
})
