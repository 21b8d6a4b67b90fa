import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { mergeSummary } from '../../src/casefolder/merge/summary.ts'
import { describeHeadline } from '../../src/i18n/describe/summary.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** The first sentence of an answer claims no more than was read. */

const folder = tempFolder()
const LINES = Array.from({ length: 1200 }, (_, at) => {
  const time = new Date(Date.UTC(2026, 2, 1, 8, at * 20)).toISOString()
  return `${JSON.stringify({ time, user: `m${at % 7}`, ip: `203.0.113.${at % 7}`, event: 'login', result: 'success' })}\n`
}).join('')
const PACKED = gzipSync(LINES)

const summaryOf = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return (await analyze(runOptions([path]))).document.summary
}
const WORDS = { zone: 'UTC' } as const

test('a whole log without a takeover is said to have none', async () => {
  const summary = await summaryOf('whole.ndjson', LINES)
  expect(summary).toMatchObject({ incomplete: false, headline: { messageId: 'headline.nothing' } })
})

test.each([
  ['cut inside a record', 'cut.ndjson', LINES.slice(0, -40)],
  ['an archive that ends too early', 'cut.ndjson.gz', PACKED.subarray(0, (PACKED.length * 2) / 3)],
])('%s: of what was read only', async (_, name, content) => {
  const summary = await summaryOf(name, content)
  expect(summary).toMatchObject({ incomplete: true, headline: { messageId: 'headline.nothing-in-part' } })
  expect(describeHeadline(summary, { ...WORDS, lang: 'en' })).toMatch(/^These logs were read only in part\. In what was read, /)
  expect(describeHeadline(summary, { ...WORDS, lang: 'ja' })).toMatch(/^ログの一部しか読み取れていません/)
})

test('a case to which a whole log is added stays one that was read in part', async () => {
  const [half, whole] = [await summaryOf('cut.ndjson', LINES.slice(0, -40)), await summaryOf('whole.ndjson', LINES)]
  const { headline } = mergeSummary(half, whole, { accounts: [], campaigns: [] })
  expect(headline.messageId).toBe('headline.nothing-in-part')
})
