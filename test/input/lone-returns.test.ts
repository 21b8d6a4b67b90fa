import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readContent, values } from './support.ts'

/** As Excel's "CSV (Macintosh)" and other old programs end lines. */
const asReturns = (text: string): string => text.replaceAll('\n', '\r')
const noteOf = 'line-returns'

const LOGS = {
  text: 'Dec 10 06:55:46 host sshd[1]: one\n\nDec 10 06:55:47 host sshd[1]: two\nlast\n',
  table: 'time,user,ip\n2026-11-21T02:14:05Z,sato,192.0.2.1\n2026-11-21T02:15:05Z,"a, ""b""",192.0.2.2\n',
  records: '{"n":1}\n{"n":2}\n',
  'one array': '[\n  {"n": 1},\n  {\n    "n": 2\n  }\n]\n',
}

describe('lines that end with a carriage return alone', () => {
  it.each(Object.entries(LOGS))('are the same records at the same places: %s', async (_, log) => {
    const wanted = await readContent(log)
    expect(wanted.records.length).toBeGreaterThan(1)
    for (const chunkBytes of [1, 7, 1 << 16]) {
      const read = await readContent(asReturns(log), { chunkBytes })
      expect(read.records).toEqual(wanted.records)
      expect(read.rejects).toEqual([])
      expect(read.result.notes).toContainEqual({ id: noteOf, level: 'info', data: {} })
    }
  })

  it('go on as they began, however long the log', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => `Dec 10 06:55:46 host sshd[${at}]: one`)
    const read = await readContent(lines.join('\r'))
    expect(values(read)).toEqual(lines)
  })

  it('are hashed as they are stored', async () => {
    const stored = asReturns(LOGS.text)
    expect((await readContent(stored)).result.sha256).toBe(createHash('sha256').update(stored).digest('hex'))
  })

  it('are none where any newline is there, nor where only the last line has one', async () => {
    for (const text of ['one\rhalf\ntwo\n', 'one\r\ntwo\r\n', 'one\r']) {
      const read = await readContent(text)
      expect(read.result.notes.map(({ id }) => id)).not.toContain(noteOf)
    }
    expect(values(await readContent('one\rhalf\ntwo\n'))).toEqual(['one\rhalf', 'two'])
  })
})
