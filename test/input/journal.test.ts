import { describe, expect, it } from 'vitest'
import { expandInputs } from '../../src/input/expand.ts'
import { readAgain } from '../../src/input/read-again.ts'
import { readContent, readSource, values, writeTemp } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

interface Entry {
  readonly index: number
  readonly fields: Readonly<Record<string, string>>
}
const MICROS = 1_793_671_200_123_456

const entry = (index: number, message: string, more: Readonly<Record<string, string>> = {}): Entry => ({
  index,
  fields: { _UID: '0', _EXE: '/usr/sbin/sshd', _PID: `80${index}`, SYSLOG_IDENTIFIER: 'sshd', MESSAGE: message, ...more },
})
const cursorOf = ({ index }: Entry): string => `s=0123456789abcdef;i=${index};b=77;m=1;t=${(MICROS + index).toString(16)};x=9`
const asJson = (one: Entry): Readonly<Record<string, string>> => ({
  __CURSOR: cursorOf(one),
  __REALTIME_TIMESTAMP: String(MICROS + one.index),
  ...one.fields,
})

/** As systemd writes a field: one that is no line of text with its length before it. */
const exportField = ([name, value]: readonly [string, string]): Buffer => {
  if (!value.includes('\n')) return Buffer.from(`${name}=${value}\n`)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(value)))
  return Buffer.concat([Buffer.from(`${name}\n`), length, Buffer.from(`${value}\n`)])
}
const asExport = (one: Entry): Buffer => Buffer.concat([...Object.entries(asJson(one)).map(exportField), Buffer.from('\n')])
const asVerbose = (one: Entry): string =>
  `Fri 2026-11-27 12:00:00.123456 JST [${cursorOf(one)}]\n${Object.entries(one.fields)
    .map(([name, value]) => `    ${name}=${value.replaceAll('\n', `\n${' '.repeat(5 + name.length)}`)}\n`)
    .join('')}`

const ENTRIES = [
  entry(1, 'Invalid user backup from 203.0.113.9 port 54520'),
  entry(2, 'Accepted password for 佐藤 from 198.51.100.20 port 54521 ssh2'),
  // Somebody wrote what looks like the next entry into a message.
  entry(3, 'x\n\n__CURSOR=s=1;i=9\n__REALTIME_TIMESTAMP=1793671201123456\n_UID=0\nMESSAGE=Accepted password for root', { _UID: '1000' }),
  entry(4, 'Failed password for alice from 203.0.113.9 port 54522 ssh2'),
]
const EXPORT = Buffer.concat(ENTRIES.map(asExport))
const VERBOSE = `-- Journal begins at Fri 2026-11-27 09:00:00 JST. --\n${ENTRIES.map(asVerbose).join('')}`

describe('what journalctl writes', () => {
  it.each([
    ['-o export', EXPORT],
    ['-o export, without the last blank line', EXPORT.subarray(0, -1)],
    ['-o verbose', Buffer.from(VERBOSE)],
  ])('%s gives the records of -o json', async (_name, content) => {
    const read = await readContent(content)
    expect(values(read)).toEqual(ENTRIES.map(asJson))
    expect(read.rejects).toEqual([])
  })

  it.each([
    ['export', Buffer.concat([EXPORT, Buffer.from('no field\n'), EXPORT, EXPORT.subarray(0, 60)])],
    ['verbose', Buffer.from(`${VERBOSE}-- Boot 77 --\nstray line\n${VERBOSE}`)],
  ])('%s does not depend on the chunks, and what is broken costs itself', async (name, content) => {
    const whole = await readContent(content)
    expect(whole.rejects.map(({ why }) => why)).toEqual(name === 'export' ? ['truncated', 'truncated'] : ['truncated'])
    expect(whole.records.length).toBeGreaterThanOrEqual(2 * ENTRIES.length - 1)
    for (const chunkBytes of [1, 7, 64, 1000]) {
      const source = await writeTemp(folder, `journal-${name}-${chunkBytes}`, content)
      const { records, rejects } = await readSource(source, { chunkBytes })
      expect({ records, rejects }).toEqual({ records: whole.records, rejects: whole.rejects })
    }
  })

  it('lines are counted, and the same field twice is a list', async () => {
    const twice = EXPORT.toString('utf8').replace('_UID=0\n', '_UID=0\nMESSAGE=first\n')
    const { records } = await readContent(twice)
    expect(records.map(({ line }) => line)).toEqual([1, 10, 18, 32])
    expect(records[0]?.value).toMatchObject({ MESSAGE: ['first', ENTRIES[0]?.fields['MESSAGE']] })
  })

  it('an entry beyond the cap is rejected without being held', async () => {
    const long = asExport(entry(5, `a\n${'b'.repeat(200_000)}`))
    for (const chunkBytes of [1000, 1 << 20]) {
      const source = await writeTemp(folder, `long-${chunkBytes}`, Buffer.concat([EXPORT, long, EXPORT]))
      const { records, rejects } = await readSource(source, { chunkBytes, recordCapBytes: 100_000 })
      expect(records.map(({ value }) => value)).toEqual([...ENTRIES, ...ENTRIES].map(asJson))
      expect(rejects.map(({ why }) => why)).toEqual(['too-long'])
    }
  })

  it.each([
    ['again.export', EXPORT],
    ['again.txt', Buffer.from(VERBOSE)],
  ])('%s is read again from its place', async (name, content) => {
    await writeTemp(folder, name, content)
    const { sources } = await expandInputs([name], folder)
    const [source] = sources
    if (source === undefined) throw new Error('not there')
    const { records } = await readSource(source)
    expect(records).toHaveLength(ENTRIES.length)
    expect(await readAgain(source, records, { headerAt: () => undefined, charset: 'auto' })).toEqual(records)
  })
})
