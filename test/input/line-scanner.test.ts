import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLongNumber, parseJsonRecord } from '../../src/input/parse-json.ts'
import { peel } from '../../src/input/peel.ts'
import type { ProjectedRecord } from '../../src/input/projected.ts'
import {
  atPosition,
  isPosition,
  placeOfPresence,
  placeOfValue,
  planProjection,
  slotCount,
  type KeyChain,
  type WantedList,
} from '../../src/input/projection.ts'
import { OPENING_KEYS } from '../../src/input/wrappings.ts'
import { wrapperPath } from '../../src/input/wrapper.ts'
import { hash128, lanes } from '../../src/kernel/hash.ts'
import { parseTime } from '../../src/kernel/time.ts'
import { readInput } from '../../src/input/read-input.ts'
import { createLineScanner, type ScannedRun } from '../../src/input/line-scanner.ts'
import { openScanMemory } from '../../src/input/scan-module.ts'
import { createBatchLine, createScanLine } from '../support/scan-line.ts'
import { RecordBatch } from '../../src/input/record-batch.ts'
import { createWallClock } from '../../src/formats/wall-clock.ts'
import { kindBits, SPAN_KIND } from '../../src/input/scan-memory.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const WHOLE: readonly KeyChain[] = [
  ['a'],
  ['b', 'c'],
  ['b', 'd', 'e'],
  ['deep', 'x'],
  ['deep', 'x', 'y'],
  ['ひらがな'],
  ['data', 'id'],
  ['jsonPayload', 'a'],
  ['b', '__proto__'],
  ['n'],
]
/** Objects at these are looked into. */
const VALUES: readonly KeyChain[] = [['f'], ['f', 'a'], ['f', 'a', 'b'], ['z', '0'], ['z']]
const PRESENCE: readonly KeyChain[] = [['here'], ['b'], ['data'], ['b', 'c'], ['b', 'f'], ['deep', 'x', 'z'], ['f'], ['f', 'c']]
/** Lists of which only some members of their objects are wanted. */
const LISTS: readonly WantedList[] = [
  { chain: ['other'], members: ['a', 'x', '__proto__'] },
  { chain: ['b', 'y'], members: ['ひらがな'] },
  { chain: ['deep', 'x', 'list'], members: ['a'] },
  { chain: ['f', 'c'], members: ['a'] },
]
/** Elements of lists by their numbers, some of which may be objects as well; the list at `z` is wanted itself. */
const ELEMENTS: readonly KeyChain[] = [
  ['e', atPosition(0)],
  ['e', atPosition(11)],
  ['y', atPosition(0), 'a'],
  ['y', atPosition(1), 'a'],
  ['y', atPosition(1), 'a', 'b'],
  ['deep', 'c', atPosition(1)],
]
const OF_LIST: KeyChain = ['z', atPosition(1)]
const projection = planProjection({
  whole: WHOLE,
  values: [...VALUES, ['y', 'c']],
  lists: LISTS,
  elements: [...ELEMENTS, OF_LIST].map((chain) => ({ chain, otherwise: chain.slice(0, chain.findIndex(isPosition)) })),
  presence: PRESENCE,
})

const inside = (value: unknown, chain: KeyChain): unknown =>
  chain.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined),
    value,
  )

/** The same, where some of the keys are numbers of elements. */
const insideLists = (value: unknown, chain: KeyChain): unknown =>
  chain.reduce<unknown>(
    (at, key) => (isPosition(key) ? (Array.isArray(at) ? (at as unknown[])[Number(key.slice(1))] : undefined) : inside(at, [key])),
    value,
  )

/** What is wanted of a list; anything else as it is. */
const partsOf = (list: unknown, { members }: WantedList): unknown =>
  Array.isArray(list)
    ? list.map((item: unknown) =>
        typeof item === 'object' && item !== null && !Array.isArray(item) ? members.map((name) => inside(item, [name])) : item,
      )
    : list

const valueIn = (record: ProjectedRecord, chain: KeyChain): unknown => {
  const place = placeOfValue(projection, chain)
  return place === undefined ? expect.fail('not announced') : inside(record.get(place.slot), place.rest)
}
const isIn = (record: ProjectedRecord, chain: KeyChain): boolean => {
  const place = placeOfPresence(projection, chain)
  return place !== undefined && inside(record.get(place.slot), place.rest) !== undefined
}

