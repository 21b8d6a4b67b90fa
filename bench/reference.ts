import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze } from '../dist/pipeline/analyze.js'
import { report } from '../dist/reports/json/index.js'

// The same chain with every record through JSON.parse, in one thread: what the fast way must equal to the byte.
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as { version: string }
const { document } = await analyze({
  inputs: [process.argv[2] ?? ''],
  cwd: process.cwd(),
  format: 'auto',
  ownFormats: [],
  ownRules: [],
  ownProviders: [],
  only: [],
  skip: [],
  parameters: {},
  zone: undefined,
  year: undefined,
  zoneOut: 'UTC',
  lang: 'en',
  trustedProxies: [],
  tmp: '/tmp',
  nowMs: 0,
  filters: { accounts: [], ips: [], minSeverity: 'info' },
  toolVersion: version,
  readWhole: true,
})
for (const part of report.render(document, { lang: 'en', zone: 'UTC', width: 100, color: false, part: undefined }))
  process.stdout.write(part)
