import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, type CliRun } from '../cli/support/run-cli.ts'
import { ENTERED_A, ENTERED_B, filesOf, seal, STOPPED, TRIED, workplace } from './support.ts'
import { runAsNobody } from '../support/as-nobody.ts'
import { cpuMsOf } from '../support/cpu-ms.ts'

let cwd = ''
beforeAll(async () => {
  cwd = workplace('okta-takeover')
  await seal(cwd)
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const run = async (...args: string[]): Promise<CliRun> => {
  const result = await runCli(args, { cwd })
  expect(result.code, result.stderr).toBe(0)
  return result
}
const idsOf = (csv: string): readonly string[] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')

describe('lookup', () => {
  const JA = ['--lang', 'ja', '--tz-out', 'Asia/Tokyo']
  it('answers a hit and a miss in the two shapes of the house, in both languages', async () => {
    const { stdout } = await run('lookup', 'case', ENTERED_B, '67890', ...JA)
    expect(stdout).toBe(
      `${ENTERED_B}  対象(判定)  11/09 02:14+09:00 攻撃元からログイン、連絡先変更あり、認証要素変更あり → 手順B  案内可: 再設定のお願い  案内不可: IP・件数・他の会員\n` +
        '67890  該当する記録なし  10/19〜11/09のログに攻撃元からのログイン成功はありません  「安全」とは案内しない\n',
    )
    expect((await run('lookup', 'case', ENTERED_A, '67890')).stdout).toBe(
      `${ENTERED_A}  concerned (judged)  11/08 17:06+00:00 login from an attack source → steps A  May say: please reset your password  May not say: addresses, numbers, other members\n` +
        '67890  no such record  the logs from 10/19 to 11/09 show no login success from the attack sources  Do not say that nothing happened\n',
    )
  })
  it('says beside the answer that a mistyped id is not found either', async () => {
    expect((await run('lookup', 'case', ENTERED_B, 'none', 'nobody')).stderr).toContain('2 ids without a record: check how they are spelt')
    expect((await run('lookup', 'case', ENTERED_B)).stderr).toBe('')
    expect((await run('lookup', 'case', 'none', '--quiet')).stderr).toBe('')
  })
  it('knows names, whatever case or width they are typed in, and tells known passwords and mere attempts apart', async () => {
    const { stdout } = await run('lookup', 'case', 'ＡＯＩ.Matsumoto@example.jp', STOPPED, TRIED)
    const lines = stdout.split('\n')
    expect(lines[0]).toContain('concerned (judged)')
    expect(lines[1]).toContain('password matched (not logged in)')
    expect(lines[2]).toContain('no login success from the attack sources on record')
  })
  it('never says safe, and makes hostile ids harmless', async () => {
    const { stdout } = await run('lookup', 'case', TRIED, '\u001b[2Jx', 'none', ...JA)
    expect(stdout).not.toMatch(/安全です|問題ありません|\u001b/)
    expect(stdout).toContain('\\u{1b}')
  })
  it('answers in under a second', async () => {
    expect((await cpuMsOf(() => run('lookup', 'case', ENTERED_A))).ms).toBeLessThan(1000)
  })
  it('answers in under a second on a case of 60,000 accounts', async () => {
    const other = workplace('okta-takeover')
    await seal(other)
    const path = join(other, 'case/04_lists/lookup.csv')
    const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
    const model = rows.find((row) => row.startsWith(ENTERED_A)) ?? ''
    const many = Array.from({ length: 60_000 }, (_, i) => model.replaceAll(ENTERED_A, `00uMany${String(i).padStart(7, '0')}`))
    writeFileSync(path, `${[head, ...rows, ...many].join('\n')}\n`)
    const { ms, result } = await cpuMsOf(() => runCli(['lookup', 'case', '00uMany0059999', ENTERED_B, 'nobody'], { cwd: other }))
    const { stdout } = result
    expect(ms).toBeLessThan(1000)
    expect(stdout.trimEnd().split('\n')).toHaveLength(3)
    expect(stdout).toMatch(/^00uMany0059999 {2}concerned/)
    rmSync(other, { recursive: true, force: true })
  })
})

describe('the sealed folder', () => {
  it.each([
    ['brief', 'case'],
    ['checklist', 'case'],
    ['list', 'case'],
    ['draft', 'case', 'police'],
  ])('%s refuses to write into it, and the seal holds', async (...args) => {
    const { code, stderr } = await runCli([...args.filter((arg) => arg !== undefined), '-o', 'case/04_lists/own.txt'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('case/04_lists/own.txt lies in the sealed folder')
    expect((await run('verify', 'case')).stdout).toContain('Unchanged since it was sealed')
  })
  it('scan refuses it too, for a case that is only being made as well', async () => {
    const into = (...args: string[]) => runCli(['logs', '-q', ...args], { cwd })
    expect((await into('--case', 'new', '-o', 'new/out.json')).code).not.toBe(0)
    mkdirSync(join(cwd, 'empty'))
    for (const option of ['-o', '--scores']) {
      const { code, stderr } = await into('--case', 'empty', option, 'empty/out.csv')
      expect(code).toBe(2)
      expect(stderr).toContain('empty/out.csv lies in the sealed folder empty')
    }
    expect(readdirSync(join(cwd, 'empty'))).toEqual([])
    expect(existsSync(join(cwd, 'new'))).toBe(false)
  })
  it('a folder that may not be looked into is not called somebody else’s, nor a scratch folder a broken log', () => {
    mkdirSync(join(cwd, 'closed'), { mode: 0 })
    const tries = [
      ['logs', '--case', 'closed'],
      ['logs', '--tmp', 'closed'],
      ['list', 'closed'],
    ]
    const runs = tries.map((args) => runAsNobody(cwd, args))
    chmodSync(join(cwd, 'closed'), 0o700)
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2])
    for (const { stderr } of runs) expect(stderr).toContain('permission denied')
  })
  it('what can only be read in part is said, not left out', async () => {
    const other = workplace('okta-takeover')
    await seal(other)
    rmSync(join(other, 'case/03_checklist/bulk'), { recursive: true, force: true })
    expect((await runCli(['checklist', 'case'], { cwd: other })).code).toBe(0)
    writeFileSync(join(other, 'case/03_checklist/bulk'), 'no folder')
    const { code, stderr } = await runCli(['checklist', 'case'], { cwd: other })
    expect(code).toBe(2)
    expect(stderr).toMatch(/03_checklist\/bulk could not be read \(/)
    rmSync(other, { recursive: true, force: true })
  })
})

describe('list', () => {
  it('gives the accounts by verdict, exact ids, with what bulk work needs', async () => {
    const { stdout } = await run('list', 'case', '--verdict', 'compromised,suspected', '--to', 'csv')
    expect(stdout.split('\n')[0]).toBe(
      'account,provider,tenant,names,verdict,decision,decided_by,decided_at,first_bad_success,last_bad_success,campaign,actions_after_login,contact_changed,factor_changed,password_known,mailbox_at_risk,class',
    )
    expect(idsOf(stdout).toSorted()).toEqual([ENTERED_A, ENTERED_B].toSorted())
    expect(stdout).toContain('2026-11-08 17:14:09+00:00,2026-11-08 17:20:09+00:00')
    expect(stdout).toContain('email-change mfa-enroll,true,true,false,true,B')
  })
  it('by class, and for spreadsheets', async () => {
    expect(idsOf((await run('list', 'case', '--class', 'B', '--to', 'csv')).stdout)).toEqual([ENTERED_B])
    expect((await run('list', 'case', '--bom', '--to', 'csv')).stdout.startsWith('\ufeffaccount,')).toBe(true)
  })
  it('is a table on a terminal, and says what it does not know', async () => {
    const { stdout } = await runCli(['list', 'case'], { cwd, columns: 200 })
    expect(stdout).toContain(ENTERED_A)
    expect((await runCli(['list', 'case', '--verdict', 'comprised'], { cwd })).code).toBe(2)
    // Where there is no room for a column of names they stand below the ids.
    const narrow = await runCli(['list', 'case'], { cwd, columns: 80, env: { NO_COLOR: '1' } })
    expect(narrow.stdout).toMatch(new RegExp(`^ *${ENTERED_B}.*\\n *minato\\.shimizu@e`, 'm'))
  })
})

describe('blocklist on a narrow terminal', () => {
  it.each(['en', 'ja'])('keeps addresses whole at 60 columns (%s): one that is broken is read as another', async (lang) => {
    const { stdout } = await runCli(['blocklist', 'case', '--lang', lang], { cwd, columns: 60, env: { NO_COLOR: '1' } })
    for (const address of ['203.0.113.10', '203.0.113.11', '203.0.113.12']) expect(stdout).toMatch(new RegExp(`^ {2}${address} {2}`, 'm'))
  })
})

describe('checklist', () => {
  it('finds an account by name, whatever case or width it is typed in', async () => {
    const page = (await run('checklist', 'case', '--account', ENTERED_A)).stdout
    expect(page).toContain(ENTERED_A)
    expect((await run('checklist', 'case', '--account', 'AOI.Matsumoto@EXAMPLE.jp')).stdout).toBe(page)
    expect((await runCli(['checklist', 'case', '--account', 'nobody'], { cwd })).code).toBe(2)
  })
})

describe('pivot', () => {
  it('leads from an address to everybody met there', async () => {
    const { stdout, stderr } = await run('pivot', 'case', '--ip', '203.0.113.11', '--to', 'ndjson')
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { account: string; role: string })
    expect(rows.filter(({ role }) => role === 'entered').map(({ account }) => account)).toEqual([ENTERED_B])
    expect(rows.filter(({ role }) => role === 'tried').length).toBeGreaterThan(3)
    expect(stderr).toContain('1 source, 1 session')
  })
  it.each([
    ['--account', ENTERED_A],
    ['--account', 'ＡＯＩ.Matsumoto@example.jp'],
    ['--session', 'idxhitviewed1'],
    ['--agent', 'chrome (linux)'],
    ['--asn', 'AS64505'],
    ['--ip', '203.0.113.0/24'],
    ['--ip', '::ffff:203.0.113.10'],
  ])('by %s', async (option, value) =>
    expect((await run('pivot', 'case', option, value, '--to', 'csv')).stdout).toContain(`${ENTERED_A},aoi.matsumoto@example.jp,entered`),
  )
  it('says what the case cannot answer, and asks for something to start from', async () => {
    expect((await run('pivot', 'case', '--ip', '192.0.2.200')).stderr).toContain('192.0.2.200: no attack')
    expect((await runCli(['pivot', 'case'], { cwd })).code).toBe(2)
  })
  it.each(['999.1.1.1', '203.0.113.1O', '203.0.113.0/33', 'attacker.example'])('does not say "no attack" of %s', async (value) => {
    const { code, stderr } = await runCli(['pivot', 'case', '--ip', value], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--ip: "${value}" is not an address`)])
  })
  it('names twenty that it does not lead to, and counts the others', async () => {
    writeFileSync(join(cwd, 'many.txt'), Array.from({ length: 50 }, (_, at) => `nobody-${at}\n`).join(''))
    const { stderr } = await run('pivot', 'case', '--accounts', 'many.txt')
    expect(stderr.match(/^nobody-\d+: no attack/gm)).toHaveLength(20)
    expect(stderr).toContain('30 more that the case does not lead to.')
    writeFileSync(join(cwd, 'one.txt'), `nobody\n${ENTERED_A}\n`)
    expect((await run('pivot', 'case', '--accounts', 'one.txt')).stderr).not.toContain('more that')
  })
  it('shows the innocent users of a shared line, which is never blocked', async () => {
    const shared = workplace('carrier-nat-during-campaign')
    await seal(shared)
    const { stdout } = await runCli(['pivot', 'case', '--ip', '198.51.100.254', '--to', 'csv'], { cwd: shared })
    expect(stdout.split('\n').filter((line) => line.includes(',innocent,')).length).toBeGreaterThan(10)
    const blocked = await runCli(['blocklist', 'case', '--max-collateral', '1000', '--to', 'csv'], { cwd: shared })
    expect(idsOf(blocked.stdout)).toEqual([])
    expect(blocked.stderr).toContain('198.51.100.254 is not on the list: line that many members share')
    rmSync(shared, { recursive: true })
  })
})

describe('blocklist', () => {
  it('gives address, attempts, hits, legitimate users and when it ends', async () => {
    const { stdout } = await run('blocklist', 'case', '--max-collateral', '0', '--window', '7d', '--to', 'csv')
    const [head, ...rows] = stdout.trimEnd().split('\n')
    expect(head).toBe('address,attempts,hits,legitimate_users,first,last,country,asn,network,expires')
    expect(rows.map((row) => row.split(',').slice(0, 4).join(' '))).toEqual([
      '203.0.113.10 25 1 0',
      '203.0.113.11 25 1 0',
      '203.0.113.12 25 0 0',
    ])
    expect(rows.every((row) => row.endsWith('2026-11-29 03:15:00+00:00'))).toBe(true)
  })
})

describe('people decide', () => {
  const decide = async (text: string): Promise<CliRun> => {
    writeFileSync(join(cwd, 'decisions.csv'), text)
    return runCli(['decide', 'case', '--from', 'decisions.csv', '--by', 'A. Tanaka'], { cwd })
  }
  it('all rows or none: a wrong row refuses the file, by line', async () => {
    const { code, stderr } = await decide(`account,decision\n${ENTERED_A},cleared\nnobody,confirmed\n${ENTERED_B},maybe\n`)
    expect(code).toBe(2)
    expect(stderr).toContain('decisions.csv:3: "nobody" is no account of this case')
    expect(stderr).toContain('decisions.csv:4: "maybe" is no decision: write confirmed, cleared or pending')
    expect(filesOf(cwd).filter((file) => file.startsWith('case.work/'))).toEqual([])
  })
  it('lists, counts, lookups and checklists follow, the sealed folder stays, and the next revision keeps it', async () => {
    const sums = readFileSync(join(cwd, 'case/SHA256SUMS'), 'utf8')
    const { code } = await decide(
      `\ufeffaccount;decision;why\r\n${ENTERED_A};Cleared;"the owner's phone; checked"\r\n${TRIED};confirmed;\r\n${ENTERED_B};;\r\n`,
    )
    expect(code).toBe(0)
    const check = async (): Promise<void> => {
      const { stdout } = await run('list', 'case', '--to', 'csv')
      expect(idsOf(stdout).toSorted()).toEqual([ENTERED_B, TRIED].toSorted())
      expect(idsOf((await run('list', 'case', '--decision', 'cleared', '--to', 'csv')).stdout)).toEqual([ENTERED_A])
      expect((await run('brief', 'case')).stdout).toContain('1 confirmed, 1 cleared; 1 account waiting')
      const steps = (await run('checklist', 'case', '--account', ENTERED_A)).stdout
      expect([steps.includes('nothing is to be done'), steps.includes('/lifecycle/suspend')]).toEqual([true, false])
      expect((await run('lookup', 'case', ENTERED_A, TRIED)).stdout).toMatch(/cleared by a person[\s\S]*concerned \(confirmed\)/)
      const page = (await run('checklist', 'case', '--class', 'A')).stdout
      expect(page).toContain(`Account ${TRIED}`)
      expect(page).not.toContain(ENTERED_A)
      expect(page.match(/^- \[ \]/gm)?.length).toBeGreaterThan(3)
    }
    await check()
    expect(readFileSync(join(cwd, 'case/SHA256SUMS'), 'utf8')).toBe(sums)
    await seal(cwd)
    await check()
    const reset = readFileSync(join(cwd, 'case/04_lists/reset.csv'), 'utf8')
    expect(idsOf(reset).toSorted()).toEqual([ENTERED_B, STOPPED, TRIED].toSorted())
    expect(reset).toContain('confirmed,A. Tanaka,2026-11-22 03:15:00+00:00')
  })
})

describe('pages', () => {
  it('the brief is a page, in the language asked for', async () => {
    const { stdout } = await run('brief', 'case', '--lang', 'ja', '--tz-out', 'Asia/Tokyo')
    expect(stdout).toContain('# 状況報告(1枚)')
    expect(stdout.split('\n').length).toBeLessThan(60)
    expect(stdout).not.toMatch(/undefined|NaN|Pause|Turn on/)
  })
  it('checklists: the case, a class with its accounts, one account', async () => {
    expect((await run('checklist', 'case')).stdout).toContain('## Right now (stop the bleeding)')
    const classB = (await run('checklist', 'case', '--class', 'B')).stdout
    expect(classB).toContain(`Account ${ENTERED_B}`)
    expect((await run('checklist', 'case', '--account', 'minato.shimizu@example.jp')).stdout).toContain(ENTERED_B)
    expect((await runCli(['checklist', 'case', '--account', 'nobody'], { cwd })).code).toBe(2)
  })
  it('a blind sample shows no verdict; what people find gives an error rate with its interval', async () => {
    const { stdout } = await run('sample', 'case', '--size', '2', '--seed', 'x', '--to', 'csv')
    const ids = idsOf(stdout)
    expect(ids.length).toBe(4)
    expect(stdout).not.toMatch(/compromised|targeted/)
    writeFileSync(
      join(cwd, 'checked.csv'),
      `account,decision\n${ids.map((id) => `${id},${id === ENTERED_B ? 'confirmed' : 'cleared'}`).join('\n')}\n`,
    )
    await run('decide', 'case', '--from', 'checked.csv', '--by', 'B. Sato')
    expect((await run('brief', 'case')).stdout).toContain('judged: 1 of 2 wrong, error rate 50% (95 % interval 9% to 91%)')
  })
})
