import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { writeManifest } from '../../src/pipeline/case-manifest.ts'

const document = JSON.parse(
  readFileSync(new URL('../../fixtures/verdicts/okta-takeover/case.json', import.meta.url), 'utf8'),
) as CaseDocument
const at = (hour: number): string => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`
const gap = (id: string, from: number, to: number): CaseDocument['summary']['caveats'][number] => ({
  id,
  data: { input: id, from: { time: at(from) }, to: { time: at(to) }, ...(id === 'gaps' ? { count: 3 } : {}) },
})

const PARTS: Parameters<typeof writeManifest>[1] = {
  lang: 'en',
  zone: 'UTC',
  handling: { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null },
  legal: { laws: [], awareAt: null, department: null },
  expected: undefined,
  redaction: undefined,
  service: undefined,
  providers: [],
  recordsSuccesses: true,
  work: { decisions: { entries: 0, hash: '' }, notes: { entries: 0, hash: '' }, samples: { entries: 0, hash: '' } },
  before: null,
  placeOf: () => ({ file: null }),
}

test('what a lookup says to be missing: a log with one gap, logs with several, and what several logs lack at once as one', () => {
  const caveats = [gap('gaps', 14, 17), gap('gap', 2, 4), gap('gap', 15, 18), { id: 'thin-log', data: {} }]
  const { period } = writeManifest({ ...document, summary: { ...document.summary, caveats } }, PARTS)
  expect(period.gaps).toEqual([
    { from: at(2), to: at(4) },
    { from: at(14), to: at(18) },
  ])
})

test('a log that was not read again stands as it was sealed, with the place where it lay; one that was read is of this revision', () => {
  const [input] = document.run.inputs
  if (input === undefined) throw new Error('the case has no input')
  const newer = { ...input, path: 'newer.ndjson', sha256: 'f'.repeat(64) }
  const first = writeManifest(
    { ...document, run: { ...document.run, inputs: [input] } },
    { ...PARTS, placeOf: () => ({ file: '/logs/a' }) },
  )
  const second = writeManifest(
    { ...document, run: { ...document.run, inputs: [input, newer] } },
    {
      ...PARTS,
      before: { manifest: first, sha256sums: '0'.repeat(64) },
      placeOf: ({ path }) => ({ file: path === newer.path ? '/logs/newer' : null }),
    },
  )
  expect(second.revision).toBe(2)
  expect(second.inputs).toMatchObject([
    { file: '/logs/a', revision: 1 },
    { path: newer.path, file: '/logs/newer', revision: 2 },
  ])
})
