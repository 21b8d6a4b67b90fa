import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { invariantPart } from '../support/invariant.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const root = tempFolder()

const stamp = (second: number): string => new Date(Date.UTC(2026, 9, 4, 1, 0, second)).toISOString().replace('.000Z', '+00:00')

/** One failed login per line, each its own connection; several in one second where `perSecond` says so. */
const sshdLines = (count: number, perSecond = 1): readonly string[] =>
  Array.from(
    { length: count },
    (_, index) =>
      `${stamp(Math.floor(index / perSecond))} host1 sshd[${2000 + index}]: Failed password for root from 203.0.113.${index % 200} port ${30_000 + index} ssh2\n`,
  )

let folders = 0
const run = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = join(root, String((folders += 1)))
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const { document } = await analyze(runOptions([folder]))
  return {
    events: document.summary.events,
    used: document.run.inputs.map(({ used }) => used),
    duplicates: document.run.inputs.map(({ duplicates }) => duplicates),
    notes: document.run.inputs.map(({ notes }) => notes),
    invariant: invariantPart(document),
  }
}

const LINES = sshdLines(400)
const text = (lines: readonly string[]): string => lines.join('')

describe('records without an id in two inputs', () => {
  test('the same file twice counts once, and its copy stays used', async () => {
    const alone = await run({ 'a.log': text(LINES) })
    const twice = await run({ 'a.log': text(LINES), 'b.log': text(LINES) })
    expect(twice).toMatchObject({ events: 400, used: [400, 400], duplicates: [0, 400] })
    expect(twice.invariant).toBe(alone.invariant)
  })

  test('the same log plain and compressed counts once', async () => {
    expect(await run({ 'a.log': text(LINES), 'b.log.gz': gzipSync(text(LINES)) })).toMatchObject({ events: 400, duplicates: [0, 400] })
  })

  test('equal records in files that differ in their bytes only count once, not never', async () => {
    const crlf = text(LINES).replaceAll('\n', '\r\n')
    expect(await run({ 'a.log': text(LINES), 'b.log': crlf })).toMatchObject({ events: 400, duplicates: [0, 400] })
  })

  test('an earlier copy of a log that grew counts once', async () => {
    expect(await run({ 'old.log': text(LINES.slice(0, 250)), 'now.log': text(LINES) })).toMatchObject({ events: 400, duplicates: [0, 250] })
    expect(await run({ 'a-old.log': text(LINES.slice(0, 250)), 'b-now.log': text(LINES) })).toMatchObject({
      events: 400,
      duplicates: [0, 250],
    })
  })

  test.each([
    ['in the order of time', 'a.log', 'b.log'],
    ['the later one first', 'b.log', 'a.log'],
  ])('an end that is the beginning of another counts once: %s', async (_, earlier, later) => {
    const whole = await run({ 'a.log': text(LINES) })
    const overlapping = await run({ [earlier]: text(LINES.slice(0, 250)), [later]: text(LINES.slice(150)) })
    expect(overlapping.events).toBe(400)
    expect(overlapping.duplicates.toSorted((a, b) => a - b)).toEqual([0, 100])
    expect(overlapping.invariant).toBe(whole.invariant)
  })

  test('of records that repeat, as many count as the one input has that has more of them', async () => {
    const again = `${stamp(200)} host1 sshd[900]: Failed password for root from 198.51.100.1 port 40000 ssh2\n`
    const left = [...LINES.slice(0, 201), again, again, again, ...LINES.slice(201, 300)]
    const right = [...LINES.slice(150, 201), again, again, ...LINES.slice(201)]
    expect(await run({ 'a.log': text(left), 'b.log': text(LINES.slice(150)) })).toMatchObject({ events: 403, duplicates: [0, 150] })
    expect(await run({ 'a.log': text(LINES.slice(150)), 'b.log': text(left) })).toMatchObject({ events: 403, duplicates: [0, 150] })
    expect(await run({ 'a.log': text([...LINES.slice(0, 300), again]), 'b.log': text(right) })).toMatchObject({ events: 402 })
    const both = text([...right, ...right])
    expect(await run({ 'a.log': text(right), 'b.log': both })).toMatchObject({ events: 504, duplicates: [0, 252] })
  })

  test('a copy of days in the middle counts once, and is said', async () => {
    const whole = await run({ 'a.log': text(LINES) })
    const both = await run({ 'a.log': text(LINES), 'day.log': text(LINES.slice(120, 260)) })
    expect(both).toMatchObject({ events: 400, duplicates: [0, 140] })
    expect(both.invariant).toBe(whole.invariant)
    expect(both.notes).toEqual([[], [{ id: 'overlap', level: 'info', data: { count: 140, path: expect.stringMatching(/a\.log$/) } }]])
  })

  test('an export with a filter counts once beside one without, whichever began earlier and however each is sorted', async () => {
    const some = LINES.filter((_, index) => index % 3 === 0).reverse()
    expect(await run({ 'a.log': text(LINES), 'b.log': text(some) })).toMatchObject({ events: 400, duplicates: [0, 134] })
    expect(await run({ 'a.log': text(some.slice(40)), 'b.log': text(LINES.slice(150)) })).toMatchObject({ events: 250 + 50 })
  })

  test('equal records of one second may stand in another order', async () => {
    const crowded = sshdLines(400, 4)
    const shuffled = crowded.map((_, index) => crowded[index - (index % 4) + ((index + 1) % 4)] as string)
    // 398 records of the second, which begins and ends within a second.
    expect(await run({ 'a.log': text(crowded), 'b.log': text(shuffled.slice(1, 399)) })).toMatchObject({
      events: 400,
      duplicates: [0, 398],
    })
  })

  test('two logs that share records only now and then are two logs', async () => {
    const others = LINES.map((line, index) => (index % 50 === 49 ? line.replace('root', 'admin') : line))
    expect(await run({ 'a.log': text(LINES), 'b.log': text(others) })).toMatchObject({ events: 800, duplicates: [0, 0] })
  })

  test('two hosts that are tried in lockstep are two hosts, although no name of a host is decoded', async () => {
    const onHost = (host: string): string =>
      Array.from(
        { length: 300 },
        (_, index) =>
          `${stamp(index)} ${host} postfix/smtpd[77]: warning: unknown[203.0.113.${index % 200}]: SASL LOGIN authentication failed: UGFzc3dvcmQ6\n`,
      ).join('')
    expect(await run({ 'a.log': onHost('mx1'), 'b.log': onHost('mx2') })).toMatchObject({ events: 600, duplicates: [0, 0] })
    expect(await run({ 'a.log': onHost('mx1'), 'b.log': onHost('mx1') + stamp(400) })).toMatchObject({ events: 300 })
  })

  test('newest-first parts overlap like any others', async () => {
    const parts = { 'a.log': text(LINES.slice(0, 250).toReversed()), 'b.log': text(LINES.slice(150).toReversed()) }
    expect((await run(parts)).events).toBe(400)
  })

  test('three parts, each beginning before the last one ends', async () => {
    const parts = { 'a.log': text(LINES.slice(0, 200)), 'b.log': text(LINES.slice(100, 350)), 'c.log': text(LINES.slice(240)) }
    expect(await run(parts)).toMatchObject({ events: 400, duplicates: [0, 100, 110] })
  })

  test('an overlap of fewer than 20 records may be chance and counts twice', async () => {
    expect(await run({ 'a.log': text(LINES.slice(0, 169)), 'b.log': text(LINES.slice(150)) })).toMatchObject({
      events: 419,
      duplicates: [0, 0],
    })
  })

  test('an overlap within one second may be a burst that two hosts saw, and counts twice', async () => {
    const burst = sshdLines(400, 200)
    expect(await run({ 'a.log': text(burst.slice(0, 200)), 'b.log': text(burst.slice(100)) })).toMatchObject({
      events: 500,
      duplicates: [0, 0],
    })
  })

  test('lines that repeat to the letter all count, also when each lies in a file of its own', async () => {
    const refused = `${stamp(0)} host1 sshd[2000]: Failed password for root from 203.0.113.9 port 30000 ssh2\n`
    const together = await run({ 'a.log': refused.repeat(3) })
    const apart = await run({ 'a.log': refused, 'b.log': refused, 'c.log': refused })
    expect([together.events, apart.events]).toEqual([3, 3])
    expect(apart.invariant).toBe(together.invariant)
  })

  test('equal lines within one input are separate events', async () => {
    const crowded = `${stamp(0)} host1 sshd[2000]: Failed password for root from 203.0.113.9 port 30000 ssh2\n`
    expect(await run({ 'a.log': crowded.repeat(150) })).toMatchObject({ events: 150, duplicates: [0] })
  })

  test('a table without an id column', async () => {
    const row = (index: number): string =>
      `${stamp(index)},user${index % 7}@shop.example,${index % 3 === 0 ? 'success' : 'failure'},203.0.113.${index % 200}\n`
    const rows = Array.from({ length: 300 }, (_, index) => row(index))
    const table = (some: readonly string[]): string => `timestamp,username,result,ip\n${some.join('')}`
    expect(await run({ 'a.csv': table(rows), 'b.csv': table(rows) })).toMatchObject({ events: 300, duplicates: [0, 300] })
    expect(await run({ 'a.csv': table(rows.slice(0, 200)), 'b.csv': table(rows.slice(80)) })).toMatchObject({
      events: 300,
      duplicates: [0, 120],
    })
  })
})