/** Of an object, that it is one. */
const closed = (value: unknown): unknown => (typeof value === 'object' && value !== null && !Array.isArray(value) ? 'object' : value)

const scanLine = createScanLine(projection)
const slotOf = (...chain: KeyChain): number => placeOfValue(projection, chain)?.slot ?? expect.fail('not announced')

/** Reads a line both ways. False when the scanner left it to the full reading; otherwise both must say the same. */
const agrees = (line: string): boolean => {
  const bytes = Buffer.from(line)
  const full = parseJsonRecord(line, hasLongNumber(bytes, 0, bytes.length))
  const record = scanLine(line)
  if (record === undefined) return false
  expect(full).toBeTypeOf('object')
  expect(wrapperPath(full)).toBeUndefined()
  expect(peel(full).path).toBe('')
  expect(record.whole()).toEqual(full)
  expect(WHOLE.map((chain) => valueIn(record, chain))).toEqual(WHOLE.map((chain) => inside(full, chain)))
  expect(VALUES.map((chain) => closed(valueIn(record, chain)))).toEqual(VALUES.map((chain) => closed(inside(full, chain))))
  expect(LISTS.map((list) => partsOf(valueIn(record, list.chain), list))).toEqual(
    LISTS.map((list) => partsOf(inside(full, list.chain), list)),
  )
  expect(ELEMENTS.map((chain) => closed(valueIn(record, chain)))).toEqual(ELEMENTS.map((chain) => closed(insideLists(full, chain))))
  expect(PRESENCE.map((chain) => isIn(record, chain))).toEqual(PRESENCE.map((chain) => inside(full, chain) !== undefined))
  return true
}

const KEYS = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'n',
  'x',
  'y',
  'z',
  'deep',
  'here',
  'data',
  'other',
  'ひらがな',
  '__proto__',
  'length',
  'message',
  'records',
  'detail',
  '_raw',
  'k"\\',
]
/** Written by hand rather than by JSON.stringify: escapes, blanks, numbers and repeated keys as hostile logs have them. */
const string = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('"', '\\', '\u0000', '\ud800', '\udc00', '😀', 'あ', '\u2028', 'plain text'),
    ),
    { maxLength: 4 },
  )
  .chain((parts) =>
    fc.constantFrom(JSON.stringify(parts.join('')), JSON.stringify(parts.join('')).replaceAll('/', '\\/').replaceAll('p', '\\u0070')),
  )
const scalar = fc.oneof(
  string,
  fc.constantFrom(
    'true',
    'false',
    'null',
    '0',
    '-0',
    '-1.5e+10',
    '1E400',
    '9007199254740993',
    '-12345678901234567890',
    '0.1234567890123456789',
    '123456789012345678e2',
  ),
  fc.integer().map(String),
)
const blank = fc.constantFrom('', '', '', ' ', '\t', ' \r ')
const { value: anyValue } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, tie('object'), tie('list')),
  object: fc
    .array(fc.tuple(blank, fc.constantFrom(...KEYS), blank, tie('value'), blank), { maxLength: 6 })
    .map(
      (members) =>
        `{${members.map(([before, key, middle, value, after]) => `${before}${JSON.stringify(key)}${middle}:${middle}${value}${after}`).join(',')}}`,
    ),
  list: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(' , ')}]`),
}))
const record = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), anyValue), { maxLength: 8 })
  .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`)

