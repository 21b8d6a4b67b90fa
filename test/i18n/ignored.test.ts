import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '../../src/i18n/catalogue.ts'
import { ignoredMessages } from '../../src/i18n/catalogue/ignored.ts'
import { IGNORED } from '../../src/formats/sshd/patterns.ts'

const folder = new URL('../../src/formats/', import.meta.url)
const pages = new URL('../../docs/formats/', import.meta.url)
const read = (path: string, base: URL): string => readFileSync(new URL(path, base), 'utf8')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(path, folder))

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, id]) => id ?? '')
/** A bare literal, or a branch of a choice. */
const ID = /(?:^|[?:] )'([a-z-]+)'/g

/** Where a format writes such an id: behind `ignore:`, as a text shape's `other`, as a fate; and in tables named for it. */
const places = (text: string): string[] => [
  ...all(text, /\bignore: (?!\{)([^\n]*)/g).flatMap((rest) => all(rest.split(/reject:|\}/, 1)[0] ?? '', ID)),
  ...all(text, /\bother: '([a-z-]+)',/g).filter((id) => id !== 'ignore' && id !== 'reject'),
  ...all(text, /fate: 'ignored', why: '([a-z-]+)'/g),
  ...all(text, /const (?:ignored|others|families|serverActions|OTHER_CATEGORIES)\b[^\n]*= \{\n((?: {2}[^\n]*\n)*)\}/g).flatMap((table) =>
    all(table, /: '([a-z-]+)',/g),
  ),
]
const inSources = [...sources.flatMap(places), ...IGNORED.map(([why]) => why)]
const inFixtures = readdirSync(pages).flatMap((page) => all(read(page, pages), /^- `([a-z-]+)` \(\d+ in the fixtures\)/gm))

test.each([...new Set([...inSources, ...inFixtures])].toSorted())('"%s" is said in words', (id) => {
  expect(Object.keys(ignoredMessages)).toContain(`ignored.${id}`)
})

test('no word is left over for an id that no format uses', () => {
  const used = new Set([...inSources, ...inFixtures].map((id) => `ignored.${id}`))
  expect(used.size).toBeGreaterThan(60)
  expect(Object.keys(ignoredMessages).filter((id) => !used.has(id))).toEqual([])
  expect([...catalogue.keys()]).toEqual(expect.arrayContaining(Object.keys(ignoredMessages)))
})
