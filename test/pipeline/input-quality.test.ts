import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeClock, describeCompleteness, describeInputs } from '../../src/i18n/describe/input-quality.ts'
import type { CaseDocument, CaseInput } from '../../src/model/case.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { inspectInputs } from '../../src/pipeline/inspect.ts'
import type { AnalyzeOptions } from '../../src/pipeline/options.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

let files = 0
const run = async (logs: Readonly<Record<string, readonly string[]>>, own: Partial<AnalyzeOptions> = {}): Promise<CaseDocument> => {
  files += 1
  const paths = Object.entries(logs).map(([name, lines]) => {
    const path = join(folder, `${files}-${name}`)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return path
  })
  return (await analyze(runOptions(paths, own))).document
}

const HOUR = 3600
const START = Date.UTC(2026, 10, 2) / 1000
const iso = (second: number): string => new Date(second * 1000).toISOString().replace('.000', '')
const wall = (second: number): string => iso(second).replace('T', ' ').replace('Z', '')
const HEADER = 'timestamp,user,ip,result'
const row = (time: string, member: number): string => `${time},member${member},203.0.113.${(member % 200) + 1},success`
const only = ({ run: { inputs } }: CaseDocument): CaseInput => inputs[0] as CaseInput
const EN = { lang: 'en', zone: 'UTC' } as const
const caveats = ({ summary }: CaseDocument): readonly string[] => summary.caveats.map(({ id }) => id)

/** Every ten minutes by day, never from 15 to 23 o'clock UTC, for so many days. */
const officeHours = (days: number): readonly number[] =>
  Array.from({ length: days * 144 }, (_, index) => START + index * 600).filter((at) => (at % 86_400) / HOUR < 15)

describe('completeness of an export', () => {
  test('a silence counts against the same hours of other days, nights do not', async () => {
    const times = officeHours(10).filter((at) => at < START + 4 * 86_400 + 2 * HOUR || at >= START + 4 * 86_400 + 9 * HOUR)
    const document = await run({ 'app.csv': [HEADER, ...times.map((at, index) => row(iso(at), index))] })
    expect(only(document).completeness).toEqual({
      silences: [{ from: '2026-11-06T01:50:00.000Z', to: '2026-11-06T09:00:00.000Z', expected: 42 }],
      moreSilences: 0,
      pageLimit: null,
      missingNumbers: null,
    })
    expect(describeCompleteness(only(document), EN)).toEqual([
      'nothing from 2026-11-06 01:50:00+00:00 to 2026-11-06 09:00:00+00:00 (7 hours 10 minutes), when 42 events are usual',
    ])
    expect(document.summary.caveats.find(({ id }) => id === 'gap')?.data['input']).toBe('generic')
  })

  test('weekends of an office are no gap once there are weeks to compare', async () => {
    const times = officeHours(28).filter((at) => ![0, 6].includes(new Date(at * 1000).getUTCDay()))
    const document = await run({ 'app.csv': [HEADER, ...times.map((at, index) => row(iso(at), index))] })
    expect(only(document).completeness?.silences).toEqual([])
    expect(caveats(document)).not.toContain('gap')
  })

  test('a weekend that the log shows once is no gap, and neither is the one night of a short log', async () => {
    const office = officeHours(12).filter((at) => ![0, 6].includes(new Date(at * 1000).getUTCDay()))
    const weeks = await run({ 'app.csv': [HEADER, ...office.map((at, index) => row(iso(at), index))] })
    expect(only(weeks).completeness?.silences).toEqual([])
    // A day and a half of a site that slows down at night, and once pauses there.
    const days = Array.from({ length: 2 * 1440 }, (_, minute) => minute)
    const isNight = (minute: number): boolean => minute % 1440 >= 900 && minute % 1440 < 1260
    const busy = days.filter((minute) => minute < 2100 && (isNight(minute) ? minute % 25 === 0 : minute % 2 === 0))
    const paused = busy.filter((minute) => minute < 1000 || minute >= 1100)
    const night = await run({ 'app.csv': [HEADER, ...paused.map((minute, index) => row(iso(START + minute * 60), index))] })
    expect(only(night).completeness?.silences).toEqual([])
    const stopped = busy.filter((minute) => minute < 600 || minute >= 700)
    const noon = await run({ 'app.csv': [HEADER, ...stopped.map((minute, index) => row(iso(START + minute * 60), index))] })
    expect(only(noon).completeness?.silences).toMatchObject([{ from: '2026-11-02T09:58:00.000Z', to: '2026-11-02T11:40:00.000Z' }])
  })

  test('what is missing between two files is said of both together, and of neither that it is whole', async () => {
    const times = officeHours(12).map((at, index) => row(iso(at), index))
    const document = await run({ 'a.csv': [HEADER, ...times.slice(0, 300)], 'b.csv': [HEADER, ...times.slice(500)] })
    expect(document.run.inputs.map(({ completeness }) => completeness?.silences)).toEqual([[], []])
    expect(caveats(document)).toContain('gap')
    expect(describeInputs(document, EN)).toEqual({ told: [], others: 0 })
    const paths = document.run.inputs.map(({ path }) => path)
    const { between } = await inspectInputs(runOptions(paths), () => undefined)
    expect(between.map(([format]) => format)).toEqual(['generic'])
  })

  test('exactly as many records as exports are cut off at', async () => {
    const okta = Array.from({ length: 1000 }, (_, index) => ({
      uuid: `id-${index}`,
      published: iso(START + index * 60),
      eventType: 'user.session.start',
      outcome: { result: 'SUCCESS' },
      actor: { id: `00u${index % 50}`, type: 'User', alternateId: `m${index % 50}@example.com` },
      client: { ipAddress: '203.0.113.4' },
    }))
    const document = await run({ 'okta.ndjson': okta.map((event) => JSON.stringify(event)) })
    expect(only(document)).toMatchObject({ records: 1000, format: 'okta', completeness: { pageLimit: 1000 } })
    expect(caveats(document)).toContain('page-limit')
  })

  test('holes in an unbroken numbering, and none claimed where records were left out by kind', async () => {
    const line = (index: number): string =>
      JSON.stringify({
        timestamp: iso(START + index * 60),
        sequence: 5000 + index,
        loggerName: 'org.keycloak.events',
        level: 'DEBUG',
        message: `type="LOGIN", realmId="r", clientId="c", userId="u${index % 9}", ipAddress="203.0.113.7", username="m${index % 9}"`,
      })
    const numbers = Array.from({ length: 400 }, (_, index) => index).filter((index) => index !== 123 && index !== 124)
    const document = await run({ 'kc.ndjson': numbers.map(line) })
    expect(only(document).completeness?.missingNumbers).toEqual({ missing: 2, first: 5000, last: 5399, example: 5123 })
    expect(caveats(document)).toContain('missing-numbers')
    const other = JSON.stringify({
      timestamp: iso(START),
      sequence: 1,
      loggerName: 'org.keycloak.events',
      level: 'DEBUG',
      message: 'type="REFRESH_TOKEN"',
    })
    const whole = await run({ 'kc.ndjson': Array.from({ length: 400 }, (_, index) => line(index)) })
    expect(only(whole).completeness?.missingNumbers).toMatchObject({ missing: 0 })
    expect(describeCompleteness(only(whole), EN)).toEqual([])
    const mixed = await run({ 'kc.ndjson': [...numbers.map(line), other] })
    expect(only(mixed).completeness?.missingNumbers).toBeNull()
  })
})

