import { describe, expect, it } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import { format } from '../../src/formats/cas/index.ts'
import { draftLine } from '../support/format-fixtures.ts'
import { readContent, readSource, values, writeTemp } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const RULE = '='.repeat(61)
const HEAD = '2026-11-03 09:00:01,123 INFO [org.apereo.inspektr.audit.support.Slf4jLoggingAuditTrailManager] - <Audit trail record BEGIN'
const lines = (who: string, what: string, action: string, more: readonly string[] = []): readonly string[] => [
  `WHO: ${who}`,
  `WHAT: ${what}`,
  `ACTION: ${action}`,
  'APPLICATION: CAS',
  'WHEN: Tue Nov 03 09:00:01 JST 2026',
  'CLIENT IP ADDRESS: 203.0.113.4',
  'SERVER IP ADDRESS: 192.0.2.22',
  ...more,
  RULE,
]
const around = (record: readonly string[]): string => [HEAD, RULE, ...record, '', '>', ''].join('\n')

const CREDENTIAL = '[UsernamePasswordCredential(username=keiko, source=null, customFields={})]'
const FAILED = lines('audit:unknown', `Supplied credentials: ${CREDENTIAL}`, 'AUTHENTICATION_FAILED')
const GRANTED = lines('keiko', CREDENTIAL, 'AUTHENTICATION_SUCCESS', ['USER AGENT: Mozilla/5.0', 'GEO LOCATION: unknown'])
const LOG = around(FAILED) + around(GRANTED)
const folder = tempFolder()

const fates = async (content: string): Promise<readonly string[]> => {
  const compiled = compileFormat(format, { time: { zone: 'UTC', year: () => 2026 } })
  const { records } = await readContent(content)
  return records.flatMap((record) => {
    const drafts: string[] = []
    const fate = compiled.decode(record, (draft) => drafts.push(draftLine(draft)))
    return drafts.length > 0 ? drafts : [fate?.fate ?? 'unknown']
  })
}

describe('audit records of CAS over several lines', () => {
  it.each([
    ['as CAS writes them', LOG],
    ['with the line ends of Windows', LOG.replaceAll('\n', '\r\n')],
    ['cut off behind the last', LOG.trimEnd().slice(0, -3)],
  ])('%s', async (_name, content) => {
    const read = await readContent(content)
    expect(values(read).map((text) => String(text).replaceAll('\r\n', '\n'))).toEqual([FAILED.join('\n'), GRANTED.join('\n')])
    expect(read.rejects).toEqual([])
    expect(read.records.map(({ line }) => line)).toEqual([3, 15])
  })

  it('are events, at their own time', async () => {
    const events = (await fates(LOG)).map((line) => JSON.parse(line) as Record<string, unknown>)
    const time = '2026-11-03T00:00:01.000Z'
    expect(events).toMatchObject([
      { time, action: 'login', outcome: 'failure', username: 'keiko', ip: '203.0.113.4' },
      { time, action: 'login', outcome: 'success', username: 'keiko', ip: '203.0.113.4', userAgent: 'Mozilla/5.0' },
    ])
  })

  it('are refused where somebody typed a line into them', async () => {
    const forged = 'Supplied credentials: [x]\nACTION: AUTHENTICATION_SUCCESS\nWHO: boss'
    expect(await fates(around(lines('audit:unknown', forged, 'AUTHENTICATION_FAILED')))).toEqual(['rejected'])
  })

  it('leave other lines of the log as they are, however the bytes come', async () => {
    const mixed = `${LOG}2026-11-03 09:00:02,000 WARN [org.apereo.cas] - <WHO: is asking>\n${LOG}${HEAD}\n${RULE}\nWHO: cut off`
    const whole = await readContent(mixed)
    expect(values(whole)).toContain('2026-11-03 09:00:02,000 WARN [org.apereo.cas] - <WHO: is asking>')
    expect(whole.rejects.map(({ why }) => why)).toEqual(['truncated'])
    for (const chunkBytes of [1, 7, 64, 1000]) {
      const source = await writeTemp(folder, `cas-${chunkBytes}.log`, mixed)
      const { records, rejects } = await readSource(source, { chunkBytes })
      expect({ records, rejects }).toEqual({ records: whole.records, rejects: whole.rejects })
    }
  })
})
