import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expandInputs } from '../../src/input/expand.ts'
import { readAgain } from '../../src/input/read-again.ts'
import { readContent, readSource, values, writeTemp } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const FIXTURE = fileURLToPath(new URL('../../fixtures/formats/windows/xml/input.log', import.meta.url))
/** Whole events, each on a line. */
const EVENTS = readFileSync(FIXTURE, 'utf8')
  .split('\n')
  .filter((line) => /^<Event (?:(?!<Event[\s>]).)*<\/Event>$/.test(line))
const pretty = (xml: string): string => xml.replaceAll('><', '>\r\n  <')
const folder = tempFolder()

const VIEWER = `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${EVENTS.join('')}</Events>\r\n`
const PRETTY = `<Events>\r\n${EVENTS.map(pretty).join('\r\n')}\r\n</Events>`

describe('XML of Windows events', () => {
  it('has events to test with', () => expect(EVENTS.length).toBeGreaterThan(2))

  it.each([
    ['one on each line', EVENTS.join('\n'), EVENTS],
    ['all on one line, as Event Viewer saves them', VIEWER, EVENTS],
    ['over several lines', PRETTY, EVENTS.map(pretty)],
    ['copied from a browser', EVENTS.map((xml) => `- ${pretty(xml)}`).join('\n'), EVENTS.map(pretty)],
  ])('%s', async (_name, content, expected) => {
    const read = await readContent(content)
    expect(values(read)).toEqual(expected)
    expect(read.rejects).toEqual([])
    for (const { offset, length, value } of read.records) expect(Buffer.from(content).toString('utf8', offset, offset + length)).toBe(value)
  })

  it('does not depend on the chunks', async () => {
    const broken = `${PRETTY}\nstray line\n<Event><System>\n${VIEWER}<Event xmlns="x"><System>`
    const whole = await readContent(broken)
    expect(whole.rejects.map(({ why }) => why)).toEqual(['truncated', 'truncated'])
    expect(values(whole)).toContain('stray line')
    for (const chunkBytes of [1, 7, 64, 1000]) {
      const source = await writeTemp(folder, `events-${chunkBytes}.xml`, broken)
      const { records, rejects } = await readSource(source, { chunkBytes })
      expect({ records, rejects }).toEqual({ records: whole.records, rejects: whole.rejects })
    }
  })

  it('rejects an event beyond the cap without holding it', async () => {
    const long = `<Event xmlns="x">${'a'.repeat(200_000)}</Event>`
    for (const chunkBytes of [1000, 1 << 20]) {
      const source = await writeTemp(folder, `long-${chunkBytes}.xml`, `${EVENTS[0]}\n${long}\n${EVENTS[1]}\n`)
      const { records, rejects } = await readSource(source, { chunkBytes, recordCapBytes: 100_000 })
      expect(records.map(({ value }) => value)).toEqual(EVENTS.slice(0, 2))
      expect(rejects).toMatchObject([{ why: 'too-long', line: 2, length: long.length }])
    }
  })

  it('is read again from its place', async () => {
    await writeTemp(folder, 'again.xml', PRETTY)
    const { sources } = await expandInputs(['again.xml'], folder)
    const source = sources[0]
    if (source === undefined) throw new Error('not there')
    const { records } = await readSource(source)
    const again = await readAgain(source, records, { headerAt: () => undefined, charset: 'auto' })
    expect(again).toEqual(records)
  })
})
