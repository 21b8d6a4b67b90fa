import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseAccount } from '../../src/model/case.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { ENTERED_A, ENTERED_B, oktaLines, seal, TRIED, workplace, writeLog } from './support.ts'

let cwd = ''
beforeEach(async () => {
  cwd = workplace('okta-takeover')
  await seal(cwd, ['logs'], ['--lang', 'en'])
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const entered = async (): Promise<CaseAccount> => {
  const found = (await readDocument(join(cwd, 'case'))).accounts.find(({ account }) => account === ENTERED_A)
  if (found === undefined) throw new Error('not in the case')
  return found
}

/** The e-mail change that the other account of the fixture met, on this one, two days later. */
const changedFrom = (address: string): string => {
  const line = oktaLines().find((one) => one.includes('"user.account.update_primary_email"') && one.includes(ENTERED_B)) ?? ''
  return line
    .replaceAll(ENTERED_B, ENTERED_A)
    .replaceAll(/203\.0\.113\.\d+/g, address)
    .replace(/"uuid":"[^"]*"/, '"uuid":"later-1"')
    .replace(/"published":"2026-11-08/, '"published":"2026-11-10')
    .replace(/"externalSessionId":"[^"]*"/, '"externalSessionId":"later-session"')
}

describe('an intruder whom the case knows, in logs that came later', () => {
  it('who changes the contact makes the account one of class B: the contact goes back before any reset', async () => {
    expect((await entered()).class).toBe('A')
    writeLog(cwd, 'later.ndjson', [changedFrom('203.0.113.10')])
    await seal(cwd, ['later.ndjson'], ['--lang', 'en'])
    const account = await entered()
    expect(account).toMatchObject({ verdict: 'compromised', class: 'B', harms: ['changed'] })
    expect(account.flags).toContain('contactChanged')
    expect(account.lastSuspicious).toMatch(/^2026-11-10/)
    const steps = account.checklist.map(({ id }) => id.split('.')[0])
    expect(steps.indexOf('E3')).toBeGreaterThan(-1)
    expect(steps.indexOf('E3')).toBeLessThan(steps.indexOf('R2'))
    const [reason] = account.reasons.filter(({ messageId }) => messageId === 'reason.known-intruder')
    expect(reason?.text).toContain('203.0.113.10')
    expect(reason?.evidence.map(({ record }) => record)).toEqual(['later-1'])
    expect((await readDocument(join(cwd, 'case'))).summary.classes).toEqual({ A: 0, B: 2, C: 0 })
    expect(readFileSync(join(cwd, 'case/changes.md'), 'utf8')).toContain(ENTERED_A)
    expect(readFileSync(join(cwd, 'case/90_evidence/index.ndjson'), 'utf8')).toContain('later-1')
  })

  it('who gets into another account, without a failure in the newer logs, is suspected there, with steps', async () => {
    const login =
      oktaLines().find((one) => one.includes('"user.session.start"') && one.includes(ENTERED_A) && one.includes('203.0.113.10')) ?? ''
    const entry = (account: string, address: string): string =>
      login
        .replaceAll(ENTERED_A, account)
        .replaceAll(/203\.0\.113\.\d+/g, address)
        .replace(/"uuid":"[^"]*"/, `"uuid":"later-${account}-${address}"`)
        .replace(/"published":"2026-11-08/, '"published":"2026-11-10')
        .replace(/"(externalSessionId|rootSessionId)":"[^"]*"/g, `"$1":"session-of-${account}"`)
        .replace(/"alternateId":"[^"]*"/, `"alternateId":"${account}@example.jp"`)
    const STRANGER = '00uxxxnever0seen0000'
    writeLog(cwd, 'later.ndjson', [
      entry(TRIED, '203.0.113.10'),
      entry(STRANGER, '203.0.113.11'),
      entry('00uxxxat0home000000', '192.0.2.77'),
    ])
    await seal(cwd, ['later.ndjson'], ['--lang', 'en'])
    const { accounts, summary } = await readDocument(join(cwd, 'case'))
    const suspected = accounts.filter(({ verdict }) => verdict === 'suspected')
    expect(suspected.map(({ account }) => account).toSorted()).toEqual([STRANGER, TRIED].toSorted())
    for (const { flags, checklist, campaigns, sessions } of suspected) {
      expect([flags.includes('campaignSource'), campaigns.length, sessions.length]).toEqual([true, 1, 1])
      expect(checklist.map(({ id }) => id.split('.')[0])).toContain('E1')
    }
    expect(summary.accounts).toMatchObject({ compromised: 2, suspected: 2 })
    // The same logs read a second time, as a nightly run does, withdraw nothing.
    await seal(cwd, ['later.ndjson'], ['--lang', 'en'])
    const again = await readDocument(join(cwd, 'case'))
    expect(again.summary.accounts).toEqual(summary.accounts)
    expect(again.accounts.find(({ account }) => account === STRANGER)?.reasons).toEqual(
      accounts.find(({ account }) => account === STRANGER)?.reasons,
    )
    expect(readFileSync(join(cwd, 'case/changes.md'), 'utf8')).toContain('Accounts whose verdict is new, changed or withdrawn (0)')
  })

  it('is not the owner, who changes it at home', async () => {
    writeLog(cwd, 'later.ndjson', [changedFrom('192.0.2.20')])
    await seal(cwd, ['later.ndjson'], ['--lang', 'en'])
    expect(await entered()).toMatchObject({ class: 'A', harms: [] })
  })
})