describe('reading only what is wanted', () => {
  it('says what JSON.parse says, or leaves the record to it', () => {
    let read = 0
    fc.assert(
      fc.property(record, (line) => {
        read += agrees(line) ? 1 : 0
      }),
      { numRuns: 4000 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  it('takes no damaged record for a whole one: every byte cut off, removed or replaced', () => {
    const line =
      '{"a":"x\\u0041\\n","b":{"c":-12.5e3,"d":{"e":[1,{"q":null}]}},"other":[true,{"k":"v\\\\"}],"deep":{"x":{"y":0}},"n":9007199254740993}'
    expect(agrees(line)).toBe(true)
    for (let at = 1; at < line.length; at += 1) {
      agrees(line.slice(0, at))
      agrees(line.slice(0, at) + line.slice(at + 1))
      for (const byte of ['"', '\\', ',', ':', '{', '}', '[', ']', '0', ' ', '\u0001', 'u', '-', '.', 'e'])
        agrees(line.slice(0, at) + byte + line.slice(at + 1))
    }
  })

  it('leaves keys that come twice, escaped keys, envelopes and pages to the full reading', () => {
    for (const line of [
      '{"a":1,"a":2}',
      '{"b":{"c":1},"b":{}}',
      '{"b":1,"b":{"c":1}}',
      '{"\\u0061":1}',
      '{"message":"{}","timestamp":1}',
      '{"data":[{"id":1}]}',
      '{"result":{"a":1},"preview":false}',
      '{"detail":{},"a":1}',
      '{"_embedded":{"events":[{}]},"count":1}',
    ]) {
      expect([line, agrees(line)]).toEqual([line, false])
    }
    for (const line of [
      '{"data":{"id":"1"},"a":1}',
      '{"b":[1]}',
      '{"message":"{}","timestamp":1,"a":1}',
      '{"data":[{"id":1}],"a":1}',
      '{"result":{},"a":1}',
      '{"a":1,"zz":1,"zz":2}',
      '{"b":"text"}',
      '{}',
      '{ "a" : null }',
    ])
      expect([line, agrees(line)]).toEqual([line, true])
  })

  it('reads elements of lists that nobody wants for anything else, of a list that is no longer than can be', () => {
    expect(placeOfValue(projection, OF_LIST)).toBeUndefined()
    const long = (count: number): string =>
      `{"e":[${Array.from({ length: count }, (_, at) => `"v${at}"`).join(',')}],"y":[{"a":1},{"a":{"b":[2]}}]}`
    expect([0, 1, 12, 200].map((count) => agrees(long(count)))).toEqual([true, true, true, true])
    expect(scanLine(long(12))?.get(slotOf('e', atPosition(11)))).toBe('v11')
    expect(agrees(long(201))).toBe(false)
  })

  it('takes what a key inside tells apart from an envelope, and nothing else that looks like one', () => {
    const content = fc.constantFrom(
      '{"win":{"a":1}}',
      '{"win":null}',
      '{"aws":{"a":1},"win":1}',
      '{"aws":{"a":1}}',
      '{"a":{"win":1}}',
      '{"requestMetadata":{},"a":1}',
      '{"statusDetails":"x"}',
      '{"a":1}',
      '["win"]',
      '"win"',
    )
    const wazuh = (data: string): string => `{"agent":{},"manager":{},"decoder":{},"location":"x","full_log":"line","data":${data}}`
    const google = (data: string): string => `{"logName":"projects/x","timestamp":"2026-11-21T02:14:05Z","jsonPayload":${data}}`
    const gelf = (data: string): string => `{"version":"1.1","host":"h","short_message":"line","_a":${data}}`
    fc.assert(
      fc.property(content, fc.constantFrom(wazuh, google, gelf), fc.boolean(), (data, write, isMarked) => {
        const line = isMarked ? write(data).replace('{', '{"_message_key":"x",') : write(data)
        agrees(line)
      }),
      { numRuns: 500 },
    )
    expect([wazuh('{"win":{}}'), google('{"requestMetadata":{}}'), gelf('1,"_message_key":"x"')].map(agrees)).toEqual([true, true, true])
    expect([wazuh('{"aws":{}}'), google('{"a":{}}'), gelf('1')].map(agrees)).toEqual([false, false, false])
  })

  it('takes nothing for a record that may be an envelope or a page', () => {
    const name = fc.constantFrom(
      ...OPENING_KEYS,
      'timestamp',
      'id',
      'type',
      'source',
      'time',
      'host',
      'cloud.region',
      'tags',
      'stream',
      'preview',
      'labels',
      'fields',
      'attrs',
      'count',
      'Total',
      'NEXT_page',
      '@odata.x',
      'kind',
      'logName',
      'detail-type',
      'a',
      'n',
      'é',
      'event',
    )
    const content = fc.constantFrom(
      '1',
      'null',
      '"x"',
      '"{\\"a\\":1}"',
      '{"a":1}',
      '[{"a":1}]',
      '[]',
      '[1]',
      '{"events":[{"a":1}]}',
      '{"hits":[{}]}',
    )
    let read = 0
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, content), { selector: ([key]) => key, minLength: 1, maxLength: 5 }), (members) => {
        read += agrees(`{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`) ? 1 : 0
      }),
      { numRuns: 4000 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  it('gives one number to lists that differ in what nobody wants of them', () => {
    const line = createBatchLine(projection)
    const numberOf = (json: string): number | undefined => line(`{"other":${json}}`)?.refAt(slotOf('other'), 0)
    const first = numberOf('[{"when":1,"a":"x","deep":{"a":[2]}},"plain",{}]')
    expect(first).toBeGreaterThanOrEqual(0)
    expect(numberOf('[{ "when":2 , "a":"x" },"plain",{"a1":3}]')).toBe(first)
    expect(numberOf('[{"a":"y"},"plain",{}]')).not.toBe(first)
    expect(numberOf('[{"a":"x"},"plain"]')).not.toBe(first)
    expect(numberOf('[{"\\u0061":"x"},"plain",{}]')).not.toBe(first)
    // Longer than any that repeats: read where it stands.
    const long = `[{"a":"${'x'.repeat(2000)}"},{"a":1}]`
    expect(scanLine(`{"other":${long}}`)?.get(slotOf('other'))).toEqual(JSON.parse(long))
  })

  it('keeps integers that a double cannot hold as they are written', () => {
    expect(agrees('{"n":12345678901234567890}')).toBe(true)
    expect(scanLine('{"n":12345678901234567890}')?.get(slotOf('n'))).toBe('12345678901234567890')
  })

  it('leaves what is nested deeper than any log to the full reading', () => {
    for (const depth of [999, 1000, 1001, 50_000]) {
      expect([depth, agrees(`{"other":${'['.repeat(depth)}${']'.repeat(depth)}}`)]).toEqual([depth, depth <= 1000])
    }
  })

  it('still tells values apart after a hundred thousand of them', () => {
    for (let number = 0; number < 100_000; number += 1) {
      const record = scanLine(`{"a":"value ${number % 70_000}","n":"unique ${number}"}`)
      if (number % 997 !== 0) continue
      expect(record?.get(slotOf('a'))).toBe(`value ${number % 70_000}`)
      expect(record?.get(slotOf('n'))).toBe(`unique ${number}`)
    }
  })

  it('reads plain times and ids in its own way: the same times, the same hashes, the same texts', () => {
    const timed = createBatchLine(
      projection,
      new Map([
        [slotOf('a'), 'time'],
        [slotOf('n'), 'hashed'],
      ]),
    )
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2200-12-31T23:59:59Z'), noInvalidDate: true }),
        fc.stringMatching(/^(?:\.\d{1,9})?$/),
        fc.constantFrom('Z', '+09:00', '-0330', '+00:00', '-17:59', '', 'z', ' UTC', '+09', '+18:30', '+05:60'),
        fc.constantFrom('T', ' '),
        fc.string({ maxLength: 80 }),
        (date, fraction, zone, between, id) => {
          const text = `${date.toISOString().slice(0, 19).replace('T', between)}${fraction}${zone}`
          const batch = timed(JSON.stringify({ a: text, n: id }))
          const micros = microsOf(batch)
          const offset = new Map([
            ['Z', 0],
            ['+09:00', 540],
            ['-0330', -210],
            ['+00:00', 0],
            ['-17:59', -1079],
          ]).get(zone)
          expect([micros, offsetIn(batch)]).toEqual([
            offset === undefined ? Number.NaN : parseTime(text, 'iso', { zone: 'UTC', year: () => 2026 }),
            offset,
          ])
          expect(batch?.turnTo(0).get(slotOf('a'))).toBe(text)
          expect(batch?.turnTo(0).get(slotOf('n'))).toBe(id)
          const payload = batch?.payloadAt(slotOf('n'), 0, kindBits(SPAN_KIND.hash)) ?? -1
          if (payload < 0) return
          hash128(id)
          expect(Uint32Array.from(batch?.words.subarray(payload, payload + 4) ?? [])).toEqual(lanes)
        },
      ),
      { numRuns: 3000 },
    )
    for (const text of [
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:60:00Z',
      '1969-12-31T23:59:59Z',
    ])
      expect([text, microsOf(timed(JSON.stringify({ a: text })))]).toEqual([text, Number.NaN])
  })

  it('reads times of web servers: the same times, and none of what is no time', () => {
    const timed = createBatchLine(projection, new Map([[slotOf('a'), 'time']]))
    const context = { zone: 'UTC', year: () => 2026 }
    const digits = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'))
    const parts = fc.tuple(digits(0, 32), fc.constantFrom('Jan', 'Feb', 'Sep', 'Dec', 'dec', 'Foo'), digits(1990, 2100), digits(0, 25))
    fc.assert(
      fc.property(parts, digits(0, 60), fc.constantFrom(' +0900', ' -0330', ' +0000', ' +1830', '', ' Z'), (date, second, zone) => {
        const [day, month, year, hour] = date
        const text = `${day}/${month}/${year}:${hour}:09:${second}${zone}`
        const micros = microsOf(timed(JSON.stringify({ a: text })), SPAN_KIND.clfTime)
        const isPlain = zone.length === 6 && zone !== ' +1830' && second !== '60'
        expect([text, micros]).toEqual([text, isPlain && month !== 'dec' ? parseTime(text, 'clf', context) : Number.NaN])
      }),
      { numRuns: 2000 },
    )
  })

  it('reads times without an offset or a year, and those of C, as the wall clocks that they say', () => {
    const timed = createBatchLine(projection, new Map([[slotOf('a'), 'time']]))
    const context = { zone: 'Asia/Tokyo', year: () => 2026 }
    const clock = createWallClock(context, undefined)
    const { localTime, ctime, yearlessTime, datedTime } = SPAN_KIND
    const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'))
    const day = fc.tuple(fc.constantFrom('Mon', 'Sun', 'Xyz'), fc.constantFrom('Jan', 'Feb', 'Dec', 'dec'), two(0, 32), fc.boolean())
    const time = fc.tuple(two(0, 25), two(0, 61), two(0, 61), fc.constantFrom('', '.5', ',123', '.123456789', '.', ';1', ' +09', 'Z'))
    const seen = { local: 0, ctime: 0, yearless: 0, dated: 0 }
    fc.assert(
      fc.property(day, time, ([weekday, month, date, isPadded], [hour, minute, second, tail]) => {
        const at = `${hour}:${minute}:${second}`
        const padded = isPadded ? date.replace(/^0/, ' ') : date
        const iso = `2026-02-${date} ${at}${tail}`
        const local = clock.instant(microsOf(timed(JSON.stringify({ a: iso })), localTime))
        if (!Number.isNaN(local)) seen.local += 1
        if (!Number.isNaN(local)) expect([iso, local]).toEqual([iso, parseTime(iso, 'iso', context)])
        const c = `${weekday} ${month} ${padded} ${at} 2026`
        const ofC = clock.instant(microsOf(timed(JSON.stringify({ a: c })), ctime))
        if (!Number.isNaN(ofC)) seen.ctime += 1
        if (!Number.isNaN(ofC)) expect([c, ofC]).toEqual([c, parseTime(c, 'ctime', context)])
        const cisco = `${month} ${padded} 2026 ${at}${tail}`
        const dated = clock.instant(microsOf(timed(JSON.stringify({ a: cisco })), datedTime))
        if (!Number.isNaN(dated)) seen.dated += 1
        if (!Number.isNaN(dated)) expect([cisco, dated]).toEqual([cisco, parseTime(cisco, 'rfc3164', context)])
        const bsd = `${month} ${padded} ${at}`
        const yearless = clock.yearless(microsOf(timed(JSON.stringify({ a: bsd })), yearlessTime))
        if (!Number.isNaN(yearless)) seen.yearless += 1
        if (!Number.isNaN(yearless)) expect([bsd, yearless]).toEqual([bsd, parseTime(bsd, 'rfc3164', context)])
      }),
      { numRuns: 5000 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500)
  })

  it('reads epochs, written as numbers or as texts', () => {
    const timed = createBatchLine(projection, new Map([[slotOf('a'), 'time']]))
    const context = { zone: 'UTC', year: () => 2026 }
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.boolean(), (number, isText) => {
        const digits = String(number)
        const batch = timed(`{"a":${isText ? `"${digits}"` : digits}}`)
        const micros = microsOf(batch, SPAN_KIND.epoch)
        expect(String(batch?.turnTo(0).get(slotOf('a')))).toBe(digits)
        if (!Number.isNaN(micros)) expect([digits, micros]).toEqual([digits, parseTime(digits, 'epoch', context)])
        expect([digits, Number.isNaN(micros)]).toEqual([digits, ![10, 13, 16].includes(digits.length)])
      }),
      { numRuns: 3000 },
    )
    for (const other of ['1700000000.5', '-1700000000', '1.7e9', '"17000000x0"', '[1700000000]', 'null', '"0700000000"'])
      expect([other, microsOf(timed(`{"a":${other}}`), SPAN_KIND.epoch)]).toEqual([other, Number.NaN])
  })

  it('delivers the same records in the same order wherever the chunks are cut, in lines and in lists', async () => {
    const objects = Array.from({ length: 40 }, (_, number) => {
      const rare =
        number % 3 === 1 ? `,"f":{"a":"y${number}"},"n":1,"data":{"id":2},"ひらがな":3,"deep":{"x":{"y":4}},"z":{"0":5},"here":6` : ''
      return `{"a":"x${number}","b":{"c":${number}},"あ":"い"${rare}}`
    })
    const odd = ['{"a":1,"a":2}', '{ "a" :\n2}', '{"damaged', '{"a":"last"}']
    const logs = [
      objects.join('\n'),
      `[${objects.join(',')}]`,
      `[\n${objects.join(',\r\n')}\n]\n`,
      [...objects, ...odd, ...objects].join('\n'),
    ]
    for (const log of logs) {
      const expected = await readAll(Buffer.from(log), 1 << 20, false)
      expect(expected.length).toBeGreaterThanOrEqual(40)
      for (const chunkBytes of [1, 7, 64, 1000, 1 << 20]) expect(await readAll(Buffer.from(log), chunkBytes, true)).toEqual(expected)
    }
  })
})

/** The time in slot `a` of the first record, where it was read as one. */
const microsOf = (batch: RecordBatch | undefined, kind: number = SPAN_KIND.isoTime): number => {
  const payload = batch?.payloadAt(slotOf('a'), 0, kindBits(kind)) ?? -1
  return payload < 0 ? Number.NaN : (batch?.microsIn(payload) ?? Number.NaN)
}

const offsetIn = (batch: RecordBatch | undefined): number | undefined => {
  const payload = batch?.payloadAt(slotOf('a'), 0, kindBits(SPAN_KIND.isoTime)) ?? -1
  return payload < 0 ? undefined : batch?.offsetIn(payload)
}

const SLOTS = Array.from({ length: slotCount(projection) }, (_, slot) => slot)

/** What a log's records are: where they lie, and what they say. */
const readAll = async (log: Buffer, chunkBytes: number, isScanned: boolean): Promise<unknown[]> => {
  const memory = openScanMemory()
  const scanner = createLineScanner({ projection, modes: new Map(), tables: [], lines: [], memory })
  const batch = new RecordBatch(projection, memory)
  const seen: unknown[] = []
  const run = (scanned: ScannedRun): void => {
    for (let from = scanned.from; from < scanned.to; from += batch.size) {
      batch.load(scanned, from)
      for (let at = 0; at < batch.size; at += 1) {
        const record = batch.turnTo(at)
        // Asked together or one by one, what fills a slot is the same, above all nothing.
        expect(SLOTS.map((slot) => batch.refAt(slot, at))).toEqual(SLOTS.map((slot) => record.refOf(slot)))
        seen.push([batch.lines[at], batch.offsets[at], batch.lengths[at], record.whole()])
      }
    }
  }
  const file = join(folder, 'log.ndjson')
  writeFileSync(file, log)
  const source = { kind: 'file' as const, path: 'log.ndjson', file, modifiedMs: undefined, size: log.length }
  await readInput(
    source,
    {
      ...(isScanned ? { run } : {}),
      record: ({ line, offset, length, value }) => seen.push([line, offset, length, value]),
      reject: ({ line, offset, length, why }) => seen.push([line, offset, length, why]),
    },
    { scanner, chunkBytes },
  )
  return seen
}
