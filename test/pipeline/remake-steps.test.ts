import { describe, expect, it } from 'vitest'
import { accountKey } from '../../src/casefolder/decided.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { remakeSteps } from '../../src/pipeline/remake-steps.ts'
import { ROOT } from '../cases/support.ts'
import { runCli } from '../cli/support/run-cli.ts'

describe('steps that are made anew', async () => {
  const { stdout } = await runCli(['fixtures/cases/okta-takeover', '--to', 'json', '-q'], { cwd: ROOT })
  const written = JSON.parse(stdout) as CaseDocument
  /** As an earlier version of the program worded them. */
  const own = (account: CaseAccount): CaseAccount => ({
    ...account,
    checklist: account.checklist.map((step) => ({ ...step, text: `${step.text} (earlier words)` })),
  })
  const document: CaseDocument = { ...written, accounts: written.accounts.map(own) }
  const [first, second] = document.accounts.filter(({ verdict }) => verdict === 'compromised')
  const isKept = (made: CaseDocument, account: CaseAccount | undefined): boolean => {
    const found = made.accounts.find(({ account: id }) => id === account?.account)
    expect(found?.checklist).toHaveLength(account?.checklist.length ?? -1)
    return found?.checklist.every(({ text }) => text.endsWith('(earlier words)')) === true
  }
  const remade = (options: Partial<Parameters<typeof remakeSteps>[1]>): readonly boolean[] => {
    const made = remakeSteps(document, { lang: 'en', ownProviders: [], ...options })
    return [isKept(made, first), isKept(made, second)]
  }

  it('leave those of an account as they were written where nothing more is known of it', () => expect(remade({})).toEqual([true, true]))

  it('are those of the accounts of which more is known', () => {
    if (first === undefined) throw new Error('nobody was taken over')
    expect(remade({ anew: new Set([accountKey(first)]) })).toEqual([false, true])
  })

  it('are all in another language', () => expect(remade({ lang: 'ja', inAnotherLanguage: true })).toEqual([false, false]))
})
