import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { originalsOf } from '../../src/casefolder/redact/redact-document.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { createRedaction } from '../../src/pipeline/redaction.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { leaksIn } from './leaks.ts'
import { ENTERED_A, ENTERED_B, NOW, oktaEvent, oktaLines, workplace, writeLog } from './support.ts'

vi.setConfig({ testTimeout: 120_000 })

const KEY = 'a key of thirty-two bytes or so.'
const REDACT = ['--redact', '--key', 'redact.key']

let cwd = ''
const scan = (folder: string, log: string, more: readonly string[]): ReturnType<typeof runCli> =>
  runCli(['scan', log, '--case', folder, '--to', 'json', '-q', '--lang', 'ja', '--now', NOW, ...more], { cwd })
const documentOf = (folder: string): Promise<CaseDocument> => readDocument(join(cwd, folder))

/** The sessions of an account end by an administrator's hand. */
const cleared = (account: string, published: string): string =>
  oktaEvent({
    published,
    eventType: 'user.session.clear',
    actor: { id: '00uadminEx0001', type: 'User', alternateId: 'admin@example.jp', displayName: 'Admin' },
    target: [{ id: account, type: 'User', alternateId: 'x@example.jp', displayName: 'X' }],
    outcome: { result: 'SUCCESS', reason: null },
  })

const backFrom = (ip: string, account: string, published: string): string =>
  oktaEvent({
    published,
    eventType: 'user.session.start',
    actor: { id: account, type: 'User', alternateId: 'x@example.jp', displayName: 'X' },
    target: null,
    outcome: { result: 'SUCCESS', reason: null },
    request: { ipChain: [{ ip, geographicalContext: null, version: 'V4', source: null }] },
    client: { ipAddress: ip },
  })

/** A case that grows three times: the first half of a log, the second, and a log of the recovery. */
const LOGS = ['first.ndjson', 'second.ndjson', 'recovery.ndjson']

describe('a redacted case that is continued', () => {
  let original: CaseDocument
  beforeAll(async () => {
    cwd = workplace('okta-takeover')
    writeFileSync(join(cwd, 'redact.key'), KEY)
    rmSync(join(cwd, 'logs'), { recursive: true })
    const lines = oktaLines()
    const isFirst = (line: string): boolean => (JSON.parse(line) as { published: string }).published < '2026-11-08T17:10'
    writeLog(cwd, 'first.ndjson', lines.filter(isFirst))
    writeLog(
      cwd,
      'second.ndjson',
      lines.filter((line) => !isFirst(line)),
    )
    writeLog(cwd, 'recovery.ndjson', [
      cleared(ENTERED_A, '2026-11-10T00:00:00.000Z'),
      cleared(ENTERED_B, '2026-11-10T01:00:00.000Z'),
      backFrom('203.0.113.12', ENTERED_A, '2026-11-10T03:00:00.000Z'),
    ])
    for (const log of LOGS) {
      expect((await scan('case', log, [])).code, log).toBe(0)
      expect(await scan('shared', log, REDACT), log).toMatchObject({ code: 0, stderr: '' })
    }
    original = await documentOf('case')
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('says what the original says, word for word, under pseudonyms', async () => {
    const redaction = createRedaction(Buffer.from(KEY), false, { lang: 'ja', zoneOut: 'UTC', ownRules: [] })
    const expected = JSON.parse(JSON.stringify(redaction.document(original))) as CaseDocument
    expect(await documentOf('shared')).toEqual(expected)
    expect(expected.summary.accounts.compromised).toBe(2)
  })

  it('ticks off what the recovery proves, and sees the thief who comes back', async () => {
    const { accounts } = await documentOf('shared')
    const states = accounts.flatMap(({ checklist }) => checklist.filter(({ id }) => id === 'E1').map(({ state }) => state))
    expect(states.toSorted()).toEqual(['contradicted', 'done'])
    const changes = readFileSync(join(cwd, 'shared/changes.md'), 'utf8')
    expect(changes).toMatch(/id-[0-9a-f]{15}/)
    expect((await runCli(['verify', 'shared'], { cwd })).code).toBe(0)
  })

  it.each(['shared', 'shared.rev1', 'shared.rev2'])('has no original in any byte of %s, and no evidence', (folder) => {
    expect(leaksIn(join(cwd, folder), originalsOf(original))).toEqual([])
    expect(existsSync(join(cwd, folder, '90_evidence'))).toBe(false)
  })

  it('knows the way back to the pseudonyms of every revision', async () => {
    const { accounts } = await readDocument(join(cwd, 'shared.rev1'))
    const back = await runCli(['unmask', 'shared', ...accounts.map(({ account }) => account), '--key', 'redact.key'], { cwd })
    expect(back.code).toBe(0)
  })

  it('keeps what people decided about its pseudonyms', async () => {
    const { accounts } = await documentOf('shared')
    const pseudonym = accounts.find(({ verdict }) => verdict === 'targeted')?.account ?? ''
    writeFileSync(join(cwd, 'decisions.csv'), `account,decision\n${pseudonym},confirmed\n`)
    expect((await runCli(['decide', 'shared', '--from', 'decisions.csv', '--by', 'Tanaka', '--now', NOW], { cwd })).code).toBe(0)
    writeLog(cwd, 'later.ndjson', [cleared(ENTERED_B, '2026-11-11T01:00:00.000Z')])
    expect((await scan('shared', 'later.ndjson', REDACT)).code).toBe(0)
    const after = (await documentOf('shared')).accounts.find(({ account }) => account === pseudonym)
    expect(after?.decision).toMatchObject({ state: 'confirmed', by: expect.stringMatching(/^person-/) as string })
    expect(after?.checklist.length).toBeGreaterThan(0)
    expect(leaksIn(join(cwd, 'shared'), [...originalsOf(original), 'Tanaka'])).toEqual([])
  })

  it('is refused where the way back is gone', async () => {
    rmSync(join(cwd, 'shared.work/pseudonyms.sealed'))
    const { code, stderr } = await scan('shared', 'recovery.ndjson', REDACT)
    expect([code, stderr]).toEqual([2, expect.stringContaining('対応表がありません')])
  })
})
