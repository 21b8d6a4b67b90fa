import { describe, expect, it } from 'vitest'
import { readContent, values } from './support.ts'

// 2026 ログイン失敗 ユーザー: 山田 / 林, written by hand: Node can read these character sets, not write them.
const CP932 = {
  failed: Buffer.from('8383834f8343839394738ef5', 'hex'),
  login: Buffer.from('838d834f83438393', 'hex'),
  yamada: Buffer.from('8e529363', 'hex'),
  hayashi: Buffer.from('97d1', 'hex'),
}
const EUC = { login: Buffer.from('a5eda5b0a5a4a5f3', 'hex'), yamada: Buffer.from('bbb3c5c4', 'hex') }

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('character sets', () => {
  it('strips the byte order mark and keeps offsets in raw bytes', async () => {
    const read = await readContent('\ufeff{"n":1}\n{"n":2}\n')
    expect(read.records.map(({ offset, line }) => [offset, line])).toEqual([
      [3, 1],
      [11, 2],
    ])
    expect(read.result.notes).toEqual([])
  })

  it.each([[false], [true]])('reads UTF-16 by its mark (big-endian: %s) with raw offsets, whatever the chunks', async (bigEndian) => {
    const content = utf16('{"n":"愛😀"}\r\n{"n":2}\n{"n":3', bigEndian)
    for (let chunkBytes = 1; chunkBytes < 20; chunkBytes++) {
      const read = await readContent(content, { chunkBytes })
      expect(values(read)).toEqual([{ n: '愛😀' }, { n: 2 }])
      const raw = read.records.map(({ offset, length }) => content.subarray(offset, offset + length))
      const texts = raw.map((bytes) => (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le'))
      expect(texts).toEqual(['{"n":"愛😀"}', '{"n":2}'])
      expect(read.rejects).toMatchObject([{ why: 'truncated', line: 3, offset: content.length - 12, length: 12 }])
    }
  })

  it('skips a long record in UTF-16 with its raw length', async () => {
    const read = await readContent(utf16(`one\n${'é'.repeat(5000)}\ntwo\n`, false), { recordCapBytes: 100, chunkBytes: 64 })
    expect(values(read)).toEqual(['one', 'two'])
    expect(read.rejects).toEqual([{ why: 'too-long', line: 2, offset: 10, length: 10_000 }])
  })

  it.each([
    ['cp932', CP932.login, CP932.yamada],
    ['euc-jp', EUC.login, EUC.yamada],
  ])('recognises %s', async (charset, login, name) => {
    const read = await readContent(Buffer.concat([Buffer.from('2026-01-01 '), login, Buffer.from(' ok '), name, Buffer.from('\nplain\n')]))
    expect(values(read)).toEqual(['2026-01-01 ログイン ok 山田', 'plain'])
    expect(read.result.notes).toEqual([{ id: 'charset-assumed', level: 'info', data: { charset, records: 1 } }])
  })

  it('reads a lone character in the charset of the other records, or when asked to', async () => {
    const clear = Buffer.concat([CP932.login, Buffer.from('\n')])
    const lone = Buffer.concat([Buffer.from('user '), CP932.hayashi, Buffer.from('\n')])
    expect(values(await readContent(Buffer.concat([lone, clear, clear, clear])))[0]).toBe('user 林')
    expect(values(await readContent(lone, { charset: 'cp932' }))).toEqual(['user 林'])
  })

  it('does not let one hostile byte flip a file', async () => {
    const read = await readContent(Buffer.concat([Buffer.from('{"u":"愛"}\n{"u":"'), Buffer.from([0xe9]), Buffer.from('x"}\n{"u":"é"}\n')]))
    expect(values(read)).toEqual([{ u: '愛' }, { u: 'éx' }, { u: 'é' }])
    expect(read.result.notes).toEqual([{ id: 'charset-mixed', level: 'warning', data: { charset: 'windows-1252', records: 1 } }])
  })

  it('takes Latin letters with accents for what they are', async () => {
    const read = await readContent(Buffer.from('José Müller à Zürich\nFrançois \x93Noël\x94\n', 'latin1'))
    expect(values(read)[0]).toBe('José Müller à Zürich')
    expect(values(read)[1]).toBe('François “Noël”')
  })

  it('reads a CP932 table with a Japanese header', async () => {
    const header = Buffer.concat([CP932.login, Buffer.from(','), CP932.yamada, Buffer.from(','), CP932.login, Buffer.from('\n')])
    const read = await readContent(Buffer.concat([header, Buffer.from('1,2,3\n4,5,6\n')]))
    expect(read.records.map(({ header: names }) => names)).toEqual([
      ['ログイン', '山田', 'ログイン#2'],
      ['ログイン', '山田', 'ログイン#2'],
    ])
  })

  it('the header of a table speaks for cells of a single character', async () => {
    // 日時,会員番号,判定 and the marks ○ and ×
    const header = Buffer.from('93fa8e9e2c89ef88f594d48d862c94bb92e80a', 'hex')
    const row = (mark: string): Buffer => Buffer.concat([Buffer.from('2026/11/21 02:14:05,00000012,'), Buffer.from(`${mark}0a`, 'hex')])
    const read = await readContent(Buffer.concat([header, row('819b'), row('817e')]))
    expect(read.records.map(({ header: names }) => names)).toEqual([
      ['日時', '会員番号', '判定'],
      ['日時', '会員番号', '判定'],
    ])
    expect(values(read)).toEqual([
      ['2026/11/21 02:14:05', '00000012', '○'],
      ['2026/11/21 02:14:05', '00000012', '×'],
    ])
  })
})
