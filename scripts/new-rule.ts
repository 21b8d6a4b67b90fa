import { scaffold } from './scaffold.ts'

/**
 * `npm run new:rule my-rule`: two empty cases that fire and two that stay quiet come with it. The conformance suite fails until the
 * TODOs and the cases are filled in.
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

scaffold({
  kind: 'rule',
  room: 'rules',
  placeholder: 'RULE_ID',
  fixtures: Object.fromEntries(
    CASES.flatMap((name) => [
      [`${name}/events.ndjson`, `${JSON.stringify(EXAMPLE)}\n`],
      [`${name}/expected.json`, '[]\n'],
    ]),
  ),
  scripts: [['generate-registries.ts', 'rules'], ['generate-docs.ts']],
  next: (id) => `fill in the TODOs and the cases, then run \`npm test -- test/conformance/rules.test.ts -t ${id}\` and \`npm run docs\`.`,
})
