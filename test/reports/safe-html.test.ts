import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, markup, scriptJson, trusted } from '../../src/kernel/safe-html.ts'

test('a text is shown literally, in an element and in a quoted attribute', () => {
  expect(escapeHtml(`<b a="1" c='2'>&amp;\`</b>`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&#96;&lt;/b&gt;')
  expect(escapeHtml('a\u202eb\u0000')).toBe('a\\u{202e}b\\u{0}')
  expect(escapeHtml('会員 alice')).toBe('会員 alice')
})

test('whatever the text: nothing in it can begin a tag, an entity or the end of an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/)
    }),
  )
})

test('a template escapes texts, and takes numbers, markup and lists of them as they are', () => {
  const name = '<i>'
  expect(markup`<td>${name}</td>`.markup).toBe('<td>&lt;i&gt;</td>')
  expect(markup`${1} of ${-2.5}`.markup).toBe('1 of -2.5')
  expect(markup`<ul>${['a', '&'].map((item) => markup`<li>${item}</li>`)}</ul>`.markup).toBe('<ul><li>a</li><li>&amp;</li></ul>')
  expect(markup`${['<', 7, [trusted('<br>'), '>']]}`.markup).toBe('&lt;7<br>&gt;')
  expect(markup`<hr>`.markup).toBe('<hr>')
})

test('a list of numbers and names is no markup, whatever it holds', () => {
  expect(markup`${['markup', '<b>']}`.markup).toBe('markup&lt;b&gt;')
})

test('data inside a script cannot end it, and keep their values', () => {
  const value = { name: '</script><!--\u2028', list: [1, '<'] }
  expect(scriptJson(value)).not.toMatch(/[<\u2028]/)
  expect(JSON.parse(scriptJson(value))).toEqual(value)
})
