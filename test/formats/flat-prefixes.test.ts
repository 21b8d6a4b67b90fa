import { expect, test } from 'vitest'
import { prefixesOf } from '../../src/formats/flat-prefixes.ts'

test('several names that begin alike may have that in front, shortest first', () => {
  expect(prefixesOf(['_source.a', '_source.b.c', '_source.b.d', '_source.b.e', '_index'])).toEqual(['', '_source.', '_source.b.'])
})

test('where names are values, no more beginnings are tried than the commonest', () => {
  const pages = Array.from({ length: 3000 }, (_, n) => `seen.https://shop${n % 900}.example.com/page.${n}`)
  const prefixes = prefixesOf(pages)
  expect(prefixes.length).toBeLessThan(20)
  expect(prefixes).toEqual(expect.arrayContaining(['', 'seen.']))
})
