import { describe, expect, test } from 'vitest'
import { report as csv } from '../../src/reports/csv/index.ts'
import { report as json } from '../../src/reports/json/index.ts'
import { report as markdown } from '../../src/reports/markdown/index.ts'
import { report as ndjson } from '../../src/reports/ndjson/index.ts'
import { report as table } from '../../src/reports/table/index.ts'
import { HOSTILE, hostileCase, LANGS, renderText } from './documents.ts'

const DANGEROUS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]|\p{Cs}/u
const document = hostileCase(HOSTILE)

/** A small RFC 4180 reader, written from the specification. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

describe('names written by attackers', () => {
  for (const lang of LANGS) {
    for (const width of [80, 160]) {
      test(`terminal, ${lang}, ${width} columns: no control byte, but the name is still seen`, () => {
        const text = renderText(table, document, { lang, width })
        expect(DANGEROUS.exec(text)).toBeNull()
        expect(text.replace(/\s+/g, '')).toContain('\\u{202e}')
        expect(text.replace(/\s+/g, '')).toContain('{time}{account}')
      })
    }
    test(`Markdown, ${lang}: no control byte, no HTML, no link, no table breakout`, () => {
      const text = renderText(markdown, document, { lang })
      expect(DANGEROUS.exec(text)).toBeNull()
      const outsideCode = text.replace(/(`{3,})sh\n[\s\S]*?\n\s*\1/g, '').replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
      expect(outsideCode).not.toMatch(/<script|(?<!\\)\[x(?<!\\)\]|(?<!\\)\*\*bold|http:\/\//)
      const rows = text.split('\n').filter((line) => line.startsWith('| '))
      const columns = (row: string): number => row.replaceAll('\\|', '').split('|').length
      const sizes = new Set(rows.map(columns))
      expect(rows.length).toBeGreaterThan(8)
      expect([...sizes].every((size) => [4, 6, 8, 9].includes(size))).toBe(true)
    })
  }
  test('names of a megabyte do not bury the answer', () => {
    const text = renderText(table, hostileCase('長い'.repeat(250_000)), {})
    const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('$ '))
    expect(lines.length).toBeLessThan(500)
    expect(text.slice(0, text.indexOf('\n\n==')).split('\n').length).toBeLessThanOrEqual(30)
    expect(text).toContain('Judged taken over 1')
  })
  test('JSON and NDJSON carry the exact values and no raw steering character', () => {
    const text = renderText(json, document, {})
    expect(JSON.parse(text)).toEqual(document)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/)
    const accounts = renderText(ndjson, document, {})
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; account?: string })
    expect(accounts.filter(({ type }) => type === 'account').map(({ account }) => account)).toEqual([HOSTILE, HOSTILE])
  })
  test.each(['timeline', 'accounts'])('CSV %s carries the exact values', (part) => {
    const [head = [], ...rows] = parseCsv(renderText(csv, document, { part }))
    expect(rows.length).toBe(part === 'timeline' ? 5 : 2)
    expect(rows.every((row) => row.length === head.length)).toBe(true)
    expect(rows.map((row) => row[head.indexOf('account')])).toEqual(rows.map(() => HOSTILE))
  })
})
