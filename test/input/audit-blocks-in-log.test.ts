import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectInputs } from '../../src/pipeline/inspect.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const RULE = '='.repeat(61)
const record = (second: number, action: string): string =>
  [
    `2026-11-03 11:41:${second},433 INFO [org.apereo.inspektr.audit.support.Slf4jLoggingAuditTrailManager] - <Audit trail record BEGIN`,
    RULE,
    'WHO: keiko',
    'WHAT: Supplied credentials: [keiko]',
    `ACTION: ${action}`,
    'APPLICATION: CAS',
    `WHEN: Tue Nov 03 11:41:${second} JST 2026`,
    'CLIENT IP ADDRESS: 203.0.113.4',
    'SERVER IP ADDRESS: 192.0.2.1',
    RULE,
    '',
    '>',
    '',
  ].join('\n')
const said = (by: string, text: string): string => `2026-11-03 11:41:18,100 INFO [org.apereo.cas.${by}] - <${text}>\n`

test('records over several lines among what else the server says in cas.log', async () => {
  const path = join(tempFolder(), 'cas.log')
  const parts = [
    said(
      'authentication.PolicyBasedAuthenticationManager',
      'Authenticated principal [keiko] with attributes [{}] via credentials [[keiko]].',
    ),
    record(19, 'AUTHENTICATION_SUCCESS'),
    said('services.RegexRegisteredService', 'CAS is configured to accept service URLs that match anything'),
    record(50, 'AUTHENTICATION_FAILED'),
  ]
  writeFileSync(path, parts.join(''))
  const { inputs, table } = await inspectInputs(runOptions([path]), () => undefined)
  const outcomes = Array.from({ length: table.size }, (_, row) => table.classes[table.cls.get(row)]?.outcome)
  expect(outcomes).toEqual(['success', 'failure'])
  expect(inputs[0]?.input).toMatchObject({ records: 4, used: 2, ignored: 2, rejected: 0 })
})
