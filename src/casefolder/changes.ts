import type { CaseAccount, CaseDocument, CaseFinding, CaseStep } from '../model/case.ts'
import { accountKey } from './decided.ts'

/** How an account stands in one revision. */
type Standing = Pick<CaseAccount, 'verdict' | 'class'>

export interface AccountChange {
  readonly account: CaseAccount
  readonly before: Standing | null
  readonly after: Standing | null
  /** i18n `changes.<why>` */
  readonly why: 'new-records' | 'more-records' | 'read-again' | 'grounds-gone'
  /** Grounds that only the newer revision has, or, where it withdraws, that only the older one had. */
  readonly reasons: readonly CaseAccount['reasons'][number][]
}

/** Steps of single accounts whose state the newer logs changed. */
export interface StepChanges {
  readonly done: number
  readonly waiting: number
  readonly contradicted: readonly { readonly account: CaseAccount; readonly step: CaseStep }[]
}

export interface CaseChanges {
  readonly added: readonly CaseFinding[]
  readonly revised: readonly CaseFinding[]
  readonly withdrawn: readonly CaseFinding[]
  readonly accounts: readonly AccountChange[]
  readonly steps: StepChanges
}

const reasonKey = ({ messageId, at }: CaseAccount['reasons'][number]): string => `${messageId} ${at}`

const newReasons = (of: CaseAccount | undefined, without: CaseAccount | undefined): AccountChange['reasons'] => {
  const known = new Set(without?.reasons.map(reasonKey))
  return of?.reasons.filter((reason) => !known.has(reasonKey(reason))) ?? []
}

const RANK = { undetermined: 0, targeted: 1, suspected: 2, compromised: 3 } as const

const changeOf = (before: CaseAccount | undefined, after: CaseAccount | undefined): AccountChange | undefined => {
  if (after === undefined) {
    if (before === undefined) return undefined
    return { account: before, before, after: null, why: 'grounds-gone', reasons: before.reasons }
  }
  if (before === undefined) return { account: after, before: null, after, why: 'new-records', reasons: after.reasons }
  const isBack = newReasons(after, before).some(({ messageId }) => messageId === 'reason.known-intruder')
  if (before.verdict === after.verdict && before.class === after.class && !isBack) return undefined
  const worse = RANK[after.verdict] >= RANK[before.verdict]
  return {
    account: after,
    before,
    after,
    why: worse ? 'more-records' : 'read-again',
    reasons: worse ? newReasons(after, before) : newReasons(before, after),
  }
}

const stepChanges = (before: ReadonlyMap<string, CaseAccount>, after: readonly CaseAccount[]): StepChanges => {
  const changed = after.flatMap((account) => {
    const known = new Map(before.get(accountKey(account))?.checklist.map((step) => [step.id, step.state]))
    return account.checklist.filter((step) => step.state !== 'open' && step.state !== known.get(step.id)).map((step) => ({ account, step }))
  })
  const of = (state: CaseStep['state']): typeof changed => changed.filter(({ step }) => step.state === state)
  return { done: of('done').length, waiting: of('waiting').length, contradicted: of('contradicted') }
}

const isRevised = (before: CaseFinding, after: CaseFinding): boolean =>
  before.count !== after.count || before.last !== after.last || before.severity !== after.severity || before.confidence !== after.confidence

/** What a revision says that the one before did not, by finding id and by account, and what it no longer says. */
export const compareCases = (before: CaseDocument, after: CaseDocument): CaseChanges => {
  const old = new Map(before.findings.map((finding) => [finding.id, finding]))
  const now = new Set(after.findings.map(({ id }) => id))
  const oldAccounts = new Map(before.accounts.map((account) => [accountKey(account), account]))
  const newAccounts = new Map(after.accounts.map((account) => [accountKey(account), account]))
  const keys = [...new Set([...newAccounts.keys(), ...oldAccounts.keys()])]
  return {
    added: after.findings.filter(({ id }) => !old.has(id)),
    revised: after.findings.filter((finding) => {
      const earlier = old.get(finding.id)
      return earlier !== undefined && isRevised(earlier, finding)
    }),
    withdrawn: before.findings.filter(({ id }) => !now.has(id)),
    steps: stepChanges(oldAccounts, after.accounts),
    accounts: keys.flatMap((key) => changeOf(oldAccounts.get(key), newAccounts.get(key)) ?? []),
  }
}
