import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOptions } from './run-options.ts'

// Compiled, as it is shipped, but typed by the sources: types are checked whether or not anything has been compiled.
const { analyze }: typeof import('../src/pipeline/analyze.ts') = await import(`${import.meta.dirname}/../dist/pipeline/analyze.js`)
const { report }: typeof import('../src/reports/json/index.ts') = await import(`${import.meta.dirname}/../dist/reports/json/index.js`)

// The same chain with every record through JSON.parse, in one thread: what the fast way must equal to the byte.
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as { version: string }
const inputs = [process.argv[2] ?? '']
const { document } = await analyze(runOptions(inputs, { cwd: process.cwd(), nowMs: 0, toolVersion: version, readWhole: true }))
for (const part of report.render(document, { lang: 'en', zone: 'UTC', width: 100, color: false, part: undefined }))
  process.stdout.write(part)
