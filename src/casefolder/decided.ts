import type { CaseAccount, CaseDocument } from '../model/case.ts'
import type { DecisionEntry } from '../model/case-folder.ts'
import type { HarmClass, Verdict } from '../model/vocabulary.ts'

type Identity = Pick<DecisionEntry, 'account' | 'provider' | 'tenant'>

/** One account of one system: the same id may exist in several. */
export const accountKey = ({ account, provider, tenant }: Identity): string => `${provider}\u0000${tenant ?? ''}\u0000${account}`

/** What counts: a person's decision outranks the tool's verdict; `null` for a cleared account. */
export const countedVerdict = ({ verdict, decision }: CaseAccount): Verdict | null => {
  if (decision.state === 'cleared') return null
  return decision.state === 'confirmed' ? 'compromised' : verdict
}

/** Somebody was, or may have been, in, and nobody has cleared it. */
export const isCounted = (account: CaseAccount): boolean => {
  const verdict = countedVerdict(account)
  return verdict === 'compromised' || verdict === 'suspected'
}

const decisionsByAccount = (decisions: readonly DecisionEntry[]): ReadonlyMap<string, CaseAccount['decision']> =>
  new Map(decisions.map((entry) => [accountKey(entry), { state: entry.state, by: entry.by, at: entry.at, why: entry.why }]))

const countBy = <Key extends string>(keys: readonly Key[], values: readonly (Key | null)[]): Readonly<Record<Key, number>> =>
  Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<Key, number>

const CLASSES: readonly HarmClass[] = ['A', 'B', 'C']
const VERDICTS_COUNTED: readonly Verdict[] = ['compromised', 'suspected', 'targeted', 'undetermined']

/** The class of an account that people confirmed and the tool did not judge: nothing is known of what was done. */
export const classOfAccount = (account: CaseAccount): HarmClass | null => (isCounted(account) ? (account.class ?? 'A') : null)

/** The figures of the summary that count accounts, as they are after people's decisions. The headline follows. */
const recount = (document: CaseDocument, accounts: readonly CaseAccount[]): CaseDocument['summary'] => {
  const counts = countBy(VERDICTS_COUNTED, accounts.map(countedVerdict))
  const { headline } = document.summary
  const { compromised, suspected } = counts
  const said = Object.hasOwn(headline.data, 'compromised') ? { compromised, suspected, max: compromised + suspected } : {}
  return {
    ...document.summary,
    accounts: counts,
    classes: countBy(CLASSES, accounts.map(classOfAccount)),
    headline: { ...headline, data: { ...headline.data, ...said } },
  }
}

/** The document as it reads with people's decisions: each account carries the latest one, and the figures count what it says. */
export const withDecisions = (document: CaseDocument, decisions: readonly DecisionEntry[]): CaseDocument => {
  if (decisions.length === 0) return document
  const latest = decisionsByAccount(decisions)
  const accounts = document.accounts.map((account) => {
    const decision = latest.get(accountKey(account))
    return decision === undefined ? account : { ...account, decision }
  })
  const cleared = new Set(accounts.filter(({ decision }) => decision.state === 'cleared').map(({ account }) => account))
  return {
    ...document,
    accounts,
    summary: recount(document, accounts),
    steps: document.steps.map((step) => ({ ...step, list: step.list.filter((account) => !cleared.has(account)) })),
  }
}
