import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { ENTERED_A, ENTERED_B, OKTA, oktaEvent, oktaLines, seal, TRIED, workplace, writeLog } from './support.ts'

let cwd = ''
beforeEach(() => {
  cwd = workplace('okta-takeover')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))
const documentOf = (folder = 'case'): Promise<CaseDocument> => readDocument(join(cwd, folder))
const sha256sum = (folder: string): string =>
  execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: join(cwd, folder), encoding: 'utf8' })
const verdictsOf = ({ accounts }: CaseDocument): Readonly<Record<string, string>> =>
  Object.fromEntries(accounts.filter(({ verdict }) => verdict !== 'targeted').map(({ account, verdict }) => [account, verdict]))
const changes = (): string => readFileSync(join(cwd, 'case/changes.md'), 'utf8')

/** The admin ends the sessions of an account. */
const cleared = (account: string, published: string): string =>
  oktaEvent({
    published,
    eventType: 'user.session.clear',
    actor: { id: '00uadminEx0001', type: 'User', alternateId: 'admin@example.jp', displayName: 'Admin' },
    target: [{ id: account, type: 'User', alternateId: 'x@example.jp', displayName: 'X' }],
    outcome: { result: 'SUCCESS', reason: null },
  })

describe('a run on an existing case', () => {
  it('becomes the next revision; the older one is kept as it was', async () => {
    await seal(cwd)
    const sums = readFileSync(join(cwd, 'case/SHA256SUMS'), 'utf8')
    await seal(cwd)
    await seal(cwd)
    expect(readFileSync(join(cwd, 'case.rev1/SHA256SUMS'), 'utf8')).toBe(sums)
    expect(existsSync(join(cwd, 'case.rev2/changes.md'))).toBe(true)
    expect(JSON.parse(readFileSync(join(cwd, 'case/MANIFEST.json'), 'utf8'))).toMatchObject({ revision: 3, previous: { revision: 2 } })
    for (const folder of ['case', 'case.rev1', 'case.rev2']) {
      expect(sha256sum(folder)).toBe('')
      expect((await runCli(['verify', folder], { cwd })).code, folder).toBe(0)
    }
    expect(changes()).toContain('withdrawn (0)')
    expect(changes()).not.toContain('new-context-success')
  })

  it('prints the whole case, not what the newer logs alone would say, and where the changes stand', async () => {
    await seal(cwd)
    writeLog(cwd, 'later.ndjson', [cleared(ENTERED_A, '2026-11-10T00:00:00.000Z')])
    const args = ['scan', 'later.ndjson', '--case', 'case', '--lang', 'en', '--to']
    const { code, stderr, stdout } = await runCli([...args, 'json'], { cwd })
    expect([code, stderr]).toEqual([0, expect.stringContaining('the whole case; what is new, changed or withdrawn: case/changes.md')])
    const [printed, sealed] = [JSON.parse(stdout) as CaseDocument, await documentOf()]
    expect(printed.summary).toEqual(sealed.summary)
    expect(verdictsOf(printed)).toEqual({ [ENTERED_A]: 'compromised', [ENTERED_B]: 'compromised' })
    expect(printed.accounts.find(({ account }) => account === ENTERED_A)?.checklist.find(({ id }) => id === 'E1')?.state).toBe('waiting')
    expect((await runCli([...args, 'table'], { cwd })).stdout).toContain('Judged taken over 2')
    const first = await runCli(['scan', 'logs', '--case', 'other', '--to', 'json'], { cwd })
    expect(first.stderr).not.toContain('the whole case')
  })

  it('goes on without what the service was said not to have, and adds what is said now', async () => {
    const stepIds = async (): Promise<readonly string[]> => {
      const { steps, accounts } = await documentOf()
      return [...steps, ...accounts.flatMap(({ checklist }) => checklist)].map(({ id }) => id.replace(/^.*\//, ''))
    }
    await seal(cwd)
    expect(await stepIds()).toContain('C3')
    rmSync(join(cwd, 'case'), { recursive: true })
    await seal(cwd, ['logs'], ['--without', 'login-challenge'])
    expect(await stepIds()).not.toContain('C3')
    writeLog(cwd, 'later.ndjson', [cleared(ENTERED_A, '2026-11-10T00:00:00.000Z')])
    await seal(cwd, ['later.ndjson'])
    expect(await stepIds()).not.toContain('C3')
    expect(readFileSync(join(cwd, 'case/00_brief.md'), 'utf8')).not.toContain('challenge')
    const drafted = await runCli(['checklist', 'case', '--lang', 'ja'], { cwd })
    expect(drafted.stdout).not.toContain('CAPTCHA')
    writeLog(cwd, 'last.ndjson', [cleared(ENTERED_B, '2026-11-10T00:10:00.000Z')])
    await seal(cwd, ['last.ndjson'], ['--without', 'third-party-apps'])
    expect(JSON.parse(readFileSync(join(cwd, 'case/MANIFEST.json'), 'utf8'))).toMatchObject({
      service: { lacks: ['login-challenge', 'third-party-apps'] },
    })
    expect(await stepIds()).not.toContain('C3')
  })

  it('a short later log does not make the case a short one, and its fewer kinds of acts make no act unknown', async () => {
    await seal(cwd)
    const before = (await documentOf()).summary
    writeLog(cwd, 'later.ndjson', [cleared(ENTERED_A, '2026-11-10T00:00:00.000Z')])
    await runCli(['scan', 'later.ndjson', '--case', 'case'], { cwd })
    const { caveats, afterLogin } = (await documentOf()).summary
    const ids = (list: typeof caveats): readonly string[] => list.map(({ id }) => id)
    expect(ids(caveats).filter((id) => id === 'rules-skipped')).toHaveLength(1)
    expect(ids(caveats).includes('thin-log')).toBe(ids(before.caveats).includes('thin-log'))
    expect(afterLogin.recorded).toBe(before.afterLogin.recorded)
  })

  it('the attacker who comes back from another address of the campaign is still in', async () => {
    await seal(cwd)
    const login = {
      eventType: 'user.session.start',
      actor: { id: ENTERED_A, type: 'User', alternateId: 'x@example.jp', displayName: 'X' },
      target: null,
      outcome: { result: 'SUCCESS', reason: null },
      request: { ipChain: [{ ip: '203.0.113.12', geographicalContext: null, version: 'V4', source: null }] },
    }
    writeLog(cwd, 'later.ndjson', [
      cleared(ENTERED_A, '2026-11-10T00:00:00.000Z'),
      oktaEvent({ ...login, published: '2026-11-10T03:00:00.000Z', client: { ipAddress: '203.0.113.12' } }),
    ])
    await seal(cwd, ['later.ndjson'])
    const { checklist = [] } = (await documentOf()).accounts.find(({ account }) => account === ENTERED_A) ?? {}
    expect(checklist.find(({ id }) => id === 'E1')).toMatchObject({ state: 'contradicted', stateAt: '2026-11-10T03:00:00.000Z' })
  })

  it.each([
    // Tokens live on for a while: the step waits for their end.
    ['the network that is usual for the account', 64497, 'waiting'],
    ['a network where it never was', 64999, 'open'],
  ])('a sign-out by the account itself, from a new address in %s', async (_, asNumber, state) => {
    await seal(cwd)
    const self = { id: ENTERED_A, type: 'User', alternateId: 'x@example.jp', displayName: 'X' }
    writeLog(cwd, 'later.ndjson', [
      oktaEvent({
        published: '2026-11-10T00:00:00.000Z',
        eventType: 'user.session.clear',
        actor: self,
        target: [self],
        outcome: { result: 'SUCCESS', reason: null },
        client: { ipAddress: '198.51.100.99' },
        request: { ipChain: [] },
        securityContext: { asNumber, asOrg: 'example cable', isp: 'example cable', domain: null, isProxy: false },
      }),
    ])
    await seal(cwd, ['later.ndjson'])
    const { checklist = [] } = (await documentOf()).accounts.find(({ account }) => account === ENTERED_A) ?? {}
    expect(checklist.find(({ id }) => id === 'E1')?.state).toBe(state)
  })

  it('withdraws only what the same records, read again, no longer show, and says so', async () => {
    await seal(cwd)
    const before = await documentOf()
    await seal(cwd, ['logs'], ['--skip', 'new-context-success,single-source-spray'])
    const gone = before.findings.filter(({ rule }) => rule === 'new-context-success' || rule === 'single-source-spray')
    expect(gone.length).toBeGreaterThan(3)
    for (const { id } of gone) expect(changes()).toContain(id)
    expect((await documentOf()).findings.some(({ rule }) => rule === 'new-context-success')).toBe(false)
  })

  it('carries findings over where their log was not read again, with their evidence from the older revision', async () => {
    await seal(cwd)
    const before = await documentOf()
    writeLog(cwd, 'later.ndjson', [
      oktaEvent({ published: '2026-11-10T01:00:00.000Z' }),
      oktaEvent({ published: '2026-11-10T02:00:00.000Z' }),
    ])
    rmSync(join(cwd, 'logs'), { recursive: true })
    await seal(cwd, ['later.ndjson'])
    const after = await documentOf()
    expect(verdictsOf(after)).toEqual(verdictsOf(before))
    expect(new Set(after.findings.map(({ id }) => id))).toEqual(new Set(before.findings.map(({ id }) => id)))
    expect(after.run.inputs.map(({ path }) => path)).toEqual([`logs/${OKTA}`, 'later.ndjson'])
    expect(after.summary).toMatchObject({
      events: before.summary.events + 2,
      last: '2026-11-10T02:00:00.000Z',
      accounts: before.summary.accounts,
      classes: before.summary.classes,
      attempts: before.summary.attempts,
    })
    expect(
      readFileSync(join(cwd, 'case/90_evidence/input-0001.records')).equals(
        readFileSync(join(cwd, 'case.rev1/90_evidence/input-0001.records')),
      ),
    ).toBe(true)
    expect(changes()).toContain('withdrawn (0)')
    expect(sha256sum('case')).toBe('')
    expect((await runCli(['verify', 'case'], { cwd })).stdout).toContain('1 unchanged, 1 no longer there')
  })

  it('adds what only the newer log shows', async () => {
    const lines = oktaLines()
    const time = (line: string): string => (JSON.parse(line) as { published: string }).published
    const [early, late] = [
      lines.filter((line) => time(line) < '2026-11-08T17:10'),
      lines.filter((line) => time(line) >= '2026-11-08T17:10'),
    ]
    writeLog(cwd, 'early.ndjson', early)
    writeLog(cwd, 'late.ndjson', late)
    await seal(cwd, ['early.ndjson'])
    expect(verdictsOf(await documentOf())[ENTERED_A]).toBe('compromised')
    await seal(cwd, ['late.ndjson'])
    const apart = await documentOf()
    expect(verdictsOf(apart)[ENTERED_A]).toBe('compromised')
    // Read together, nothing is lost: the whole history stands behind the newer log.
    await seal(cwd, ['early.ndjson', 'late.ndjson'])
    const together = await documentOf()
    expect(verdictsOf(together)).toMatchObject({ [ENTERED_A]: 'compromised', [ENTERED_B]: 'compromised' })
    expect(together.run.inputs.map(({ path }) => path)).toEqual(['early.ndjson', 'late.ndjson'])
    expect(readFileSync(join(cwd, 'case.rev2/changes.md'), 'utf8')).toContain('Logs of the earlier revision')
    // Two stretches of one campaign are one campaign.
    expect(apart.campaigns.length).toBe(1)
    expect(together.sources?.map(({ source }) => source)).toEqual(expect.arrayContaining(apart.sources?.map(({ source }) => source) ?? []))
  })

  it('ticks off the step that a newer log proves, and no other', async () => {
    await seal(cwd)
    writeLog(cwd, 'recovery.ndjson', [cleared(ENTERED_B, '2026-11-10T01:00:00.000Z')])
    await seal(cwd, ['recovery.ndjson'])
    const states = async (): Promise<unknown> => {
      const { accounts, run } = await documentOf()
      return accounts.flatMap(({ account, checklist }) =>
        checklist
          .filter(({ state }) => state !== 'open')
          .map(({ id, state, stateBy, waitingUntil }) => [account, id, state, run.inputs[stateBy?.where.input ?? -1]?.path, waitingUntil]),
      )
    }
    // Tokens issued before live for up to an hour: the log that ends with the revocation cannot tell.
    expect(await states()).toEqual([[ENTERED_B, 'E1', 'waiting', 'recovery.ndjson', '2026-11-10T02:00:00.000Z']])
    writeLog(cwd, 'later.ndjson', [cleared(TRIED, '2026-11-10T03:00:00.000Z')])
    await seal(cwd, ['later.ndjson'])
    expect(await states()).toEqual([[ENTERED_B, 'E1', 'done', 'recovery.ndjson', undefined]])
  })

  it('refuses to build on a case that was changed', async () => {
    await seal(cwd)
    writeFileSync(join(cwd, 'case/00_brief.md'), 'nothing happened')
    const { code, stderr } = await runCli(['scan', 'logs', '--case', 'case', '--quiet'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('00_brief.md')])
    expect(existsSync(join(cwd, 'case.rev1'))).toBe(false)
  })
})