describe('the clock of an input', () => {
  test('offsets are counted, also where times are read in bulk', async () => {
    const event = (index: number, time: string): string =>
      JSON.stringify({
        uuid: `id-${index}`,
        published: time,
        eventType: 'user.session.start',
        outcome: { result: 'SUCCESS' },
        actor: { id: '00u1', type: 'User', alternateId: 'm@example.com' },
        client: { ipAddress: '203.0.113.4' },
      })
    const lines = Array.from({ length: 30 }, (_, index) =>
      event(index, index % 3 === 0 ? `${wall(START + index * 60).replace(' ', 'T')}+09:00` : iso(START + index * 60)),
    )
    const [fast, whole] = [await run({ 'o.ndjson': lines }), await run({ 'o.ndjson': lines }, { readWhole: true })]
    expect(only(fast).clock?.offsets).toEqual({ '+09:00': 10, Z: 20 })
    expect(only(whole).clock).toEqual(only(fast).clock)
  })

  test('wall-clock times beside others, times that a zone skips or has twice, and times to come', async () => {
    const lines = ['2026-03-08 02:30:00', '2026-11-01 01:30:00', '2026-11-01T01:30:00+09:00', '2027-11-01T01:30:00Z']
    const document = await run({ 'app.csv': [HEADER, ...lines.map(row)] }, { zone: 'America/New_York' })
    expect(only(document).clock).toEqual({
      offsets: { '+09:00': 1, Z: 1, none: 2 },
      zone: 'America/New_York',
      zoneFrom: 'given',
      yearFrom: null,
      skipped: 1,
      twice: 1,
      order: null,
      jumps: [],
      moreJumps: 0,
      future: 1,
    })
    expect(describeClock(only(document), EN)).toHaveLength(5)
    expect(describeClock(only(document), { lang: 'ja', zone: 'UTC' }).join()).toContain('夏時間')
  })

  test('a clock that was set back in a log otherwise in order', async () => {
    const times = Array.from({ length: 300 }, (_, index) => START + index * 60 - (index < 200 ? 0 : 2 * HOUR))
    const document = await run({ 'app.csv': [HEADER, ...times.map((at, index) => row(iso(at), index))] })
    expect(only(document).clock).toMatchObject({
      order: 'ascending',
      jumps: [{ line: 202, from: iso(times[199] as number).replace('Z', '.000Z'), to: iso(times[200] as number).replace('Z', '.000Z') }],
    })
    const newestFirst = await run({ 'app.csv': [HEADER, ...times.toReversed().map((at, index) => row(iso(at), index))] })
    expect(only(newestFirst).clock).toMatchObject({ order: 'descending', jumps: [] })
  })

  test('years that a syslog does not say come from the file', async () => {
    const lines = Array.from(
      { length: 3 },
      (_, index) => `Nov 21 02:0${index}:00 web1 sshd[${index}]: Failed password for root from 203.0.113.9 port 22 ssh2`,
    )
    expect(only(await run({ 'auth.log': lines })).clock).toMatchObject({
      offsets: { none: 3 },
      zone: 'UTC',
      zoneFrom: 'assumed',
      yearFrom: 'modified',
    })
    expect(only(await run({ 'auth.log': lines }, { year: 2025 })).clock).toMatchObject({ yearFrom: 'option' })
  })

  test('29 February in a log without years is said where the days beside it were taken for another year', async () => {
    const lines = ['Feb 28 23:59:50', 'Feb 29 00:00:10', 'Feb 29 10:00:10', 'Mar  1 00:00:10'].map(
      (time, index) => `${time} host1 sshd[${100 + index}]: Accepted password for alice from 192.0.2.10 port ${50_000 + index} ssh2`,
    )
    const told = async (nowMs: number, own: Partial<AnalyzeOptions> = {}) =>
      only(await run({ 'auth.log': lines }, { nowMs, ...own })).notes.filter(({ id }) => id === 'leap-day')
    expect(await told(Date.now(), { year: 2026 })).toEqual([{ id: 'leap-day', level: 'warning', data: { count: 2, year: '2024' } }])
    expect(await told(Date.now(), { year: 2024 })).toEqual([])
  })

  test('the nine-hour error: another log of the same logins says what the zone must be', async () => {
    const logins = Array.from({ length: 60 }, (_, index) => START + index * 1740)
    const app = [HEADER, ...logins.map((at, index) => row(wall(at + 9 * HOUR), index))]
    const web = logins.map((at, index) => {
      const [, day = '', month = '', year = '', clock = ''] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(at * 1000).toUTCString()) ?? []
      return `203.0.113.${(index % 200) + 1} - - [${day}/${month}/${year}:${clock} +0000] "POST /login HTTP/1.1" 302 12 "-" "curl/8"`
    })
    const document = await run({ 'app.csv': app, 'access.log': web })
    expect(document.summary.caveats.find(({ id }) => id === 'zone-ahead')?.data).toEqual({
      input: 'generic',
      against: 'access-log',
      span: { durationMs: 9 * HOUR * 1000 },
      pairs: 60,
    })
    expect(caveats(await run({ 'app.csv': app, 'access.log': web }, { zone: 'Asia/Tokyo' }))).not.toContain('zone-ahead')
  })
})

describe('a zone is said to be assumed only where a time said none', () => {
  const line = (time: string, port: number): string =>
    `${time} gw sshd[9]: Accepted publickey for ren from 192.0.2.2 port ${port} ssh2: ED25519 SHA256:AAAA`

  test('of a log that may write offsets or not: by what its times say', async () => {
    expect(
      caveats(await run({ 'auth.log': [line('2026-11-21T03:00:00.5+00:00', 1), line('2026-11-21T12:05:00+09:00', 2)] })),
    ).not.toContain('zone-assumed')
    expect(caveats(await run({ 'auth.log': [line('2026-11-21T03:00:00+00:00', 1), line('Nov 21 12:05:00', 2)] }))).toContain('zone-assumed')
  })

  test('seconds since 1970 with milliseconds are as long as a date run together, and are no wall clock', async () => {
    const times = ['1795207567.279', '1795269797.995', '1795269798.5']
    const document = await run({ 'app.csv': [HEADER, ...times.map((time, member) => row(time, member))] })
    expect(only(document).clock?.offsets).toEqual({ epoch: 3 })
    expect(caveats(document)).not.toContain('zone-assumed')
  })
})
