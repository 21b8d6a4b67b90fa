import { readFileSync } from 'node:fs'

/**
 * Reads vitest's JSON reports (paths: behind the flag) and prints what failed, what was skipped, and as its last line exactly
 * `N passed, N failed, N skipped`. Fails when a test failed, when nothing ran, and, with `--corpus-present`, when a test that
 * needs the corpus was skipped all the same: such tests have the word "corpus" in their name or in their file's path.
 */
interface Assertion {
  readonly fullName: string
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled'
}
interface FileResult {
  readonly name: string
  readonly status: 'passed' | 'failed'
  readonly message: string
  readonly assertionResults: readonly Assertion[]
}

const [flag, ...paths] = process.argv.slice(2)
const read = (path: string): { readonly testResults: readonly FileResult[] } => JSON.parse(readFileSync(path, 'utf8'))
const results = paths.flatMap((path) => read(path).testResults)

const tests = results.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })))
const passed = tests.filter((test) => test.status === 'passed')
const failed = tests.filter((test) => test.status === 'failed')
const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
/** A file that could not even be loaded has no tests to count; it counts as one failure. */
const broken = results.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))

const needsCorpus = (test: { readonly fullName: string; readonly file: string }): boolean => /corpus/i.test(`${test.file} ${test.fullName}`)
const wronglySkipped = flag === '--corpus-present' ? skipped.filter(needsCorpus) : []

const failures = failed.length + broken.length
const lines = [
  ...skipped.map((test) => `skipped: ${test.file}: ${test.fullName}`),
  ...broken.map((file) => `failed: ${file.name}: ${file.message.split('\n')[0]}`),
  ...failed.map((test) => `failed: ${test.file}: ${test.fullName}`),
  ...wronglySkipped.map((test) => `skipped although the corpus is there: ${test.fullName}`),
  `${passed.length} passed, ${failures} failed, ${skipped.length} skipped`,
]
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = failures > 0 || passed.length === 0 || wronglySkipped.length > 0 ? 1 : 0
