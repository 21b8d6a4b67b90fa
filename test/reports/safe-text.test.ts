import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardSpreadsheet, safeJson, safeMarkdown, safeMarkdownCode, safeText } from '../../src/kernel/safe-text.ts'
import { displayWidth } from '../../src/kernel/text-width.ts'

test.each([
  ['\u001b[2J', '\\u{1b}[2J'],
  ['\u009b31m', '\\u{9b}31m'],
  ['\u001b]0;t\u0007', '\\u{1b}]0;t\\u{7}'],
  ['a\r\nb', 'a\\u{d}\\u{a}b'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['\ud800', '\\u{d800}'],
  ['\ue000', '\\u{e000}'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\u00a0', '\\u{a0}'],
  ['DOMAIN\\user', 'DOMAIN\\user'],
  ['\\u{202e}', '\\\\u{202e}'],
  ['e\u0301 会員 がが 😀 　全角', 'e\u0301 会員 がが 😀 　全角'],
  ['a\u0301\u0302\u0303', 'a\u0301\u0302\\u{303}'],
])('%j is shown as %j', (given, shown) => {
  expect(safeText(given)).toBe(shown)
})

test('a text of 100 MB is cut without being worked through', () => {
  const shown = safeText('\u202e'.repeat(1_000_000), 20)
  expect(displayWidth(shown)).toBeLessThanOrEqual(20)
  expect(shown.endsWith('…')).toBe(true)
})

test('whatever the text: no unsafe character is left, safe twice is shown the same width or more, and it fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      expect(safeText(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
      expect(displayWidth(safeText(text, max))).toBeLessThanOrEqual(max)
    }),
  )
})

test('Markdown text is shown literally', () => {
  expect(safeMarkdown('a|b *c* <i> [l](http://www.example.com) `x`')).toBe(
    'a\\|b \\*c\\* &lt;i&gt; \\[l\\](http\\://www\\.example.com) \\`x\\`',
  )
  expect(safeMarkdown('# h')).toBe('\\# h')
  expect(safeMarkdown('1. x')).toBe('1\\. x')
  expect([safeMarkdown('+ x'), safeMarkdown('1.'), safeMarkdown('- x'), safeMarkdown('R&amp;D')]).toEqual([
    '\\+ x',
    '1\\.',
    '\\- x',
    'R&amp;amp;D',
  ])
  expect(safeMarkdownCode('a`b')).toBe('``a`b``')
  expect(safeMarkdownCode('a|b')).toBe('`a\\|b`')
  expect(safeMarkdownCode('`')).toBe('`` ` ``')
})

test('Markdown text that needs no escape is read unrendered as well', () => {
  for (const plain of ['203.0.113.7 attacked', '+00:00:02', 'AT&T Enterprises', '#1']) expect(safeMarkdown(plain)).toBe(plain)
})

test('cells that a spreadsheet would evaluate are guarded, numbers are not', () => {
  for (const formula of ['=1+1', '+1+1', '@SUM(A1)', '-2+3', '\t=1', '\r=1', "|cmd'", '%0A=1', ' =1', '＝1', '\u200b=1']) {
    expect(guardSpreadsheet(formula)).toBe(`'${formula}`)
  }
  for (const harmless of ['-12.5', '12', 'a=b', '', '会員']) expect(guardSpreadsheet(harmless)).toBe(harmless)
})

test('JSON keeps every value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(safeJson(text))).toBe(text)
      expect(safeJson(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/)
    }),
  )
})
