import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { rejectedShare, whyIncomplete } from '../../src/pipeline/case-inputs.ts'
import type { ProgressReport } from '../../src/pipeline/read-inputs.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const write = (name: string, lines: readonly string[], modified?: string): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  if (modified !== undefined) utimesSync(path, new Date(modified), new Date(modified))
  return path
}

/** A guessing attack that ends in a login: something to cite from each file. */
const guessed = (address: string): readonly string[] => [
  ...Array.from(
    { length: 40 },
    (_, at) =>
      `Nov  3 02:1${Math.floor(at / 10)}:${10 + at} web1 sshd[${2000 + at}]: Failed password for admin from ${address} port ${40_000 + at} ssh2`,
  ),
  `Nov  3 02:15:05 web1 sshd[2100]: Accepted password for admin from ${address} port 50100 ssh2`,
]

const ECS = (at: number): string =>
  JSON.stringify({
    '@timestamp': `2026-11-03T02:${10 + at}:00Z`,
    event: { category: ['authentication'], action: 'login', outcome: 'success' },
    user: { name: `u${at}` },
    source: { ip: '203.0.113.9' },
  })

describe('many inputs', () => {
  test('share their formats, and none keeps a copy', async () => {
    const paths = Array.from({ length: 3 }, (_, at) => write(`share-${at}.ndjson`, [ECS(at)]))
    const { inputs } = (await analyze(runOptions(paths))).inputs
    const [first, ...others] = inputs.map(({ formats }) => formats())
    expect(first?.length).toBeGreaterThan(30)
    for (const formats of others) expect(formats.every((format, at) => format === first?.[at])).toBe(true)
  })

  test('tell how far reading has come: bytes over all of them, and events so far', async () => {
    const paths = Array.from({ length: 3 }, (_, at) => write(`progress-${at}.ndjson`, [ECS(at), ECS(at + 10)]))
    const reports: ProgressReport[] = []
    await analyze(runOptions(paths), (report) => reports.push(report))
    const totalBytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
    expect(reports.at(-1)).toEqual({ bytes: totalBytes, totalBytes, events: 6 })
    const bytes = reports.map((report) => report.bytes)
    expect(bytes).toEqual(bytes.toSorted((one, other) => one - other))
    expect(new Set(bytes).size).toBeGreaterThanOrEqual(paths.length)
  })

  test.each([true, false])('have years of their own, in what is read and in what is cited (read whole: %s)', async (readWhole) => {
    const paths = [
      write('2024.log', guessed('203.0.113.24'), '2024-11-05T00:00:00Z'),
      write('2026.log', guessed('203.0.113.26'), '2026-11-05T00:00:00Z'),
    ]
    const { document } = await analyze(runOptions(paths, { readWhole }))
    expect(document.run.inputs.map(({ first }) => first?.slice(0, 4))).toEqual(['2024', '2026'])
    const cited = document.findings.flatMap(({ evidence }) => evidence.map(({ where }) => where.input))
    expect(new Set(cited)).toEqual(new Set([0, 1]))
  })

  test('of one format are one log when it comes to damage', async () => {
    const garbage = '{"@timestamp": broken'
    const paths = [
      write(
        'good.ndjson',
        Array.from({ length: 40 }, (_, at) => ECS(at % 50)),
      ),
      write('bad.ndjson', [ECS(1), garbage]),
      write('other.log', guessed('203.0.113.7')),
    ]
    const { inputs } = (await analyze(runOptions(paths))).inputs
    expect(inputs.map((input) => rejectedShare(input, inputs))).toEqual([1 / 42, 1 / 42, 0])
    expect(inputs.map((input) => whyIncomplete(input, inputs))).toEqual([undefined, 'truncated', undefined])
    expect(inputs.map((input) => rejectedShare(input, [input]))).toEqual([0, 1 / 2, 0])
  })
})
