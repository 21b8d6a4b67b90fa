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

test.each([
  ['alice', 5, 'alice'],
  ['alice', 4, 'ali…'],
  ['会員の名前', 6, '会員…'],
  ['\u202ealice', 8, '\\u{202e…'],
  ['\u202e', 8, '\\u{202e}'],
  ['\u202ealice', 12, '\\u{202e}ali…'],
  // As wide as it may be, of characters that are eight units each: a family of four, then a letter.
  ['👨‍👩‍👧‍👦', 40, '👨\\u{200d}👩\\u{200d}👧\\u{200d}👦'],
  ['', 0, ''],
])('%j in %i columns is %j', (given, columns, shown) => {
  expect(safeText(given, columns)).toBe(shown)
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

test.each([
  ['&#65; &#x41; &#X41; &AMP; &lt;', '&amp;#65; &amp;#x41; &amp;#X41; &amp;AMP; &amp;lt;'],
  ['a & b &; &# &#x; &1a; R&D', 'a & b &; &# &#x; &1a; R&D'],
  ['</script>', '&lt;/script&gt;'],
  ['WWW.example.com ftp://x', 'WWW\\.example.com ftp\\://x'],
  ['awww.example.com a:b', 'awww.example.com a:b'],
  ['http://a http://b www.c www.d', 'http\\://a http\\://b www\\.c www\\.d'],
  ['###### h', '\\###### h'],
  ['####### no heading', '####### no heading'],
  ['  2) x', '  2\\) x'],
  ['12.5 EUR', '12.5 EUR'],
  ['=== x', '\\=== x'],
  [': x', '\\: x'],
  ['a # b + c', 'a # b + c'],
  ['~~x~~ $y$', '\\~\\~x\\~\\~ \\$y\\$'],
  ['a\\b', 'a\\\\b'],
])('Markdown text %j is written as %j', (given, written) => {
  expect(safeMarkdown(given)).toBe(written)
})

test.each([
  ['', '`  `'],
  [' a', '`  a `'],
  ['a ', '` a  `'],
  ['``a', '``` ``a ```'],
  ['a``b`c', '```a``b`c```'],
  ['a`b``c', '```a`b``c```'],
])('a Markdown code span of %j is %j', (given, written) => {
  expect(safeMarkdownCode(given)).toBe(written)
})

test('Markdown text that needs no escape is read unrendered as well', () => {
  for (const plain of ['203.0.113.7 attacked', '+00:00:02', 'AT&T Enterprises', '#1']) expect(safeMarkdown(plain)).toBe(plain)
})

test('cells that a spreadsheet would evaluate are guarded, numbers are not', () => {
  for (const formula of ['=1+1', '+1+1', '@SUM(A1)', '-2+3', '\t=1', '\r=1', "|cmd'", '%0A=1', ' =1', '＝1', '\u200b=1']) {
    expect(guardSpreadsheet(formula)).toBe(`'${formula}`)
  }
  for (const guarded of ['-1-1', '-12.', '--1', '-', '−1=2\n=1'.slice(4), '\ufeff-1a'])
    expect(guardSpreadsheet(guarded)).toBe(`'${guarded}`)
  for (const harmless of ['-12.5', '-3', '12', 'a=b', 'a\n=b', '', '会員']) expect(guardSpreadsheet(harmless)).toBe(harmless)
})

test('JSON keeps every value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(safeJson(text))).toBe(text)
      expect(safeJson(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/)
    }),
  )
})

test('JSON says what steers a terminal in its own escapes, and nothing else', () => {
  expect(safeJson('\u0085\u061c\u00ad\ufeff\u2066é会')).toBe('"\\u0085\\u061c\\u00ad\\ufeff\\u2066é会"')
  expect(safeJson({ a: [1, null] })).toBe('{"a":[1,null]}')
})
