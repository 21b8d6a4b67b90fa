import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { firstEventsOf } from '../support/first-events.ts'
import { readBothWays } from '../support/read-both-ways.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const { agree } = readBothWays()

/** What an application prints in a container: no time, the container has one. */
const OBJECTS = [
  '{"event":"login_failure","user":"hanako","sourceIp":"192.0.2.10"}',
  '{"event":"login_success","user":"hanako","sourceIp":"192.0.2.10"}',
]
const LINES = ['login failed user=hanako ip=192.0.2.10', 'login success user=hanako ip=192.0.2.10']
const AT = ['2026-11-21T02:14:05.123Z', '2026-11-21T02:15:05.123Z'] as const
const nano = (n: number): string => `${Date.parse(AT[n] ?? '')}000000`
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const spaced = (n: number): string => (AT[n] ?? '').replace('T', ' ').replace('Z', '')

type Wrap = (line: string, n: number) => string
type Join = (all: readonly string[]) => string
const byLine: Join = (all) => `${all.join('\n')}\n`

const CARRIERS: readonly [string, Wrap, Join][] = [
  ['Docker', (log, n) => JSON.stringify({ log: `${log}\n`, stream: 'stdout', time: AT[n] }), byLine],
  [
    'Fluent Bit',
    (log, n) => JSON.stringify({ date: Date.parse(AT[n] ?? '') / 1000, log, stream: 'stdout', kubernetes: { pod_name: 'p' } }),
    byLine,
  ],
  ['CRI', (log, n) => `${AT[n]} stdout F ${log}`, byLine],
  ['Loki', (line, n) => JSON.stringify({ line, timestamp: nano(n), fields: { app: 'shop' } }), (all) => `[${all.join(',')}]`],
  [
    'CloudWatch',
    (message, n) => JSON.stringify({ timestamp: Date.parse(AT[n] ?? ''), message, ingestionTime: 1, logStreamName: 's' }),
    (all) => `{"events":[${all.join(',')}]}`,
  ],
  [
    'CloudWatch Insights, the API',
    (value, n) =>
      JSON.stringify([
        { field: '@timestamp', value: spaced(n) },
        { field: '@message', value },
        { field: '@ptr', value: 'p' },
      ]),
    (all) => `{"results":[${all.join(',')}],"status":"Complete"}`,
  ],
  [
    'CloudWatch Insights, the console',
    (message, n) => `${spaced(n)},${cell(message)}`,
    (all) => ['@timestamp,@message', ...all, ''].join('\n'),
  ],
]

const EVENTS = ['2026-11-21T02:14:05.123Z login failure hanako 192.0.2.10', '2026-11-21T02:15:05.123Z login success hanako 192.0.2.10']

describe.each(CARRIERS)('%s: what does not say when it was written has the time of what carries it', (_, wrap, joinAll) => {
  test.each([
    ['objects', OBJECTS],
    ['lines', LINES],
  ])('%s', async (_kind, logged) => {
    expect((await firstEventsOf(joinAll(logged.map(wrap)))).events).toEqual(EVENTS)
  })

  test('what says it itself has its own', async () => {
    const own = OBJECTS.map((text) => text.replace('{', '{"ts":"2026-11-20T01:00:00Z",'))
    expect((await firstEventsOf(joinAll(own.map(wrap)))).events[0]).toBe('2026-11-20T01:00:00.000Z login failure hanako 192.0.2.10')
  })

  test('and is found again where it is cited', async () => {
    const tried = (n: number): string => `login failed user=member${n} ip=203.0.113.9`
    const log = Array.from({ length: 40 }, (_row, n) => (n === 39 ? wrap(LINES[1] ?? '', 1) : wrap(tried(n), 0)))
    writeFileSync(join(folder, 'log'), joinAll(log))
    const { document } = await analyze(runOptions(['log'], { cwd: folder }))
    expect(document.run.inputs[0]).toMatchObject({ used: 40, rejected: 0 })
    expect(document.findings.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(0)
  })

  test('the same in a log that is scanned', async () => {
    const many = Array.from({ length: 2500 }, (_row, n) => wrap(OBJECTS[n % 2] ?? '', n % 2))
    expect(await agree(joinAll(many))).toBe(2500)
  })
})
