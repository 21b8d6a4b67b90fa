import { describe, expect, it } from 'vitest'
import { parseCompact, parseEpoch, parseNetDate, parsePacked, parseSerial } from '../../src/kernel/time-number.ts'

const utc = (...parts: [number, number, number, number?, number?, number?, number?]): number =>
  Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0) * 1000

describe('numbers since 1970', () => {
  it.each([
    ['123456789', 123_456_789_000_000],
    ['1700000000', 1_700_000_000_000_000],
    ['1700000000.25', 1_700_000_000_250_000],
    ['170000000012', 170_000_000_012_000],
    ['1700000000123', 1_700_000_000_123_000],
    ['1700000000123.9', 1_700_000_000_123_900],
    ['1700000000123.9999', 1_700_000_000_123_999],
    ['170000000012345', 170_000_000_012_345],
    ['1700000000123456', 1_700_000_000_123_456],
    ['1700000000123456789', 1_700_000_000_123_456],
  ])('%s', (text, micros) => expect(parseEpoch(text)).toBe(micros))
  it.each(['12345678', '12345678901', '12345678901234', '12345678901234567', '0123456789', '1.7E+12', '17000000001.', '-1700000000', ''])(
    '%j is none',
    (text) => expect(parseEpoch(text)).toBeNaN(),
  )
  it('18 digits are a FILETIME of 1981 to 2108, or nothing', () => {
    // 2026-11-21T02:14:05Z in hundreds of nanoseconds since 1601.
    const ticks = String((BigInt(utc(2026, 11, 21, 2, 14, 5)) + 11_644_473_600_000_000n) * 10n)
    expect(ticks).toHaveLength(18)
    expect(parseEpoch(ticks)).toBe(utc(2026, 11, 21, 2, 14, 5))
    expect(parseEpoch('120000000000000000')).toBe(12_000_000_000_000_000 - 11_644_473_600_000_000)
    expect(parseEpoch('159999999999999990')).toBe(Number(15_999_999_999_999_999n) - 11_644_473_600_000_000)
    expect(parseEpoch('119999999999999999')).toBeNaN()
    expect(parseEpoch('160000000000000000')).toBeNaN()
  })
  it('of .NET are milliseconds, whatever offset stands beside them', () => {
    expect(parseNetDate('/Date(1700000000123)/')).toBe(1_700_000_000_123_000)
    expect(parseNetDate('\\/Date(1700000000123-0500)\\/')).toBe(1_700_000_000_123_000)
    expect(parseNetDate('/Date(17000000001)/')).toBeNaN()
  })
})

describe('dates without their signs', () => {
  it('are read to the fraction, in the zone that they say or else in that of the log', () => {
    expect(parseCompact('20261103021405', 'Asia/Tokyo')).toBe(utc(2026, 11, 2, 17, 14, 5))
    expect(parseCompact('20261103T021405Z', 'Asia/Tokyo')).toBe(utc(2026, 11, 3, 2, 14, 5))
    expect(parseCompact('20261103021405.429+0900', 'UTC')).toBe(utc(2026, 11, 2, 17, 14, 5, 429))
    expect(parseCompact('20261103021405,5', 'UTC')).toBe(utc(2026, 11, 3, 2, 14, 5, 500))
    for (const text of ['20261303021405', '20261132021405', '20261103251405', '20261103026005', '2026110302140'])
      expect(parseCompact(text, 'UTC')).toBeNaN()
  })
  it.each([
    ['20261103 021405', utc(2026, 11, 3, 2, 14, 5)],
    ['20261103 21405', utc(2026, 11, 3, 2, 14, 5)],
    ['20261103 2:14:05', utc(2026, 11, 3, 2, 14, 5)],
    ['20261103 2:14', utc(2026, 11, 3, 2, 14)],
    ['2026/11/03 021405', utc(2026, 11, 3, 2, 14, 5)],
    ['2026-1-3 0214', utc(2026, 1, 3, 2, 14)],
    ['2026.12.31 235959', utc(2026, 12, 31, 23, 59, 59)],
  ])('%s', (text, micros) => {
    expect(parsePacked(text, 'UTC')).toBe(micros)
    expect(parsePacked(text, 'Asia/Tokyo')).toBe(micros - 9 * 3_600_000_000)
  })
  it.each(['20261103 2', '20261103 246000', '20261103 026100', '20261103', '2026/13/03 021405'])('%j is none', (text) =>
    expect(parsePacked(text, 'UTC')).toBeNaN(),
  )
})

describe('days of a spreadsheet', () => {
  it('count from 1899-12-30, to the millisecond, of 2000 to 2099', () => {
    expect(parseSerial('36526', 'UTC')).toBe(utc(2000, 1, 1))
    expect(parseSerial('73050', 'UTC')).toBe(utc(2099, 12, 31))
    expect(parseSerial('46329.5', 'UTC')).toBe(utc(2026, 11, 3, 12))
    expect(parseSerial('46329.5', 'Asia/Tokyo')).toBe(utc(2026, 11, 3, 3))
    expect(parseSerial('46329.0931134259', 'UTC')).toBe(utc(2026, 11, 3, 2, 14, 5))
    expect(parseSerial('46329.000005', 'UTC')).toBe(utc(2026, 11, 3, 0, 0, 0, 432))
    for (const text of ['36525', '36525.9', '73051', '46329.', '1699999', '29999', '46329.123456789012345678'])
      expect(parseSerial(text, 'UTC'), text).toBeNaN()
  })
})
