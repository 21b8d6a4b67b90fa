import { scaffold } from './scaffold.ts'

/**
 * `npm run new:format my-format`: one shape, a table of codes, and a case with a record for each of them. The conformance suite passes
 * from the first minute; whole records of the product take the place of these one by one.
 */
const user = { id: 'u-100', name: 'aoi@example.com' }
const client = { ip: '198.51.100.7', agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0' }
const product = 'FORMAT_ID'

const RECORDS = [
  { id: 'e-1', time: '2026-03-02T03:00:00Z', product, event: 'login.failed', user, client },
  { id: 'e-2', time: '2026-03-02T03:00:20Z', product, event: 'login.succeeded', user, client },
  { id: 'e-3', time: '2026-03-02T03:05:00Z', product, event: 'report.created', user, client },
]

const told = { account: user.id, username: user.name, ip: client.ip, userAgent: client.agent }
const EXPECTED = [
  {
    time: '2026-03-02T03:00:00.000Z',
    id: 'e-1',
    action: 'login',
    outcome: 'failure',
    reason: 'bad-credentials',
    ...told,
    code: 'login.failed',
  },
  {
    time: '2026-03-02T03:00:20.000Z',
    id: 'e-2',
    action: 'login',
    outcome: 'success',
    accountKnown: true,
    ...told,
    code: 'login.succeeded',
  },
]

const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

scaffold({
  kind: 'format',
  room: 'formats',
  placeholder: 'FORMAT_ID',
  fixtures: {
    'todo-first-records/input.ndjson': lines(RECORDS),
    'todo-first-records/expected.ndjson': lines(EXPECTED),
    'todo-first-records/case.json': `${JSON.stringify({ records: 3, used: 2, ignored: 1, rejected: 0 })}\n`,
  },
  scripts: [['generate-registries.ts', 'formats'], ['generate-samples.ts'], ['generate-docs.ts']],
  next: (id) =>
    `put records of the product into the case, fill in the TODOs, add a Japanese title to src/i18n/catalogue/format-titles.ts, then run \`npm test -- test/conformance/formats.test.ts -t ${id}\` and \`npm run generate && npm run docs\`.`,
})
