import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CaseFixture } from './case-fixtures/case-fixture.ts'
import { oktaTakeover } from './case-fixtures/cases/okta-takeover.ts'

/**
 * Writes the logs of fixtures/cases and the answers in fixtures/verdicts. Run it after changing a story, look at the difference,
 * and commit both; tests read the committed files only. The answers lie apart from the logs so that a case's folder can be scanned whole.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))

const write = ({ name, files, mapping, truth }: CaseFixture): void => {
  const [logs, answers] = [`${FIXTURES}cases/${name}/`, `${FIXTURES}verdicts/${name}/`]
  mkdirSync(logs, { recursive: true })
  mkdirSync(answers, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(logs + file, text)
  if (mapping !== undefined) writeFileSync(`${answers}mapping.yaml`, mapping)
  writeFileSync(`${answers}truth.json`, `${JSON.stringify(truth, null, 2)}\n`)
}

for (const make of [oktaTakeover]) write(make())
