import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { tellHistory } from '../../src/casefolder/merge/tell-history.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { ENTERED_A, ENTERED_B, oktaLines, seal, workplace, writeLog } from './support.ts'

/** Of this one the case knows nothing. */
const STRANGE = '00uxxxnewcomer99975d7'

/** The attack once more, two days later and from other addresses, on one account that the case knows and one that it does not. */
const secondAttack = (): readonly string[] =>
  oktaLines()
    .filter((line) => /203\.0\.113\.1\d/.test(line))
    .map((line, index) =>
      line
        .replaceAll(ENTERED_B, STRANGE)
        .replaceAll('minato.shimizu', 'strange.person')
        .replaceAll(/203\.0\.113\.1(\d)/g, '203.0.113.5$1')
        .replace(/"uuid":"[^"]*"/, `"uuid":"second-${index}"`)
        .replace(/"published":"2026-11-08/, '"published":"2026-11-10')
        .replace(/"externalSessionId":"([^"]*)"/, '"externalSessionId":"second-$1"'),
    )

const of = ({ accounts }: CaseDocument, id: string): CaseAccount => {
  const [found] = accounts.filter(({ account }) => account === id)
  if (found === undefined) throw new Error(`${id} is not in the case`)
  return found
}
const told = ({ reasons }: CaseAccount): readonly string[] => reasons.map(({ messageId }) => messageId)

let cwd = ''
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('what is usual, in logs that came later', () => {
  it.each([
    ['en', 'were not read again'],
    ['ja', '以前のログとは比較していません'],
  ] as const)('is what the case knows; of others nothing is claimed (%s)', async (lang, words) => {
    cwd = workplace('okta-takeover')
    await seal(cwd, ['logs'], ['--lang', lang])
    writeLog(cwd, 'later.ndjson', secondAttack())
    await seal(cwd, ['later.ndjson'], ['--lang', lang])
    const document = await readDocument(join(cwd, 'case'))
    const known = of(document, ENTERED_A)
    expect(known.usual.logins).toBeGreaterThanOrEqual(5)
    expect(known.sessions.length).toBeGreaterThan(1)
    expect(told(known)).not.toContain('reason.no-history')
    expect(known.flags).not.toContain('thinHistory')
    const strange = of(document, STRANGE)
    expect(told(strange)).not.toContain('reason.no-history')
    expect(strange.reasons.filter(({ messageId }) => messageId === 'reason.history-not-reread').map(({ text }) => text)).toEqual([
      expect.stringContaining(words),
    ])
    expect(strange.flags).toContain('thinHistory')
  })

  it('is too little by itself in the later logs, as a case of their own says', async () => {
    cwd = workplace('okta-takeover')
    writeLog(cwd, 'later.ndjson', secondAttack())
    await seal(cwd, ['later.ndjson'], ['--lang', 'en'])
    expect(told(of(await readDocument(join(cwd, 'case')), ENTERED_A))).toContain('reason.no-history')
  })

  it('is no longer nothing where the case knows a login or two', async () => {
    cwd = workplace('okta-takeover')
    await seal(cwd, ['logs'], ['--lang', 'en'])
    const account = of(await readDocument(join(cwd, 'case')), ENTERED_A)
    const [reason] = account.reasons
    if (reason === undefined) throw new Error('it has reasons')
    const withNothing = { ...account, usual: { ...account.usual, logins: 2 }, reasons: [{ ...reason, messageId: 'reason.no-history' }] }
    expect(told(tellHistory(withNothing, false, { lang: 'en', zone: 'UTC' }))).toEqual([])
    const never = { ...withNothing, usual: { ...account.usual, logins: 0 } }
    expect(told(tellHistory(never, false, { lang: 'en', zone: 'UTC' }))).toEqual(['reason.no-history'])
  })
})
