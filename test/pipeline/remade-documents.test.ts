import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { remakeSteps } from '../../src/pipeline/remake-steps.ts'
import { ROOT } from '../cases/support.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { seal, workplace } from '../casefolder/support.ts'

const OPTIONS = {
  lang: 'en',
  ownProviders: [],
  legal: { laws: [], awareAt: null, department: null },
  service: { lacks: [], tokenLifetime: null },
} as const
const remade = (document: CaseDocument): CaseDocument => remakeSteps(document, { ...OPTIONS, inAnotherLanguage: true })
const idsOf = ({ accounts }: CaseDocument): readonly string[] =>
  accounts.map(({ account, checklist }) => `${account}: ${checklist.map(({ id }) => id).join(' ')}`)
const sharedOf = ({ steps }: CaseDocument): readonly string[] => steps.map(({ id, text, list }) => `${id} ${text} ${list.join(' ')}`)

const documentOf = async (name: string): Promise<CaseDocument> => {
  const cwd = workplace(name)
  try {
    await seal(cwd, ['logs'], ['--lang', 'en'])
    return await readDocument(join(cwd, 'case'))
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

describe('steps made anew out of a document', () => {
  it.each(readdirSync(`${ROOT}fixtures/cases`))('are those that the logs gave: %s', async (name) => {
    const document = await documentOf(name)
    const again = remade(document)
    expect(idsOf(again)).toEqual(idsOf(document))
    expect(sharedOf(again)).toEqual(sharedOf(document))
  })

  it('count what weighed against an account though no rule reported it', async () => {
    const document = await documentOf('okta-takeover')
    const [one] = document.accounts
    if (one === undefined) throw new Error('no account')
    const plansOf = (messageIds: readonly string[]): readonly string[] => {
      const reasons = messageIds.map((messageId) => ({ messageId, data: {}, text: '', at: one.firstSuspicious ?? '', evidence: [] }))
      const account = { ...one, verdict: 'suspected', flags: [], harms: [], sessions: [], class: 'A', reasons } as const
      return (
        remade({ ...document, accounts: [{ ...account, findings: one.findings.slice(0, 1) }] }).accounts[0]?.checklist.map(
          ({ id }) => id,
        ) ?? []
      )
    }
    expect(plansOf(['reason.failed-elsewhere'])).not.toContain('E1')
    expect(plansOf(['reason.rare-newcomer', 'reason.failed-elsewhere'])).toContain('E1')
  })
})
