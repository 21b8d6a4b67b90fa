import { expect, test } from 'vitest'
import { catalogue } from '../../src/i18n/catalogue.ts'
import { CASE_STEPS } from '../../src/recovery/catalogue/case-steps.ts'
import { rules } from '../../src/rules/registry.ts'

const english: readonly (readonly [id: string, text: string])[] = [
  ...[...catalogue].map(([id, { en }]) => [id, en] as const),
  ...rules.flatMap((rule) => Object.entries(rule.messages).map(([id, { en }]) => [`${rule.id} ${id}`, en] as const)),
  ...Object.entries(CASE_STEPS).flatMap(([id, { text, why }]) => [[`${id} text`, text.en] as const, [`${id} why`, why.en] as const]),
]

/** What a file or a format does, and what was done: no nouns. */
const VERBS = /^\{(?:path|format)\} |\bwere$/
/** Nouns that some sentence counts with both forms: `{count:account|accounts}`. */
const COUNTED = new Set(
  english.flatMap(([, text]) => [...text.matchAll(/\{\w+:[^{}|]*\|([^{}|]*)\}/g)].flatMap(([, many = '']) => many.split(' ').at(-1) ?? [])),
)

test('whatever is counted has its form for one: no "1 accounts"', () => {
  expect([...COUNTED]).toEqual(expect.arrayContaining(['accounts', 'sources', 'addresses', 'sessions', 'attempts']))
  const bare = english.flatMap(([id, text]) =>
    [...text.matchAll(/\{\w+\} (?:more )?([a-z]+)\b/gi)].flatMap(([whole, noun = '']) =>
      COUNTED.has(noun) && !VERBS.test(whole) ? [`${id}: ${whole}`] : [],
    ),
  )
  expect(bare).toEqual([])
})
