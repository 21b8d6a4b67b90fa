import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linearPattern } from '../../src/formats/generic/linear-pattern.ts'
import { compilePatterns } from '../../src/formats/line-patterns.ts'

const groupsOf = (pattern: RegExp, text: string): readonly (string | undefined)[] | null => {
  const found = pattern.exec(text)
  return found === null ? null : [...found]
}

/** Made of what people write in patterns of logs; no group is repeated, because JavaScript forgets what an earlier round held. */
const ATOMS = [
  'a',
  'b',
  ' ',
  '\\.',
  '.',
  '\\s',
  '\\S',
  '\\w',
  '\\d',
  '[ab]',
  '[^a]',
  '[\\s,]',
  '[^\\s"]',
  '[\\S]',
  '[[]',
  '\\u0061',
  '\\u{1F600}',
  'あ',
  '\\b',
]
const TIMES = ['', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}', '{2,}']
const item = fc.tuple(fc.constantFrom(...ATOMS), fc.constantFrom(...TIMES)).map(([atom, times]) => (atom === '\\b' ? atom : atom + times))
const sequence = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => items.join(''))
const pattern = fc
  .tuple(fc.constantFrom('', '^'), sequence, sequence, fc.constantFrom('', '$'), fc.constantFrom('()', '(?<name>)', '(?:)', '(|x)'))
  .map(([from, one, two, to, group]) => `${from}${one}${group.slice(0, -1)}${two})${to}`)
const line = fc
  .array(fc.constantFrom('a', 'b', ' ', '\u3000', '\u00a0', '\u2028', '\r', '.', ',', '"', '[', '1', '_', 'あ', '😀'), { maxLength: 12 })
  .map((parts) => parts.join(''))

describe('a pattern in linear time', () => {
  test('says the same as the machine’s own engine', () => {
    let matched = 0
    fc.assert(
      fc.property(pattern, line, (source, text) => {
        const own = groupsOf(new RegExp(source, 'u'), text)
        if (own !== null) matched += 1
        expect(groupsOf(linearPattern(source), text)).toEqual(own)
        expect(linearPattern(source).test(text)).toBe(own !== null)
      }),
      { numRuns: 3000 },
    )
    // A tenth of them, more or less: so many that agreeing is no accident.
    expect(matched).toBeGreaterThan(200)
  })

  test.each([
    '^(a+)+$',
    '^(?:a|a)*$',
    '(?:a*)*x',
    '^(?:a+?)+?$',
    '^(?:[ab]{1,})+$',
    '^(.*a)*x',
    '\\s+$',
    '^.*-.*-.*-.*x$',
    '(.|\\s)*x',
    '^(\\w+\\s?)*$',
    '^(?<user>.*) from (?<ip>.*) port (?<port>.*)x$',
  ])('%s ends at once on lines that are made for it', (source) => {
    const slow = linearPattern(source)
    for (const word of ['a', ' ', '-', 'a ', ' from  port ']) {
      const begun = performance.now()
      expect(slow.exec(`${word.repeat(40_000 / word.length)}!`)).toBe(null)
      expect(performance.now() - begun).toBeLessThan(3000)
    }
  })

  test('one that never goes back stays with the machine’s own engine', () => {
    const quick = '^(?<time>\\d{4}-\\d\\d-\\d\\d \\S+) user=(?<user>\\S*) result=(?<result>\\w+)(?: reason=(?<reason>\\S+))?$'
    expect(Object.getPrototypeOf(linearPattern(quick))).toBe(RegExp.prototype)
    expect(Object.getPrototypeOf(linearPattern(`.*${quick.slice(1)}`))).not.toBe(RegExp.prototype)
  })

  test('groups are found by name, of alternatives as well', () => {
    const { match, compilePath } = compilePatterns({ one: linearPattern('.*(?:user=(?<user>\\S+)|account: (?<user>.*))') })
    const user = compilePath('user')
    for (const [text, name] of [
      ['x user=hana y', 'hana'],
      ['x account: jun mori', 'jun mori'],
    ] as const) {
      const found = match(text)
      expect(found === undefined ? undefined : user(found as never, undefined as never)).toBe(name)
    }
  })
})
