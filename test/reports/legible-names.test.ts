import { expect, test } from 'vitest'
import { legibleNames } from '../../src/i18n/describe/legible-names.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { report as html } from '../../src/reports/html/index.ts'
import { readCase, renderText } from './documents.ts'

const whole = readCase('shop-stuffing', 'en')
const id = whole.campaigns[0]?.compromised[0] ?? ''
const name = whole.accounts.find(({ account }) => account === id)?.names[0] ?? ''
const renamed = (to: string): string =>
  renderText(html, JSON.parse(JSON.stringify(whole).replaceAll(`"${id}"`, `"${to}"`)) as typeof whole, {})
/** What the pictures say, without what stands in tables and data. */
const wordsOf = (page: string): readonly string[] => [...page.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? '')

test('in a picture an account has its name where its id would be cut off, and its id where that can be read', () => {
  expect([id, name].every((text) => text !== '')).toBe(true)
  const long = '00000000-0000-4000-8000-000000000001'
  const words = wordsOf(renamed(long))
  // Once among those entered, once beside its lane.
  expect(words.filter((word) => word === name)).toHaveLength(2)
  expect(words.filter((word) => word.startsWith('00000000-'))).toEqual([])
  expect(wordsOf(renamed('u-1')).filter((word) => word === 'u-1')).toHaveLength(2)
})

test('an id that a directory made gives way to the name, unless two accounts have it', () => {
  const made = '00u1exampleuser5d7ab'
  const account = (id: string, names: readonly string[]) => ({ account: id, names }) as CaseDocument['accounts'][number]
  const nameOf = legibleNames({ accounts: [account(made, ['hana@example.jp']), account('00012345', ['taro@example.jp'])] })
  expect([nameOf(made), nameOf('00012345'), nameOf('someone-else-who-is-not-there')]).toEqual([
    'hana@example.jp',
    '00012345',
    'someone-else-who-is-not-there',
  ])
  const twice = legibleNames({ accounts: [account(made, ['hana@example.jp']), account(`${made}c`, ['hana@example.jp'])] })
  expect(twice(made)).toBe(made)
})
