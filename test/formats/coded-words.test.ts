import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/formats/define-format.ts'
import { guessGeneric } from '../../src/formats/generic/guess.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { decodeRecords } from '../support/format-fixtures.ts'

const header = ['日時', '会員id', '結果', 'ipアドレス']
const row = (second: number, result: string, ip = '203.0.113.9'): RawRecord => ({
  shape: 'csv',
  value: [`2026/11/03 02:14:0${second}`, '1001', result, ip],
  header,
  line: 1,
  offset: 0,
  length: 0,
})
const formatOf = (rows: readonly RawRecord[]): Format => {
  const guessed = guessGeneric(rows)
  if ('refusal' in guessed) throw new Error(guessed.refusal)
  return guessed.format
}
const events = (format: Format, rows: readonly RawRecord[]) =>
  decodeRecords(format, rows).events.map((line) => JSON.parse(line) as Record<string, unknown>)

describe('a result with its code beside it', () => {
  test.each([
    ['正常(0000)', '異常(0101)', '異常(0102)'],
    ['正常（0000）', '異常（0101）', '異常（0102）'],
    ['0:正常', '1:異常', '2：異常'],
    ['OK(200)', 'NG(401)', 'NG [403]'],
    ['0000(成功)', 'E01(失敗)', 'E02(失敗)'],
    ['成功', '失敗(E01)', '失敗:E02'],
  ])('is read by its word, also where the sample did not have the code: %s', (good, bad, later) => {
    const rows = [row(1, good), row(2, bad)]
    expect(events(formatOf(rows), [...rows, row(3, later)])).toMatchObject(
      ['success', 'failure', 'failure'].map((outcome) => ({ outcome })),
    )
  })
  test.each([
    ['a code of two words', '正常(0000)', '異常(0000)'],
    ['a word that nobody knows', '正常(0000)', '謎(0101)'],
    ['numbers alone', '1(200)', '0(401)'],
  ])('is refused: %s', (_name, good, bad) => expect(() => formatOf([row(1, good), row(2, bad)])).toThrow('結果'))
  test('is a reject where a later one has the code of another word', () => {
    const { counts } = decodeRecords(formatOf([row(1, '正常(0000)'), row(2, '異常(0101)')]), [row(3, '異常(0000)')])
    expect(counts).toMatchObject({ used: 0, rejected: 1 })
  })
})

test('a chain in the column of addresses: its last hop is the address, and the chain is there for trusted proxies', () => {
  const rows = [row(1, '成功', '203.0.113.5, 10.0.0.1'), row(2, '失敗')]
  expect(events(formatOf(rows), rows)).toMatchObject([{ ip: '10.0.0.1', forwardedFor: '203.0.113.5, 10.0.0.1' }, { ip: '203.0.113.9' }])
})
