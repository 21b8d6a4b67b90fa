import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAgain } from '../../src/input/read-again.ts'
import type { EventDraft } from '../../src/model/event.ts'
import { createEventLog } from '../../src/order/event-log.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { draftLine } from '../support/format-fixtures.ts'
import { runOptions } from '../support/run-options.ts'
import { readContent } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const HEAD = ['#Software: Microsoft Internet Information Services 10.0', '#Version: 1.0', '#Date: 2026-03-02 08:00:00']
const FIELDS = '#Fields: date time s-ip cs-method cs-uri-stem cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status'
const row = (second: number, agent = 'curl/8.9.1') =>
  `2026-03-02 08:${String(Math.trunc(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')} 10.0.0.4 POST /login - 203.0.113.5 ${agent} 401 0 0`
const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('')

describe('extended logs of the W3C', () => {
  it('have the columns that the directive names, until another one does', async () => {
    const other = '#Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status'
    const { records, rejects } = await readContent(
      text(...HEAD, FIELDS, row(1), ...HEAD, FIELDS, row(2), ...HEAD, other, '2026-03-02 09:00:01 203.0.113.5 a GET / 200', row(3)),
    )
    expect(records.map(({ header, value }) => [header?.length, (value as readonly string[])[1]])).toEqual([
      [11, '08:00:01'],
      [11, '08:00:02'],
      [7, '09:00:01'],
    ])
    expect(rejects).toMatchObject([{ why: 'bad-csv', detail: '11/7', line: 16 }])
  })
  it('know no quotes: what a client writes hides no line', async () => {
    const { records } = await readContent(text(...HEAD, FIELDS, row(1, '"a'), row(2), row(3, 'b"')))
    expect(records.map(({ line }) => line)).toEqual([5, 6, 7])
  })
  it.each(['#Fields: date time x-edge-location c-ip', '#Fields: title author', '# a comment'])('are not told by %s', async (directive) => {
    const { records } = await readContent(text('#Version: 1.0', directive, row(1)))
    expect(records[0]?.shape).not.toBe('csv')
  })
})

describe('a log with many rows', () => {
  const folder = tempFolder()
  const rows = Array.from({ length: 3000 }, (_, at) => row(at, at % 7 === 0 ? '"quoted' : 'curl/8.9.1'))
  const changed = FIELDS.replace('sc-substatus sc-win32-status', 'time-taken')
  const log = text(...HEAD, FIELDS, ...rows, ...HEAD, changed, '2026-03-02 09:00:00 10.0.0.4 POST /login - 203.0.113.5 wget 401 12')
  const read = async (readWhole: boolean) => {
    writeFileSync(join(folder, 'u_ex260302.log'), log)
    const events: string[] = []
    const append = (draft: EventDraft): void => void events.push(draftLine(draft))
    const eventLog = createEventLog()
    const both = readWhole ? { ...eventLog, append } : eventLog
    const { inputs } = await readInputs(runOptions(['u_ex260302.log'], { cwd: folder, readWhole }), both, () => undefined)
    return { events, size: eventLog.size, input: inputs[0] }
  }

  it('is read by the scanner as by the full reader, and its rows are found again under their own columns', async () => {
    const whole = await read(true)
    const scanned = await read(false)
    expect([whole.events.length, scanned.size]).toEqual([3001, 3001])
    expect(scanned.input?.counts).toMatchObject({ records: 3001, used: 3001, rejected: 0 })
    const places = [log.indexOf(rows[7] as string), log.indexOf('2026-03-02 09:00:00')].map((offset) => ({
      line: 1,
      offset,
      length: log.indexOf('\r', offset) - offset,
    }))
    if (scanned.input === undefined) throw new Error('nothing was read')
    const again = await readAgain(scanned.input.source, places, { headerAt: scanned.input.headerAt, charset: 'auto' })
    expect(again.map(({ header, value }) => [header?.at(-1), (value as readonly string[])[7]])).toEqual([
      ['sc-win32-status', '"quoted'],
      ['time-taken', 'wget'],
    ])
  })
})
