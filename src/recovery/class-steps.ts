import { ofAccounts } from '../i18n/describe/of-accounts.ts'
import type { CaseStep } from '../model/case.ts'
import type { HarmClass } from '../model/vocabulary.ts'
import { byHandOfMany } from './by-hand.ts'
import { ACCOUNT_STEPS, baseOf, type Base, type StepId } from './catalogue/account-steps.ts'
import { bindingPairs, type Pair } from './plan/constraints.ts'
import { mergeSequences, orderSteps } from './plan/order-steps.ts'
import { planAccount, type AccountPlan } from './plan/plan-account.ts'
import { findProvider } from './provider-registry.ts'
import type { RecoveryAccount, RecoveryInput, RecoveryOptions } from './recovery-input.ts'
import { joinSentences } from './sentences.ts'
import { viewStep } from './step-view.ts'

/** Beyond this many affected accounts work goes by class. */
const CLASS_THRESHOLD = 5
const CLASSES: readonly HarmClass[] = ['A', 'B', 'C']

interface Member {
  readonly account: RecoveryAccount
  readonly plan: AccountPlan
}

/** A sentence about one account, said of all in a list. */
const EACH: Readonly<Record<RecoveryOptions['lang'], readonly (readonly [one: string, each: string])[]>> = {
  en: [
    ["this account's", "each account's"],
    ['this account', 'each account'],
  ],
  ja: [['このアカウント', '各アカウント']],
}
const ofEach = (text: string, lang: RecoveryOptions['lang']): string =>
  EACH[lang].reduce((said, [one, each]) => said.replaceAll(one, each), text)

/** All members' order rules together; they hold no cycle, except that an active attack turns evidence and containment round. */
const pairsOf = (members: readonly Member[], active: boolean, bases: ReadonlySet<Base>): readonly Pair[] =>
  members.flatMap(({ plan }) =>
    bindingPairs(
      bases,
      { ...plan.facts, active },
      plan.rows.flatMap((row) => row.before),
    ),
  )

const uniquePairs = (pairs: readonly Pair[]): readonly Pair[] => [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]

const distinctPlans = (members: readonly Member[]): readonly Member[] => [
  ...new Map(
    members.map((member) => [
      `${member.plan.steps.join(' ')}|${member.account.provider}|${member.plan.rows.map((row) => row.id).join(' ')}|${member.plan.facts.profile}`,
      member,
    ]),
  ).values(),
]

const orderedIds = (members: readonly Member[]): readonly StepId[] => {
  const kinds = distinctPlans(members)
  const bases = mergeSequences(kinds.map(({ plan }) => plan.steps.map(baseOf)))
  const active = members.some(({ plan }) => plan.facts.active)
  const ids = [...new Set(kinds.flatMap(({ plan }) => plan.steps))]
  return orderSteps(bases, uniquePairs(pairsOf(kinds, active, new Set(bases)))).flatMap((base) =>
    ids.filter((id) => baseOf(id) === base).toSorted(),
  )
}

const stepsOfClass = (name: HarmClass, members: readonly Member[], options: RecoveryOptions): readonly CaseStep[] =>
  orderedIds(members).map((id) => {
    const concerned = members.filter(({ plan }) => plan.steps.includes(id)).map(({ account }) => account)
    const list = concerned.map(({ account }) => account)
    const providers = concerned.map(({ provider }) => findProvider(provider, options.providers))
    const step = viewStep(ACCOUNT_STEPS[id], {
      id: `${name}/${id}`,
      scope: 'class',
      class: name,
      lang: options.lang,
      awareAt: options.awareAt,
    })
    return {
      ...step,
      text: ofEach(step.text, options.lang) + ofAccounts(list.length, options.lang),
      proof: joinSentences([step.proof, byHandOfMany(providers, id, options.lang)], options.lang),
      list,
    }
  })

/** Steps by class A, B, C with the accounts attached; empty up to five affected accounts. Misuse and exposure stay single. */
export const classSteps = (input: RecoveryInput, options: RecoveryOptions): readonly CaseStep[] => {
  const members = input.accounts
    .filter((account) => account.kind === 'takeover' && account.verdict !== 'targeted')
    .map((account): Member => ({ account, plan: planAccount(account, input.campaigns, options) }))
    .filter(({ plan }) => plan.steps.length > 0)
  if (members.length <= CLASS_THRESHOLD) return []
  return CLASSES.flatMap((name) => {
    const own = members.filter(({ account }) => (account.class ?? 'A') === name)
    return own.length === 0 ? [] : stepsOfClass(name, own, options)
  })
}
