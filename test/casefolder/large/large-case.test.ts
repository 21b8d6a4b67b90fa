import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../../src/model/case.ts'
import { readDocument } from '../../../src/state/case-folder/read-case.ts'
import { runCli, type CliRun } from '../../cli/support/run-cli.ts'
import { auth0Id, oktaId, PER_SYSTEM, shopId, writeLarge } from './make-logs.ts'
import { DONE, writeRecovery } from './recovery-logs.ts'
import { cpuMsOf } from '../../support/cpu-ms.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const OWN = ['--map', 'logs/shop-map.yaml', '--provider', 'logs/shop-provider.yaml', '--quiet']
const FIRST = ['logs/auth0.ndjson', 'logs/okta.ndjson', 'logs/member-log.csv', '--victims', 'logs/victims.csv']
const SECOND = ['logs/auth0-2.ndjson', 'logs/okta-2.ndjson', 'logs/member-log-2.csv']
const ENTERED = 3 * PER_SYSTEM

let cwd = ''
beforeAll(async () => {
  cwd = tempFolder()
  mkdirSync(join(cwd, 'logs'))
  writeLarge(join(cwd, 'logs'))
  writeRecovery(join(cwd, 'logs'))
  for (const lang of ['ja', 'en'])
    await run(
      'scan',
      ...FIRST,
      ...OWN,
      '--case',
      `case-${lang}`,
      '--lang',
      lang,
      '--tz-out',
      'Asia/Tokyo',
      '--now',
      '2026-11-20T19:30:00Z',
      '--to',
      'table',
    )
}, 600_000)
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = async (...args: string[]): Promise<CliRun> => {
  const result = await runCli(args, { cwd })
  expect(result.code, result.stderr).toBe(0)
  return result
}
const page = (path: string): string => readFileSync(join(cwd, path), 'utf8')
const documentOf = (folder: string): Promise<CaseDocument> => readDocument(join(cwd, folder))

