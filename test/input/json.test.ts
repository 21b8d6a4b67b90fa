import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLongNumber } from '../../src/input/parse-json.ts'
import { readContent, values } from './support.ts'

const lines = (...objects: readonly unknown[]): string => objects.map((object) => `${JSON.stringify(object)}\n`).join('')

/** The bytes that records claim, cut out of the content. */
const cut = (content: string, record: { readonly offset: number; readonly length: number }): string =>
  Buffer.from(content)
    .subarray(record.offset, record.offset + record.length)
    .toString()

describe('framing JSON', () => {
  it('reads NDJSON with exact origins, CRLF, blank lines and no final newline', async () => {
    const content = '{"user":"a@example.com"}\r\n\r\n{"user":"愛"}\n{"user":"c"}'
    const read = await readContent(content)
    expect(values(read)).toEqual([{ user: 'a@example.com' }, { user: '愛' }, { user: 'c' }])
    expect(read.records.map(({ line }) => line)).toEqual([1, 3, 4])
    expect(read.records.map((record) => JSON.parse(cut(content, record)))).toEqual(values(read))
    expect(read.rejects).toEqual([])
  })

  it.each([
    ['concatenated', '{"n":1}{"n":2} {"n":3}'],
    ['pretty-printed', '{\n  "n": 1\n}\n{\n  "n": 2\n}\n{\n  "n": 3\n}\n'],
    ['array on one line', '[{"n":1},{"n":2},{"n":3}]'],
    ['pretty array', JSON.stringify([{ n: 1 }, { n: 2 }, { n: 3 }], null, 2)],
    ['an element a line', '[\n{"n":1},\n{"n":2},\n{"n":3}\n]\n'],
    ['arrays one after the other', '[{"n":1},{"n":2}]\n[{"n":3}]'],
    ['array of arrays', '[[{"n":1}],[{"n":2},{"n":3}]]'],
    ['byte order marks in between', '\ufeff{"n":1}\n\ufeff{"n":2}\n{"n":3}'],
    ['CloudTrail', '{"Records":[{"n":1},{"n":2},{"n":3}]}'],
    ['pages a line', '{"Records":[{"n":1},{"n":2}]}\n{"Records":[{"n":3}]}\n'],
    ['pages one after the other', '{"value":[{"n":1}],"@odata.nextLink":"x"}{"@odata.context":"y","value":[{"n":2},{"n":3}]}'],
    ['Cognito', '{"AuthEvents":[{"n":1},{"n":2},{"n":3}],"NextToken":"t"}'],
    ['Google', '{"kind":"admin#reports#activities","etag":"e","items":[{"n":1},{"n":2},{"n":3}]}'],
    ['Duo', '{"stat":"OK","response":{"authlogs":[{"n":1},{"n":2},{"n":3}],"metadata":{"total_objects":3}}}'],
    ['PingOne', '{"_links":{"self":{}},"_embedded":{"activities":[{"n":1},{"n":2},{"n":3}]},"count":3,"size":3}'],
    [
      'Elasticsearch',
      '{"took":1,"timed_out":false,"_shards":{},"hits":{"total":{"value":3},"hits":[{"_id":"1","_source":{"n":1}},{"_source":{"n":2}},{"_source":{"n":3}}]}}',
    ],
    [
      'ForgeRock',
      '{"result":[{"payload":{"n":1},"timestamp":"t","type":"application/json"},{"n":2},{"n":3}],"resultCount":"3","pagedResultsCookie":null}',
    ],
    ['pretty page', JSON.stringify({ events: [{ n: 1 }, { n: 2 }, { n: 3 }], nextToken: null }, null, 4)],
  ])('finds three records in %s, however it is cut into chunks', async (_name, content) => {
    for (let chunkBytes = 1; chunkBytes <= 24; chunkBytes++) {
      const read = await readContent(content, { chunkBytes })
      expect(values(read), `chunks of ${chunkBytes}`).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
      expect(read.rejects).toEqual([])
      expect(read.records.every((record) => cut(content, record).startsWith('{') && cut(content, record).endsWith('}'))).toBe(true)
    }
  })

  it.each([
    ['Google, one record', { kind: 'admin#reports#activity', id: { time: 't' }, actor: {}, events: [{ type: 'login' }] }],
    ['Google, events first', { events: [{ type: 'login' }], id: { time: 't' } }],
    ['a record with a list of results', { user: 'a', result: [{ x: 1 }] }],
    [
      'PingOne, one record',
      { _links: {}, id: '1', action: { type: 'x' }, actors: {}, resources: [{ id: 1 }], result: { status: 'SUCCESS' } },
    ],
    ['Auth0 stream', { log_id: '1', data: { type: 's' } }],
    ['strings under a known key', { value: ['a', 'b'] }],
  ])('leaves %s whole', async (_name, record) => {
    expect(values(await readContent(lines(record)))).toEqual([record])
  })

  it('streams a page far beyond the record cap, element by element', async () => {
    const elements = Array.from({ length: 2000 }, (_, n) => ({ n, text: 'x'.repeat(40) }))
    const content = JSON.stringify({ kind: 'admin#reports#activities', items: elements, nextPageToken: 'z' })
    const read = await readContent(`${content}\n${content}`, { recordCapBytes: 500, chunkBytes: 333 })
    expect(values(read)).toEqual([...elements, ...elements])
    expect(read.rejects).toEqual([])
  })

  it('keeps integers beyond 2^53 as written and shortens no other number', async () => {
    const read = await readContent(
      '{"id":12345678901234567890,"small":[1234567890123456,9007199254740993],"f":1.2345678901234567890,"s":"12345678901234567890"}',
    )
    expect(values(read)).toEqual([
      { id: '12345678901234567890', small: [1234567890123456, '9007199254740993'], f: 1.2345678901234567, s: '12345678901234567890' },
    ])
  })

  it('finds an integer that a number cannot hold wherever it stands', () => {
    const long = fc.bigInt({ min: 10n ** 15n, max: 10n ** 30n }).map(String)
    const other = fc.oneof(
      fc.string().map((text) => JSON.stringify(text)),
      fc.integer().map(String),
      fc.constantFrom('null', '{"a":0}', '[]'),
    )
    const blank = fc.constantFrom('', ' ', '\n\t')
    fc.assert(
      fc.property(fc.array(other), long, fc.array(other), blank, (before, number, after, space) => {
        const text = Buffer.from(`[${[...before, number, ...after].map((value) => `${space}${value}`).join(',')}]`)
        expect(hasLongNumber(text, 0, text.length), String(text)).toBe(true)
      }),
      { numRuns: 500 },
    )
    // Reading with care takes several times as long: an ordinary record must not ask for it.
    const ordinary = Buffer.from('{"at":1700000000000,"ip":"203.0.113.9","device":"0af7651916cd43dd8448eb211c80319c","lat":35.6762}')
    expect(hasLongNumber(ordinary, 0, ordinary.length)).toBe(false)
  })

  it('pollutes no prototype and lets the last of equal keys win', async () => {
    const read = await readContent('{"__proto__":{"admin":true},"a":1,"a":2,"n":12345678901234567890}')
    const [record] = values(read)
    expect(Object.hasOwn(record as object, '__proto__')).toBe(true)
    expect((record as { a: number }).a).toBe(2)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it('rejects deep nesting without falling over', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const read = await readContent(`${lines({ n: 1 })}${deep}\n${lines({ n: 2 })}`)
    expect(values(read)).toEqual([{ n: 1 }, { n: 2 }])
    expect(read.rejects).toMatchObject([{ why: 'bad-json', detail: 'nesting', line: 2, length: deep.length }])
  })

  it.each([
    ['a missing brace', '{"n":1}\n{"x":{"a":1}\n{"n":2}\n', 8, 12],
    ['a missing quote', '{"n":1}\n{"x":"a}\n{"n":2}\n', 8, 8],
    ['garbage', '{"n":1}\n{"x":1]\n{"n":2}\n', 8, 7],
    ['a bad word', '{"n":1}\n{"x":tru}\n{"n":2}\n', 8, 9],
    ['several lines', '{"n":1}\n{"x":"a\nb","y\n  {"q":1}\n{"n":2}\n', 8, 23],
  ])('goes on behind %s at the next line that begins like JSON', async (_name, content, offset, length) => {
    for (let chunkBytes = 1; chunkBytes <= 12; chunkBytes++) {
      const read = await readContent(content, { chunkBytes })
      expect(values(read)).toEqual([{ n: 1 }, { n: 2 }])
      expect(read.rejects).toMatchObject([{ why: 'bad-json', line: 2, offset, length }])
    }
  })

  it('goes on inside an array behind damage', async () => {
    const read = await readContent('{"Records":[\n{"n":1},\n{"x":1]},\n{"n":2}\n]}\n{"n":3}\n')
    expect(values(read)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(read.rejects).toHaveLength(1)
  })

  it('reads the elements of a page that is cut off or damaged', async () => {
    const cutOff = await readContent('{"Records":[{"n":1},{"n":2},{"n"')
    expect(values(cutOff)).toEqual([{ n: 1 }, { n: 2 }])
    expect(cutOff.rejects).toEqual([{ why: 'truncated', line: 1, offset: 28, length: 4 }])
    const damaged = await readContent('{"Records":[{"n":1},{"n":2},{n:3},{"n":4}]}\n{"Records":[{"n":5}]}\n')
    expect(values(damaged)).toEqual([{ n: 1 }, { n: 2 }, { n: 5 }])
    expect(damaged.rejects).toMatchObject([{ why: 'bad-json', offset: 28, length: 15 }])
  })

  it('says that the last record is cut off, and that an array is not closed', async () => {
    const cutOff = await readContent('{"n":1}\n{"n":')
    expect(cutOff.rejects).toEqual([{ why: 'truncated', line: 2, offset: 8, length: 5 }])
    const open = await readContent('[{"n":1},{"n":2}')
    expect(values(open)).toHaveLength(2)
    expect(open.result.notes.map(({ id }) => id)).toEqual(['array-not-closed'])
  })

  it('skips a record beyond the cap as one reject, whatever the chunks', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(3000) })
    const broken = `{"a":{"b":"${'y'.repeat(3000)}"}`
    const content = `${lines({ n: 1 })}${long}\n${broken}\n${lines({ n: 2 })}`
    for (const chunkBytes of [1, 7, 100, 1000, 10_000]) {
      const read = await readContent(content, { chunkBytes, recordCapBytes: 1000 })
      expect(values(read)).toEqual([{ n: 1 }, { n: 2 }])
      expect(read.rejects).toEqual([
        { why: 'too-long', line: 2, offset: 8, length: long.length },
        { why: 'too-long', line: 3, offset: 9 + long.length, length: broken.length },
      ])
    }
  })

  it('reads a 100 MB line without holding it', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"n":1}\n{"a":"')
      const part = Buffer.alloc(1 << 20, 'x')
      for (let sent = 0; sent < 100; sent++) yield part
      yield Buffer.from('"}\n{"n":2}\n')
    }
    const { readSource } = await import('./support.ts')
    const { createSpool } = await import('../../src/input/spool.ts')
    const before = process.memoryUsage().arrayBuffers
    let peak = 0
    const read = await readSource(
      { kind: 'stdin', path: '-', stream: endless(), spool: createSpool(), size: undefined, modifiedMs: undefined },
      {
        recordCapBytes: 1 << 20,
        onProgress: () => {
          peak = Math.max(peak, process.memoryUsage().arrayBuffers)
        },
      },
    )
    expect(values(read)).toEqual([{ n: 1 }, { n: 2 }])
    expect(read.rejects).toMatchObject([{ why: 'too-long', line: 2, length: 100 * (1 << 20) + 8 }])
    expect(peak - before).toBeLessThan(60 * (1 << 20))
  })

  it('gives the same whatever the chunks, spacing and form (property)', async () => {
    const record = fc
      .dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1, maxKeys: 5 })
      .map((value) => ({ ...value, marker: 1 }))
      .filter((value) => !/__proto__|\d{16}/.test(JSON.stringify(value)))
    const forms: readonly ((records: readonly unknown[]) => string)[] = [
      (records) => lines(...records),
      (records) => records.map((value) => JSON.stringify(value)).join(''),
      (records) => JSON.stringify(records),
      (records) => JSON.stringify(records, null, 2),
      (records) => JSON.stringify({ Records: records }),
      (records) => records.map((value) => JSON.stringify(value, null, 1)).join('\r\n'),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 40 }),
        async (records, form, chunkBytes) => {
          const content = form(records)
          const whole = await readContent(content)
          const pieces = await readContent(content, { chunkBytes })
          expect(pieces.records).toEqual(whole.records)
          expect(whole.rejects).toEqual([])
          expect(values(whole)).toEqual(JSON.parse(JSON.stringify(records)))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('gives the same records and rejects for damaged content, whatever the chunks (property)', async () => {
    const piece = fc.constantFrom(
      '{"a":1}',
      '\n',
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      '{"b":"c"}\n',
      '{"Records":[',
      'x',
      '\\',
      '\r\n',
      '{"a":[{}]}\n',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => `{"n":1}\n${pieces.join('')}`),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(12, 1000),
        async (content, chunkBytes, recordCapBytes) => {
          const whole = await readContent(content, { recordCapBytes })
          const pieces = await readContent(content, { chunkBytes, recordCapBytes })
          expect(pieces.records).toEqual(whole.records)
          expect(pieces.rejects).toEqual(whole.rejects)
        },
      ),
      { numRuns: 500 },
    )
  })
})
