import { describe, expect, test } from 'vitest'
import { everyReport } from './every-report.ts'
import { CASES, LANGS, readCase, renderText } from './documents.ts'

const EXTENSIONS: Readonly<Record<string, string>> = { table: 'txt', json: 'json', ndjson: 'ndjson', csv: 'csv', markdown: 'md' }
const file = (name: string, golden: string): string => new URL(`../../fixtures/reports/${name}/${golden}`, import.meta.url).pathname

describe.each(CASES)('$name', ({ name, zone }) => {
  for (const report of everyReport.filter(({ id }) => Object.hasOwn(EXTENSIONS, id))) {
    for (const lang of LANGS) {
      const widths = report.id === 'table' ? [80, 160] : [80]
      for (const width of widths) {
        for (const part of report.parts.length > 0 ? report.parts : [undefined]) {
          const golden = [report.id, part, lang, widths.length > 1 ? width : undefined].filter((piece) => piece !== undefined).join('.')
          test(golden, async () => {
            const text = renderText(report, readCase(name, lang), { lang, zone, width, part })
            await expect(text).toMatchFileSnapshot(file(name, `${golden}.${EXTENSIONS[report.id]}`))
          })
        }
      }
      test(`${report.id} ${lang} is the same at any width, or is the table`, () => {
        const at = (width: number): string => renderText(report, readCase(name, lang), { lang, zone, width })
        if (report.id !== 'table') expect(at(160)).toBe(at(80))
        else expect(at(160)).not.toBe(at(80))
      })
    }
  }
})
