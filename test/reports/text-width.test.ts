import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth, padEnd, padStart, truncate, wrap } from '../../src/kernel/text-width.ts'

test('wide characters count two, padding and cutting follow', () => {
  expect(displayWidth('会員ID')).toBe(6)
  expect(padEnd('会員', 6)).toBe('会員  ')
  expect(padStart('会員', 5)).toBe(' 会員')
  expect(truncate('不正ログイン', 7)).toBe('不正ロ…')
  expect(truncate('不正ログイン', 12)).toBe('不正ログイン')
  expect(truncate('abc', 0)).toBe('')
})

test('Japanese breaks between characters, but no line starts with a comma or ends with an opening bracket', () => {
  expect(wrap('認証に成功、その後', 10)).toEqual(['認証に成', '功、その後'])
  expect(wrap('利用のない(国)です', 12)).toEqual(['利用のない', '(国)です'])
  expect(wrap('国はブラジルです', 8)).toEqual(['国は', 'ブラジル', 'です'])
})

test('English breaks at blanks; what is too long is cut', () => {
  expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox'])
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  expect(wrap('', 10)).toEqual([''])
})

test('wrapping loses nothing but blanks, and keeps to the width', () => {
  const text = fc
    .array(fc.constantFrom('会', '員', '、', '(', 'ロ', 'グ', 'a', 'b', ' ', '.', '…'), { maxLength: 60 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (given, width) => {
      const lines = wrap(given, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''))
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }),
  )
})
