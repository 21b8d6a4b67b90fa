import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { invariantPart } from '../support/invariant.ts'
import { writeVariants } from '../support/log-variants.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const LOG = fileURLToPath(new URL('../../fixtures/cases/okta-takeover/okta-system-log.ndjson', import.meta.url))
const root = tempFolder()

/** The log with records that say they are Okta's and cannot be read, all of them together somewhere in the middle. */
const damaged = (name: string, bad: number): string => {
  const lines = readFileSync(LOG, 'utf8').trimEnd().split('\n')
  const [first = ''] = lines
  const broken = Array.from({ length: bad }, (_, at) =>
    JSON.stringify({ ...(JSON.parse(first) as object), uuid: `broken-${at}`, published: 'yesterday' }),
  )
  const path = join(root, `${name}.ndjson`)
  writeFileSync(path, `${[...lines.slice(0, 100), ...broken, ...lines.slice(100)].join('\n')}\n`)
  return path
}

// In one of ten files nearly half of the records are bad: what counts is their share of the log.
test.each([
  ['few', 10, false],
  ['many', 60, true],
] as const)('rejects (%s) are judged on the whole log, however it is split', async (name, bad, isIncomplete) => {
  const file = damaged(name, bad)
  const { document } = await analyze(runOptions([file]))
  expect(document.run.inputs[0]?.rejected).toBe(bad)
  expect(document.summary.incomplete).toBe(isIncomplete)
  expect(document.summary.caveats.some(({ id }) => id === 'rejected-of-format')).toBe(isIncomplete)
  for (const { name: variant, folder } of writeVariants([file], join(root, name), true)) {
    const again = await analyze(runOptions([folder]))
    expect(invariantPart(again.document), variant).toBe(invariantPart(document))
  }
})

test('a piece of nothing but garbage is named and makes the result incomplete; all else is as for the whole log', async () => {
  const lines = readFileSync(LOG, 'utf8').trimEnd().split('\n')
  const garbage = Array.from({ length: 5 }, (_, at) => `{"uuid":"cut-${at}","publi`)
  const whole = join(root, 'whole.ndjson')
  writeFileSync(whole, `${[...lines.slice(0, 97), ...garbage, ...lines.slice(97)].join('\n')}\n`)
  const pieces = [lines.slice(0, 97), garbage, lines.slice(97)].map((some, at) => {
    const path = join(root, `piece-${at}.ndjson`)
    writeFileSync(path, `${some.join('\n')}\n`)
    return path
  })
  const [one, many] = [(await analyze(runOptions([whole]))).document, (await analyze(runOptions(pieces))).document]
  expect([one.summary.incomplete, many.summary.incomplete]).toEqual([false, true])
  const named = many.summary.caveats.filter(({ id }) => id === 'unused')
  expect(named).toEqual([{ id: 'unused', data: { where: pieces[1], why: 'unknown-format' } }])
  const rest = { ...many.summary, incomplete: false, caveats: many.summary.caveats.filter((caveat) => !named.includes(caveat)) }
  expect(invariantPart({ ...many, summary: rest })).toBe(invariantPart(one))
})
