import { expect, test } from 'vitest'
import { publicHour, publicSpan, publicZone } from '../../src/i18n/describe/public-moment.ts'

const ja = { lang: 'ja', zone: 'Asia/Tokyo' } as const
const en = { lang: 'en', zone: 'Asia/Tokyo' } as const

test('a span for the public is said by the hour, the day once', () => {
  const [from, to] = ['2026-11-27T05:00:00.000Z', '2026-11-27T07:40:00.000Z']
  expect(publicSpan(from, to, ja)).toBe('2026年11月27日 14時頃〜17時頃')
  expect(publicSpan(from, to, en)).toBe('27 November 2026, about 2 pm to about 5 pm')
  expect(publicSpan(from, '2026-11-27T05:20:00.000Z', ja)).toBe('2026年11月27日 14時頃')
})

test('over midnight both days are said, and the nearest hour may be of the next day', () => {
  expect(publicSpan('2026-12-31T12:10:00.000Z', '2026-12-31T14:45:00.000Z', ja)).toBe('2026年12月31日 21時頃〜2027年1月1日 0時頃')
  expect(publicSpan('2026-12-31T12:10:00.000Z', '2026-12-31T14:45:00.000Z', en)).toBe(
    '31 December 2026, about 9 pm to 1 January 2027, about midnight',
  )
})

test('as of is the last full hour: what is rounded up would lie in the future', () => {
  expect(publicHour('2026-11-28T04:51:10.000Z', ja)).toBe('2026年11月28日 13時')
  expect(publicHour('2026-11-28T04:51:10.000Z', en)).toBe('28 November 2026, 1 pm')
  expect(publicHour('2026-11-28T15:05:00.000Z', en)).toBe('29 November 2026, midnight')
})

test('the zone is named as the public knows it', () => {
  expect([publicZone('Asia/Tokyo', null, ja), publicZone('Asia/Tokyo', null, en), publicZone('UTC', null, en)]).toEqual([
    '日本時間',
    'Japan time',
    'UTC',
  ])
})