describe('a campaign that entered 3,000 accounts of three login systems, with fifty complaints', () => {
  it.each(['ja', 'en'])('is complete in %s: every class, every account, one campaign, ten complaints that no log knows', async (lang) => {
    const document = await documentOf(`case-${lang}`)
    expect(document.summary.accounts).toEqual({ compromised: ENTERED, suspected: 0, targeted: 0, undetermined: 0 })
    expect(document.summary.classes).toEqual({ A: ENTERED - 50, B: 40, C: 10 })
    expect(document.campaigns).toHaveLength(1)
    expect(document.campaigns[0]?.sources).toHaveLength(20)
    expect(document.summary.victims).toMatchObject({ given: 50, found: 40, inLog: 40 })
    expect(document.summary.victims?.missing.map(({ why }) => why)).toEqual(Array.from({ length: 10 }, () => 'not-in-log'))
    expect(document.accounts.every(({ checklist }) => checklist.some(({ id }) => id === 'E1'))).toBe(true)
    const lists = document.steps.filter(({ scope, id }) => scope === 'class' && id.endsWith('/E1')).map(({ list }) => list.length)
    expect(lists).toEqual([ENTERED - 50, 40, 10])
    const other = lang === 'ja' ? /[A-Za-z]{4,} [a-z]{3,} [a-z]{3,} [a-z]{3,}/ : /[\u3040-\u30ff\u4e00-\u9fff]/
    for (const { text, why, residualRisk } of document.steps)
      expect(`${text} ${why} ${residualRisk}`.replace(/速報|確報/g, '')).not.toMatch(other)
  })

  it('is sealed: sha256sum and verify agree, and one changed byte is found', async () => {
    expect(execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: join(cwd, 'case-en'), encoding: 'utf8' })).toBe('')
    await run('verify', 'case-en')
    const path = join(cwd, 'case-en/03_checklist/class-C.md')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace('- [ ]', '- [x]'))
    const { code, stdout, stderr } = await runCli(['verify', 'case-en'], { cwd })
    expect([code === 0, `${stdout}${stderr}`]).toEqual([false, expect.stringContaining('class-C.md')])
    writeFileSync(path, before)
  })

  it('has a bulk script for each system and class of more than five, and commands of the shop in its own words', async () => {
    expect(readdirSync(join(cwd, 'case-ja/03_checklist/bulk')).toSorted()).toEqual([
      'A-auth0.sh',
      'A-my-shop.sh',
      'A-okta.sh',
      'B-my-shop.sh',
      'C-my-shop.sh',
    ])
    const { stdout } = await run('checklist', 'case-ja', '--account', shopId(3))
    expect(stdout).toContain(`php bin/console app:session:purge '${shopId(3)}'`)
    expect(stdout).toContain('実施から30分後に再度確認する')
    // In another language the commands are made again, from what the case was made with.
    const english = await run('checklist', 'case-ja', '--account', shopId(3), '--lang', 'en')
    expect(english.stdout).toContain(`php bin/console app:session:purge '${shopId(3)}'`)
    expect(english.stdout).toContain('Look again 30 minutes after it was done')
    expect(english.stdout).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
  })

  it('the bulk script of the shop goes through all its accounts, dry', () => {
    const out = execFileSync('/bin/sh', ['03_checklist/bulk/A-my-shop.sh', '--step', 'E1'], {
      cwd: join(cwd, 'case-ja'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(out.trimEnd().split('\n')).toHaveLength(PER_SYSTEM - 50)
  })

  it('the list for resets has every account once, with its class', async () => {
    const rows = page('case-ja/04_lists/reset.csv').trimEnd().split('\n').slice(1)
    expect(rows).toHaveLength(ENTERED)
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(ENTERED)
    expect((await run('list', 'case-ja', '--class', 'B', '--to', 'csv')).stdout.trimEnd().split('\n')).toHaveLength(41)
  })

  it('a lookup answers in under a second', async () => {
    const { ms, result } = await cpuMsOf(() => run('lookup', 'case-ja', shopId(12), auth0Id(5), '99999999'))
    expect(ms).toBeLessThan(1000)
    expect(result.stdout).toMatch(/対象\(判定\)[^]*手順B[^]*手順A[^]*該当する記録なし/)
  })
})

describe('the logs of the morning after', () => {
  const states = ({ accounts }: CaseDocument): Readonly<Record<string, number>> => {
    const found: Record<string, number> = {}
    for (const { provider, checklist } of accounts)
      for (const { id, state } of checklist) {
        const key = `${provider} ${id} ${state}`
        if (state !== 'open') found[key] = (found[key] ?? 0) + 1
      }
    return found
  }

  it('tick off exactly what they prove, wait for tokens, and name the thief who is still in', async () => {
    await run(
      'scan',
      ...SECOND,
      ...OWN,
      '--case',
      'case-ja',
      '--lang',
      'ja',
      '--tz-out',
      'Asia/Tokyo',
      '--now',
      '2026-11-21T08:00:00Z',
      '--to',
      'table',
    )
    const document = await documentOf('case-ja')
    expect(states(document)).toEqual({
      'auth0 E1 waiting': DONE.auth0.revoked,
      'auth0 R2 done': DONE.auth0.reset,
      'okta E1 done': DONE.okta.revoked - 1,
      'okta R2 done': DONE.okta.reset - 1,
      'okta E1 contradicted': 1,
      'okta R2 contradicted': 1,
      'my-shop E1 done': DONE.shop.revoked,
    })
    const thief = document.accounts.find(({ account }) => account === oktaId(DONE.okta.stillIn))
    const step = thief?.checklist.find(({ id }) => id === 'E1')
    expect(document.run.inputs[step?.stateBy?.where.input ?? -1]?.path).toContain('okta-2.ndjson')
    const waiting = document.accounts.find(({ account }) => account === auth0Id(0))?.checklist.find(({ id }) => id === 'E1')
    expect(waiting?.waitingUntil).toBe('2026-11-22T01:00:00.000Z')
    const [whole] = document.steps.filter(({ id }) => id === 'case/E1')
    expect(whole).toMatchObject({ state: 'contradicted', progress: { of: ENTERED, done: 999, waiting: 600, contradicted: 1 } })
    expect(document.steps.find(({ id }) => id === 'B/E1')).toMatchObject({ state: 'done', progress: { of: 40, done: 40 } })
  }, 600_000)

  it('say so in the changes and in the checklist', async () => {
    expect(page('case-ja/changes.md')).toContain('完了 3,598件、待機 900件、ログと矛盾 2件')
    expect(page('case-ja/changes.md')).toContain(oktaId(DONE.okta.stillIn))
    expect((await run('checklist', 'case-ja', '--class', 'A')).stdout).toContain('2,950アカウント中 完了 1,949・待機 900・矛盾 1')
    expect((await run('checklist', 'case-ja')).stdout).toContain('攻撃元の利用が続いている')
    await run('verify', 'case-ja')
  })
})
