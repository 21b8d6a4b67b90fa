import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvHeaderHints } from '../../src/input/csv-header-hints.ts'
import { readContent, readSource, values, writeTemp } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const HEADER = 'Date (UTC),User  Name ,IP address,Status,Status'
const NAMES = ['date (utc)', 'user name', 'ip address', 'status', 'status#2']

describe('framing lines', () => {
  it('delivers lines without their ends, and no blank ones', async () => {
    const read = await readContent('Dec 10 06:55:46 host sshd[1]: one\r\n\r\n  \nDec 10 06:55:47 host sshd[1]: two')
    expect(values(read)).toEqual(['Dec 10 06:55:46 host sshd[1]: one', 'Dec 10 06:55:47 host sshd[1]: two'])
    expect(read.records.map(({ shape, line, offset, length }) => [shape, line, offset, length])).toEqual([
      ['text', 1, 0, 33],
      ['text', 4, 40, 33],
    ])
  })

  it.each([
    ['[Fri Mar 12 13:39:54 2021] [client 192.0.2.1:1] x {"a":1}\n[Fri Mar 12 13:39:55 2021] y\n'],
    ['[2025-07-17 13:17:11,562]  WARN {cps.web:1475} Login failed\n[79] more\n'],
    ['<38>Dec 10 06:55:46 host sshd[1]: x\n'],
    ['{cps.web:1475} Login failed\n{cps.web:1476} Login failed\n'],
    ['Accepted password for a, b, c from 192.0.2.1\n'],
  ])('takes %j for text', async (content) => {
    const read = await readContent(content)
    expect(values(read)).toEqual(content.trimEnd().split('\n'))
    expect(read.rejects).toEqual([])
  })

  it('reads JSON and text lines of one file each as what it is', async () => {
    const read = await readContent('{"n":1}\nplain text here\n{"n":2}\n{"broken":\n')
    expect(values(read)).toEqual([{ n: 1 }, 'plain text here', { n: 2 }, '{"broken":'])
  })

  it('rejects a line beyond the cap, whatever the chunks', async () => {
    const content = `one\n${'x'.repeat(500)}\r\n${'y'.repeat(100)}\r\nthree`
    for (const chunkBytes of [1, 50, 101, 1000]) {
      const read = await readContent(content, { chunkBytes, recordCapBytes: 100 })
      expect(values(read)).toEqual(['one', 'y'.repeat(100), 'three'])
      expect(read.rejects).toMatchObject([{ why: 'too-long', line: 2, offset: 4 }])
    }
  })

  it('calls binary and empty inputs what they are', async () => {
    expect((await readContent('')).result.error).toEqual({ id: 'empty', detail: '' })
    expect((await readContent(Buffer.from('ElfFile\0\0\0'))).result.error).toEqual({ id: 'is-binary', detail: 'EVTX' })
    const noise = await readContent(Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 37) % 256)))
    expect(noise.result.error?.id).toBe('is-binary')
    expect(noise.result.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(noise.records).toEqual([])
  })
})

