import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLongNumber, parseJsonRecord } from '../../src/input/parse-json.ts'
import { peel } from '../../src/input/peel.ts'
import { createProjector } from '../../src/input/project-json.ts'
import { placeOfPresence, placeOfValue, planProjection, type KeyChain, type ProjectedRecord } from '../../src/input/projected.ts'
import { wrapperPath } from '../../src/input/wrapper.ts'

const VALUES: readonly KeyChain[] = [
  ['a'],
  ['b', 'c'],
  ['b', 'd', 'e'],
  ['deep', 'x'],
  ['deep', 'x', 'y'],
  ['ひらがな'],
  ['data', 'id'],
  ['b', '__proto__'],
  ['n'],
]
const PRESENCE: readonly KeyChain[] = [['here'], ['b'], ['data'], ['b', 'c'], ['b', 'f'], ['deep', 'x', 'z']]
const projection = planProjection({ values: VALUES, presence: PRESENCE })

const inside = (value: unknown, chain: KeyChain): unknown =>
  chain.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined),
    value,
  )

const valueIn = (record: ProjectedRecord, chain: KeyChain): unknown => {
  const place = placeOfValue(projection, chain)
  return place === undefined ? expect.fail('not announced') : inside(record.get(place.slot), place.rest)
}
const isIn = (record: ProjectedRecord, chain: KeyChain): boolean => {
  const place = placeOfPresence(projection, chain)
  return place !== undefined && inside(record.get(place.slot), place.rest) !== undefined
}

const projector = createProjector(projection)

/** Reads a line both ways. False when the projector left it to the full reading; otherwise both must say the same. */
const agrees = (line: string): boolean => {
  const bytes = Buffer.from(`{"before":1}\n${line}\n{"a":"behind"}\n`)
  const from = 13
  const to = from + Buffer.byteLength(line)
  const isPure = !/[^\p{ASCII}]/u.test(line)
  const full = parseJsonRecord(line, hasLongNumber(bytes, from, to))
  if (!projector.read(bytes, from, to, isPure)) return false
  expect(full).toBeTypeOf('object')
  expect(wrapperPath(full)).toBeUndefined()
  expect(peel(full).path).toBe('')
  const { record } = projector
  expect(VALUES.map((chain) => valueIn(record, chain))).toEqual(VALUES.map((chain) => inside(full, chain)))
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
      '{"b":[1]}',
    ]) {
      expect([line, agrees(line)]).toEqual([line, false])
    }
    for (const line of ['{"data":{"id":"1"}}', '{"a":1,"zz":1,"zz":2}', '{"b":"text"}', '{}', '{ "a" : null }'])
      expect([line, agrees(line)]).toEqual([line, true])
  })

  it('keeps integers that a double cannot hold as they are written', () => {
    expect(agrees('{"n":12345678901234567890}')).toBe(true)
    expect(projector.record.get(placeOfValue(projection, ['n'])?.slot ?? -1)).toBe('12345678901234567890')
  })

  it('leaves what is nested deeper than any log to the full reading', () => {
    for (const depth of [999, 1000, 1001, 50_000]) {
      expect([depth, agrees(`{"other":${'['.repeat(depth)}${']'.repeat(depth)}}`)]).toEqual([depth, depth <= 1000])
    }
  })

  it('still tells values apart after a hundred thousand of them', () => {
    for (let number = 0; number < 100_000; number += 1) {
      const line = Buffer.from(`{"a":"value ${number % 70_000}","n":"unique ${number}"}\n`)
      projector.read(line, 0, line.length - 1, true)
      if (number % 997 !== 0) continue
      expect(projector.record.get(placeOfValue(projection, ['a'])?.slot ?? -1)).toBe(`value ${number % 70_000}`)
      expect(projector.record.get(placeOfValue(projection, ['n'])?.slot ?? -1)).toBe(`unique ${number}`)
    }
  })

  it('gives up on a log whose records nobody knows', () => {
    const fresh = createProjector(projection)
    fresh.readWholeBy(() => ({ whole: true }))
    const line = Buffer.from('{"other":1}\n')
    const read = Array.from({ length: 300 }, () => {
      const isRead = fresh.read(line, 0, line.length - 1, true)
      if (isRead) expect(fresh.record.whole()).toEqual({ whole: true })
      return isRead
    })
    expect(read.slice(0, 100).every(Boolean)).toBe(true)
    expect(read.at(-1)).toBe(false)
  })
})