describe('records with an id', () => {
  const journal = (index: number): string =>
    `${JSON.stringify({
      __CURSOR: `s=c0ffee;i=${index.toString(16)}`,
      __REALTIME_TIMESTAMP: String(Date.UTC(2026, 9, 4, 1, 0, index) * 1000),
      _HOSTNAME: 'host1',
      _PID: String(3000 + index),
      _UID: '0',
      _EXE: '/usr/sbin/sshd',
      SYSLOG_IDENTIFIER: 'sshd',
      MESSAGE: `Failed password for root from 203.0.113.7 port ${40_000 + index} ssh2`,
    })}\n`
  const entries = Array.from({ length: 30 }, (_, index) => journal(index))

  test("a journal's entries count once, however short the overlap", async () => {
    expect(await run({ 'a.ndjson': text(entries.flatMap((entry) => [entry, entry])) })).toMatchObject({ events: 30, duplicates: [30] })
    expect((await run({ 'a.ndjson': text(entries.slice(0, 20)), 'b.ndjson': text(entries.slice(15)) })).events).toBe(30)
  })

  test('one entry that stands for several tries stays several events', async () => {
    const [first = ''] = entries
    const repeated = first.replace('Failed password', 'message repeated 4 times: [ Failed password').replace(' ssh2', ' ssh2]')
    expect(await run({ 'a.ndjson': repeated })).toMatchObject({ events: 4, used: [1], duplicates: [0] })
    expect(await run({ 'a.ndjson': repeated + repeated })).toMatchObject({ events: 4, used: [2], duplicates: [1] })
  })
})

describe('one path named twice', () => {
  test.each([
    ['the same words', (folder: string) => [join(folder, 'a.log'), join(folder, 'a.log')]],
    ['through its folder', (folder: string) => [folder, join(folder, 'a.log')]],
    ['with a detour', (folder: string) => [join(folder, 'a.log'), `${folder}/../${folder.slice(folder.lastIndexOf('/') + 1)}/a.log`]],
  ])('%s', async (_, inputsOf) => {
    const folder = join(root, String((folders += 1)))
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.log'), text(LINES))
    const once = await analyze(runOptions([folder]))
    const twice = await analyze(runOptions(inputsOf(folder)))
    expect(twice.document.run.inputs.length).toBe(1)
    expect(twice.document.summary.events).toBe(400)
    expect(invariantPart(twice.document)).toBe(invariantPart(once.document))
  })
})
