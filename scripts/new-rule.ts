import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `npm run new:rule my-rule`: copies src/rules/_template to src/rules/my-rule, adds two empty cases that fire and two that stay
 * quiet, and regenerates the registry and the pages. The conformance suite then fails until the TODOs and the cases are filled in.
 */
const CASES = ['fires.todo-one', 'fires.todo-two', 'quiet.todo-just-below', 'quiet.benign-todo'] as const
const EXAMPLE = {
  time: '2026-03-02T03:00:00Z',
  action: 'login',
  outcome: 'failure',
  reason: 'bad-password',
  account: 'u-100',
  ip: '198.51.100.7',
}

const root = fileURLToPath(new URL('../', import.meta.url))

const createRule = (id: string): void => {
  const folder = `${root}src/rules/${id}`
  mkdirSync(folder)
  writeFileSync(`${folder}/index.ts`, readFileSync(`${root}src/rules/_template/index.ts`, 'utf8').replaceAll('RULE_ID', id))
  for (const name of CASES) {
    const path = `${root}fixtures/rules/${id}/${name}`
    mkdirSync(path, { recursive: true })
    writeFileSync(`${path}/events.ndjson`, `${JSON.stringify(EXAMPLE)}\n`)
    writeFileSync(`${path}/expected.json`, '[]\n')
  }
  execFileSync(process.execPath, [`${root}scripts/generate-registries.ts`, 'rules'], { stdio: 'inherit' })
  execFileSync(process.execPath, [`${root}scripts/generate-docs.ts`], { stdio: ['ignore', 'ignore', 'inherit'] })
}

const [id = ''] = process.argv.slice(2)
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  process.stderr.write('usage: npm run new:rule my-rule   (lower case, words joined by hyphens)\n')
  process.exitCode = 2
} else if (existsSync(`${root}src/rules/${id}`)) {
  process.stderr.write(`src/rules/${id} exists already\n`)
  process.exitCode = 2
} else {
  createRule(id)
  process.stdout.write(
    `src/rules/${id}/index.ts\nfixtures/rules/${id}/\nNext: fill in the TODOs and the cases, then run \`npm test -- test/conformance/rules.test.ts -t ${id}\` and \`npm run docs\`.\n`,
  )
}