describe('framing CSV', () => {
  it('normalises the header and reads quotes, newlines in cells and CRLF, whatever the chunks', async () => {
    const content = `${HEADER}\r\n2026-01-01T00:00:00Z,"Doe, ""J""",192.0.2.1,ok,"two\nlines"\r\n2026-01-01T00:00:01Z,5" disk,192.0.2.2,,\r\n`
    for (let chunkBytes = 1; chunkBytes < 40; chunkBytes++) {
      const read = await readContent(content, { chunkBytes })
      expect(values(read)).toEqual([
        ['2026-01-01T00:00:00Z', 'Doe, "J"', '192.0.2.1', 'ok', 'two\nlines'],
        ['2026-01-01T00:00:01Z', '5" disk', '192.0.2.2', '', ''],
      ])
      expect(read.records.map(({ header, line }) => [header, line])).toEqual([
        [NAMES, 2],
        [NAMES, 4],
      ])
      expect(read.rejects).toEqual([])
    }
  })

  it.each([[';'], ['\t'], [',']])('knows the delimiter %j by the header', async (delimiter) => {
    const read = await readContent(
      [
        ['time', 'user', 'ip'],
        ['2026-01-01', 'a', '192.0.2.1'],
      ]
        .map((row) => row.join(delimiter))
        .join('\n'),
    )
    expect(values(read)).toEqual([['2026-01-01', 'a', '192.0.2.1']])
    expect(read.records[0]?.shape).toBe('csv')
  })

  it('skips the lines that PowerShell and Excel put first, and headers that are repeated', async () => {
    const rows = 'time,user,ip\n2026-01-01,a,192.0.2.1\n'
    expect(values(await readContent(`#TYPE Some.Type\n${rows}${rows}`))).toHaveLength(2)
    expect(values(await readContent(`\ufeffsep=,\n${rows}`))).toHaveLength(1)
  })

  it('takes no byte order mark for a part of a cell: behind a preamble, and where files were put together', async () => {
    const rows = '"time","user","ip"\n"2026-01-01","a\nb","192.0.2.1"\n'
    const expected = ['2026-01-01', 'a\nb', '192.0.2.1']
    expect(values(await readContent(`#TYPE Some.Type\r\n\ufeff${rows}`))).toEqual([expected])
    expect(values(await readContent(`${rows}\ufeff${rows}`))).toEqual([expected, expected])
  })

  it('fits rows to the header or says that they do not', async () => {
    const read = await readContent(
      'time,user,ip\n1,a,192.0.2.1,,\n2,b\n3,c,192.0.2.1,extra\nfolge\n4,d,192.0.2.4\n5,e,192.0.2.5\n6,f,192.0.2.6\n7,g,192.0.2.7\n8,h,192.0.2.8\n9,i,192.0.2.9\n10,j,1\n11,k,1\n12,l,1\n13,m,1\n14,n,1\n15,o,1\n16,p,1\n17,q,1\n18,r,1\n19,s',
    )
    expect(values(read).slice(0, 2)).toEqual([
      ['1', 'a', '192.0.2.1'],
      ['2', 'b', ''],
    ])
    expect(read.rejects.map(({ why, line, detail }) => [why, line, detail])).toEqual([
      ['bad-csv', 4, '4/3'],
      ['bad-csv', 5, '1/3'],
      ['truncated', 21, undefined],
    ])
  })

  it('ends an open quote at the cap and goes on behind its first line', async () => {
    const content = `time,user,ip\n1,a,x\n2,"open,x\n3,c,x\n4,d,x\n${'5,e,x\n'.repeat(40)}`
    for (const chunkBytes of [1, 13, 1000]) {
      const read = await readContent(content, { chunkBytes, recordCapBytes: 100 })
      expect(read.records).toHaveLength(43)
      expect(read.rejects).toEqual([{ why: 'bad-csv', line: 3, offset: 19, length: 9, detail: 'open-quote' }])
    }
    const atEnd = await readContent('time,user,ip\n1,a,x\n2,b,x\n3,"open,x\n4,d,x\n')
    expect(values(atEnd)).toEqual([
      ['1', 'a', 'x'],
      ['2', 'b', 'x'],
      ['4', 'd', 'x'],
    ])
    expect(atEnd.rejects).toMatchObject([{ why: 'bad-csv', line: 4 }])
  })

  it('lets a part without a header take that of its sibling, and says so', async () => {
    const folder = tempFolder()
    const first = await writeTemp(folder, 'part1.csv', 'time,user,ip\n2026-01-01,a,192.0.2.1\n')
    const second = await writeTemp(folder, 'part2.csv', '2026-01-02,b,192.0.2.2\n2026-01-03,c,192.0.2.3\n')
    const csvHeaders = await csvHeaderHints([first, second])
    expect(csvHeaders.map(({ path, columns }) => [path, columns])).toEqual([['part1.csv', ['time', 'user', 'ip']]])
    const read = await readSource(second, { csvHeaders })
    expect(read.records.map(({ header, value }) => [header, value])).toEqual([
      [
        ['time', 'user', 'ip'],
        ['2026-01-02', 'b', '192.0.2.2'],
      ],
      [
        ['time', 'user', 'ip'],
        ['2026-01-03', 'c', '192.0.2.3'],
      ],
    ])
    expect(read.result.notes).toEqual([{ id: 'header-from-sibling', level: 'info', data: { path: 'part1.csv' } }])
    expect((await readSource(second)).records.map(({ shape }) => shape)).toEqual(['text', 'text'])
  })

  it('gives back what a CSV writer wrote (property)', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', ' ', 'é', '\r', '5'), maxLength: 8 })
    const row = fc.tuple(cell, cell, fc.constant('end'))
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }), async (rows, chunkBytes) => {
        const content = ['time,user,status', ...rows.map((cells) => cells.map(quote).join(','))].join('\r\n')
        expect(values(await readContent(content, { chunkBytes }))).toEqual(rows)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what stands above a table', () => {
  const table = 'time,user,ip\n2026-03-02,a,192.0.2.1\n2026-03-02,b,192.0.2.2\n'
  it.each([
    ['a title', `Login history\n${table}`, 3],
    ['a title, a date of export and a blank line', `ログイン履歴一覧\n出力日時:2026/03/03 09:00:00\n\n${table}`, 5],
  ])('%s is no record', async (_name, content, line) => {
    const { records, rejects } = await readContent(content)
    expect(records.map(({ value }) => (value as readonly string[])[1])).toEqual(['a', 'b'])
    expect(records[0]).toMatchObject({ shape: 'csv', line, header: ['time', 'user', 'ip'] })
    expect(rejects).toEqual([])
  })
  it.each([
    ['titles that a spreadsheet filled up with empty cells', `操作履歴,,\n出力日時:,2026/03/03 09:00:00,\n,,\n${table}`, 5],
    ['names of groups of columns', `いつ・だれ,,接続\n${table}`, 3],
  ])('%s are no header', async (_name, content, line) => {
    const { records } = await readContent(content)
    expect(records.map(({ value }) => (value as readonly string[])[1])).toEqual(['a', 'b'])
    expect(records[0]).toMatchObject({ shape: 'csv', line, header: ['time', 'user', 'ip'] })
  })
  it.each([
    ['bars alone', 'time|user|ip\n2026-03-02|a|192.0.2.1\n2026-03-02|b|192.0.2.2\n'],
    [
      'a frame, as the client of MySQL draws it',
      '+------+------+----+\n| time | user | ip |\n+------+------+----+\n| 2026-03-02 | a | 192.0.2.1 |\n| 2026-03-02 | b | 192.0.2.2 |\n+------+------+----+\n',
    ],
    [
      'lines between, as psql draws them',
      ' time | user | ip \n------+------+-----\n 2026-03-02 | a | 192.0.2.1 \n 2026-03-02 | b | 192.0.2.2 \n',
    ],
  ])('a table of %s', async (_name, content) => {
    const { records, rejects } = await readContent(content)
    const users = records.map(({ value, header }) => (value as readonly string[])[header?.indexOf('user') ?? 0])
    expect(users).toEqual(['a', 'b'])
    expect(rejects).toEqual([])
  })
  it('formulas that keep a spreadsheet from taking numbers for numbers are no part of the value', async () => {
    const { records } = await readContent(
      'time,user,ip\n2026-03-02,"=""0012""",192.0.2.1\n2026-03-02,="0013",192.0.2.2\n2026-03-02,a="b",192.0.2.3\n',
    )
    expect(records.map(({ value }) => (value as readonly string[])[1])).toEqual(['0012', '0013', 'a="b"'])
  })
  it('lines are no table because one of them could be a header', async () => {
    const { records } = await readContent('starting up\nloading, please wait, thanks\nready\nlistening\n')
    expect(records.map(({ shape }) => shape)).toEqual(['text', 'text', 'text', 'text'])
  })
})
