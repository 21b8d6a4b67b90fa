import { describe, expect, it } from 'vitest'
import type { CaseAccount, CaseDocument, EvidenceRef } from '../../src/model/case.ts'
import { accountOf, affectedOf, caseNames, keepLines, logsOf, scanCase, scanChanged, truthOf } from './support.ts'

/** What a reader is told of an account: the verdict, what it stands on, in words and figures. Not which records are cited. */
const toldOf = (account: CaseAccount | undefined): unknown =>
  account === undefined
    ? 'not listed'
    : {
        verdict: account.verdict,
        class: account.class,
        flags: account.flags,
        reasons: account.reasons.map(({ messageId, data, text, at }) => ({ messageId, data, text, at })),
      }

/** Several lines of one sshd connection are one event: the cited line stands for all of them. */
const connectionOf = (record: string): string | undefined => /sshd\[\d+\]/.exec(record)?.[0]

const withoutRecord = (log: Buffer, { where }: EvidenceRef): string | Buffer => {
  const connection = connectionOf(log.subarray(where.offset, where.offset + where.length).toString('utf8'))
  if (connection !== undefined) return keepLines(log, (line) => !line.includes(connection))
  return Buffer.concat([log.subarray(0, where.offset), log.subarray(where.offset + where.length)])
}

const fileOf = ({ run }: CaseDocument, { where }: EvidenceRef): string => run.inputs[where.input]?.path.split('/').at(-1) ?? ''

const namedIn = (account: CaseAccount): readonly EvidenceRef[] => [
  ...new Map(account.reasons.flatMap(({ evidence }) => evidence).map((ref) => [`${ref.where.input} ${ref.where.offset}`, ref])).values(),
]

const withVerdicts = caseNames.filter((name) => Object.keys(truthOf(name).accounts).length > 0)

describe.each(withVerdicts)('case %s without one record', (name) => {
  it('tells something else of each account that the record spoke about', async () => {
    const document = await scanCase(name)
    const cited = document.accounts
      .filter(({ account }) => truthOf(name).accounts[account] !== undefined)
      .flatMap((account) => namedIn(account).map((ref) => ({ account, ref })))
    expect(cited.length).toBeGreaterThan(0)
    for (const { account, ref } of cited) {
      const file = fileOf(document, ref)
      const changed = await scanChanged(name, (other, log) => (other === file ? withoutRecord(log, ref) : log))
      expect(toldOf(accountOf(changed, account.account)), `${account.account} without ${ref.record}`).not.toEqual(toldOf(account))
    }
  }, 120_000)
})

describe('evidence', () => {
  it('leads back to the bytes of the record', async () => {
    const document = await scanCase('okta-takeover')
    const log = logsOf('okta-takeover')['okta-system-log.ndjson'] as Buffer
    const refs = affectedOf(document).flatMap(namedIn)
    expect(refs.length).toBeGreaterThan(3)
    for (const { record, where } of refs) {
      expect(JSON.parse(log.subarray(where.offset, where.offset + where.length).toString('utf8'))).toMatchObject({ uuid: record })
    }
  })
  it('does not matter where it speaks of nobody: a record about others changes nothing for an account', async () => {
    const document = await scanCase('okta-takeover')
    const [account] = affectedOf(document)
    const changed = await scanChanged('okta-takeover', (_, log) => log.subarray(log.indexOf(10) + 1))
    expect(toldOf(accountOf(changed, account?.account ?? ''))).toEqual(toldOf(account))
  })
})
