import { describe, expect, it } from 'vitest'
import { decodeList } from '../../src/knowledge/decode-list.ts'
import { isSpreadsheetDamage, mayHaveBeen } from '../../src/knowledge/spreadsheet-damage.ts'
import { parseVictims } from '../../src/knowledge/victims-list.ts'

const textsOf = (text: string): readonly (readonly string[])[] => parseVictims(text, 'v.csv', 'Asia/Tokyo').map(({ texts }) => texts)

describe('a list of reported accounts', () => {
  it('is one account per line, with remarks and blank lines passed over', () => {
    expect(textsOf('# by phone\nalice\n\n  bob@example.com \n')).toEqual([['alice'], ['bob@example.com']])
  })
  it('is a table whose header says who and when, also in Japanese, also with a byte order mark and semicolons', () => {
    const [first, second] = parseVictims(
      '\ufeff氏名;会員番号;メールアドレス;被害日時\r\n山田;00123;a@example.com;2026/11/21 2:14\r\n;;b@example.com;\r\n',
      'v.csv',
      'Asia/Tokyo',
    )
    expect(first).toEqual({
      texts: ['00123', 'a@example.com'],
      line: 2,
      at: Date.UTC(2026, 10, 20, 17, 14) * 1000,
      until: Date.UTC(2026, 10, 20, 17, 14) * 1000,
    })
    expect(second).toMatchObject({ texts: ['b@example.com'], at: undefined })
  })
  it('may have a title above its header and a total below', () => {
    const table = '被害申告一覧（9月）,,\nNo,お客様メールアドレス,発生日時\n1,a@example.jp,2026/9/13\n2,b@example.jp,\n合計,2件,\n'
    expect(parseVictims(table, 'v.csv', 'Asia/Tokyo')).toEqual([
      // A day alone is the whole of it.
      { texts: ['a@example.jp'], line: 3, at: Date.UTC(2026, 8, 12, 15) * 1000, until: Date.UTC(2026, 8, 13, 15) * 1000 },
      { texts: ['b@example.jp'], line: 4, at: undefined, until: undefined },
    ])
    // A bare id may be a word that a column could be called by.
    expect(textsOf('alice\nuser\n')).toEqual([['alice'], ['user']])
  })
  it.each([
    ['・a@example.jp', ['a@example.jp']],
    ['- a@example.jp 様', ['a@example.jp']],
    ['山田 花子 <a@example.jp>', ['a@example.jp']],
    ['mailto:a@example.jp', ['a@example.jp']],
    ['alice  # twice', ['alice']],
    ['a@example.jp、b@example.jp', ['a@example.jp', 'b@example.jp']],
    ['="00123"', ['00123']],
    ['-alice', ['-alice']],
    ['田中様', ['田中様']],
    ['a b', ['a b']],
  ])('takes the id out of %s', (line, texts) => expect(textsOf(`${line}\n`)).toEqual([texts]))
  it('says where it cannot tell which column is meant', () => {
    expect(() => parseVictims('shop,amount\nx,1\n', 'v.csv', 'UTC')).toThrow(/v\.csv:1[^]*shop, amount/)
    expect(() => parseVictims('\n# nothing\n', 'v.csv', 'UTC')).toThrow(/names no account/)
  })
  it('reads what spreadsheets write: CP932, UTF-16 with its mark, UTF-8', () => {
    // 会員番号, in CP932
    const cp932 = Buffer.from([0x89, 0xef, 0x88, 0xf5, 0x94, 0xd4, 0x8d, 0x86, 0x0d, 0x0a, 0x31, 0x32, 0x33])
    expect(textsOf(decodeList(cp932))).toEqual([['123']])
    expect(textsOf(decodeList(Buffer.from('\ufeff会員番号\n123', 'utf16le')))).toEqual([['123']])
    expect(textsOf(decodeList(Buffer.from('\ufeff会員番号\n123', 'utf8')))).toEqual([['123']])
  })
})

describe('damage by a spreadsheet', () => {
  it.each(['1.23457E+15', '1234567890123450', '12345.0', '1-Mar', 'Mar-01', '3月1日', '2026/03/01', '#NAME?', '#####', 'ta?????'])(
    'is seen in %s',
    (text) => expect(isSpreadsheetDamage(text)).toBe(true),
  )
  it.each(['12345', 'alice@example.com', 'E100', 'u-100', '00123', 'may-day', '123456789012345'])('is not seen in %s', (text) =>
    expect(isSpreadsheetDamage(text)).toBe(false),
  )
  it('leads back to the id only where that fits', () => {
    expect(mayHaveBeen('123', '00123')).toBe(true)
    expect(mayHaveBeen('123', '123')).toBe(false)
    expect(mayHaveBeen('123', '1230')).toBe(false)
    expect(mayHaveBeen('1.23457E+15', '1234569876543210')).toBe(true)
    expect(mayHaveBeen('1.23457E+15', '1294569876543210')).toBe(false)
    expect(mayHaveBeen('1234567890123450', '1234567890123456')).toBe(true)
    expect(mayHaveBeen('12345.0', '12345')).toBe(true)
    expect(mayHaveBeen('#NAME?', 'anything')).toBe(false)
  })
})
