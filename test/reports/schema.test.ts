import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { report as json } from '../../src/reports/json/index.ts'
import { CASES, emptyCase, HOSTILE, hostileCase, LANGS, readCase, renderText } from './documents.ts'

const schema = JSON.parse(readFileSync(new URL('../../docs/case.schema.json', import.meta.url), 'utf8')) as object
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)
const errors = (value: unknown): unknown => (validate(value) ? [] : validate.errors)

test.each(CASES.flatMap(({ name }) => LANGS.map((lang) => ({ name, lang }))))(
  '$name.$lang follows the published schema, also after printing',
  ({ name, lang }) => {
    const document = readCase(name, lang)
    expect(errors(document)).toEqual([])
    expect(errors(JSON.parse(renderText(json, document, { lang })))).toEqual([])
  },
)

test('the empty and the hostile case follow it too', () => {
  expect(errors(emptyCase)).toEqual([])
  expect(errors(hostileCase(HOSTILE))).toEqual([])
})

test('the schema is strict at every level', () => {
  const document = JSON.parse(JSON.stringify(readCase('okta-takeover', 'en'))) as Record<string, unknown>
  /** Each object of the document in turn gets a member that nobody declared; open dictionaries are exempt. */
  const open = new Set(['data', 'options', 'parameters', 'ignoredBy'])
  let tried = 0
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) {
      const object = value as Record<string, unknown>
      object['surplus'] = true
      expect(validate(document), JSON.stringify(object).slice(0, 80)).toBe(false)
      delete object['surplus']
      tried += 1
    }
    for (const [key, inner] of Object.entries(value)) if (!open.has(key)) visit(inner)
  }
  visit(document)
  expect(tried).toBeGreaterThan(50)
  expect(errors(document)).toEqual([])
})
