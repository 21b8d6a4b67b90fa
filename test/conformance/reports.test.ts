import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reports } from '../../src/reports/registry.ts'
import { emptyCase, HOSTILE, hostileCase, LANGS, readCase, renderText } from '../reports/documents.ts'
import { everyReport } from '../reports/every-report.ts'

test('every folder of the room is in the registry under its own name, once', () => {
  const folders = readdirSync(new URL('../../src/reports', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect([...reports.keys()].sort()).toEqual(folders.sort())
  expect(everyReport.map(({ id }) => id)).toEqual([...reports.keys()])
})

/** Control and direction characters: they act on a terminal, or hide what stands behind them. */
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

describe.each(everyReport)('$id', (report) => {
  const parts = report.parts.length > 0 ? report.parts : [undefined]
  const documents = {
    empty: emptyCase,
    hostile: hostileCase(HOSTILE),
    shop: readCase('shop-stuffing', 'ja'),
    okta: readCase('okta-takeover', 'en'),
  }

  test('says what it is', () => {
    expect(report.title).not.toBe('')
    expect(report.mediaType).toMatch(/^[a-z]+\/[a-z-]+/)
  })

  for (const [name, document] of Object.entries(documents)) {
    for (const lang of LANGS) {
      test(`${name} case, ${lang}: ends with one newline, twice the same, in pieces, document untouched`, () => {
        for (const part of parts) {
          const before = JSON.stringify(document)
          const text = renderText(report, document, { lang, part })
          expect(text).toMatch(/[^\n]\n$/)
          expect(renderText(report, document, { lang, part })).toBe(text)
          expect(text).not.toMatch(/undefined|NaN|\[object Object\]|Invalid Date/)
          expect(JSON.stringify(document)).toBe(before)
        }
      })
    }
  }

  test('hostile case: what attackers wrote reaches nobody’s terminal as it is', () => {
    // Tables for scripts carry the exact values; whoever reads them gets what was logged.
    if (report.id === 'csv') return expect(report.mediaType).toContain('text/csv')
    for (const part of parts)
      for (const lang of LANGS) {
        const steering = STEERING.exec(renderText(report, documents.hostile, { lang, part }))
        expect(steering, 'take texts of the document through kernel/safe-text, safe-html or JSON.stringify').toBeNull()
      }
  })

  test('does not look at the machine: same text whatever its zone and colours', () => {
    const saved = { ...process.env }
    const plain = renderText(report, documents.shop, { lang: 'ja', zone: 'Asia/Tokyo' })
    process.env['TZ'] = 'America/New_York'
    process.env['FORCE_COLOR'] = '3'
    const other = renderText(report, documents.shop, { lang: 'ja', zone: 'Asia/Tokyo' })
    process.env = saved
    expect(other).toBe(plain)
  })

  test('accepts a frozen document', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
      return value
    }
    const frozen = structuredClone(documents.shop)
    freeze(frozen)
    expect(() => renderText(report, frozen, {})).not.toThrow()
  })
})
