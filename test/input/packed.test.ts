import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeBase64 } from '../../src/input/packed.ts'
import { readContent } from './support.ts'

const LINES = [1, 2, 3].map((n) => `Dec 10 06:55:4${n} host sshd[${n}]: Accepted password for a from 192.0.2.1 port 1 ssh2`)
const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64')
const capture = (body: unknown): string => JSON.stringify({ SequenceNumber: 1, EnqueuedTimeUtc: 't', Body: body })
const read = (content: string, recordCapBytes?: number) => readContent(content, recordCapBytes === undefined ? {} : { recordCapBytes })

describe('records packed in a record', () => {
  it('are records of their own, numbered, and lie where the framed one lies', async () => {
    const first = capture(base64(gzipSync(LINES.join('\n'))))
    const { records, rejects } = await read(`${first}\n${capture('{"a":1}')}\n`)
    expect(records.map(({ value, path, nested }) => [value, path, nested])).toEqual([
      ...LINES.map((line, at) => [line, 'base64(Body)', at + 1]),
      [{ a: 1 }, 'json(Body)', undefined],
    ])
    for (const { line, offset, length } of records.slice(0, 3)) expect([line, offset, length]).toEqual([1, 0, first.length])
    expect(records[3]).toMatchObject({ line: 2, offset: first.length + 1 })
    expect(rejects).toEqual([])
  })
  it.each([
    ['a page in a text', capture('{"records":[{"a":1},{"a":2}]}')],
    ['a list in a text', capture('[{"a":1},{"a":2}]')],
    ['a page in an object', capture({ records: [{ a: 1 }, { a: 2 }] })],
    ['objects without a newline between them, in base64', capture(base64('{"a":1}{"a":2}'))],
    ['a packed record in a packed record', capture(base64(`${capture('{"a":1}')}\n${capture(base64(gzipSync('{"a":2}')))}`))],
  ])('%s', async (_name, content) => {
    const { records, rejects } = await read(content)
    expect([records.map(({ value, nested }) => [value, nested]), rejects]).toEqual([
      [
        [{ a: 1 }, 1],
        [{ a: 2 }, 2],
      ],
      [],
    ])
  })
  it('keeps integers that a double cannot hold, wherever they are packed', async () => {
    const { records } = await read(capture(base64('{"records":[{"id":12345678901234567890}]}')))
    expect(records[0]?.value).toEqual({ id: '12345678901234567890' })
  })
})

describe('what cannot be unpacked', () => {
  const whys = async (content: string, cap?: number) => (await read(content, cap)).rejects.map(({ why, line }) => [why, line])
  const zeros = (mib: number): Buffer => gzipSync(Buffer.alloc(mib << 20, ' '))

  it('a bomb is one reject with its line, and what follows is read', async () => {
    const { records, rejects } = await read(`${capture(base64(zeros(32)))}\n${capture(LINES[0])}\n`)
    expect(rejects).toMatchObject([{ why: 'too-long', line: 1, offset: 0 }])
    expect(records.map(({ value }) => value)).toEqual([LINES[0]])
  })
  it('bombs in a bomb share what one record may come to', async () => {
    const inner = Array.from({ length: 40 }, () => capture(base64(zeros(1)))).join('\n')
    const found = await whys(capture(base64(gzipSync(inner))))
    expect(found.length).toBeGreaterThan(20)
    expect(new Set(found.map(([why]) => why))).toEqual(new Set(['too-long']))
  })
  it('packed three deep it is left', async () => {
    const deep = [1, 2, 3].reduce((content) => capture(base64(gzipSync(content))), LINES[0] as string)
    expect(await whys(deep)).toEqual([['too-long', 1]])
  })
  it('what is cut off, and what is no text', async () => {
    expect(await whys(capture(base64(gzipSync('x'.repeat(5000)).subarray(0, 30))))).toEqual([['truncated', 1]])
    expect(await whys(capture(base64(Buffer.from([0, 1, 2, 3, 250, 251, 0, 1, 2, 3]))))).toEqual([['unknown-format', 1]])
  })
  it('a word is base64 only where it stands for something', () => {
    expect(['a line', '', '=', 'ab$d'].map(decodeBase64)).toEqual([undefined, undefined, undefined, undefined])
    expect(decodeBase64(base64('{"a":1}\n'))).toBe('{"a":1}')
    expect(decodeBase64(Buffer.from('ÿ?>').toString('base64url'))).toBe('ÿ?>')
  })
})
