import { hashHex } from '../kernel/hash.ts'
import type { CaseAccount, CaseDocument } from '../model/case.ts'
import type { SampleEntry } from '../model/case-folder.ts'
import { accountKey } from './decided.ts'

/** Accounts are drawn within these groups, so that every kind of error can show. */
const SAMPLE_GROUPS = ['compromised', 'suspected', 'targeted', 'undetermined'] as const
export type SampleGroup = (typeof SAMPLE_GROUPS)[number]

/** Up to `size` accounts of each verdict, drawn by a hash of seed and id: the same seed draws the same accounts, whoever draws. */
export const drawSample = ({ accounts }: CaseDocument, size: number, seed: string): SampleEntry['accounts'] =>
  SAMPLE_GROUPS.flatMap((group) =>
    accounts
      .filter(({ verdict }) => verdict === group)
      .map((account) => ({ account, order: hashHex(`${seed}\u0000${accountKey(account)}`) }))
      .toSorted((left, right) => (left.order < right.order ? -1 : 1))
      .slice(0, size)
      .map(({ account: { account, provider, tenant } }) => ({ account, provider, tenant, group })),
  )

/** Blind: in an order that says nothing of the verdict. */
export const blindOrder = (drawn: SampleEntry['accounts'], seed: string): SampleEntry['accounts'] =>
  drawn
    .map((account) => ({ account, order: hashHex(`${seed}\u0000order\u0000${accountKey(account)}`) }))
    .toSorted((left, right) => (left.order < right.order ? -1 : 1))
    .map(({ account }) => account)

/** What checking by hand has shown of one group. Shares are 0–1. */
export interface SampleResult {
  readonly group: SampleGroup
  readonly drawn: number
  readonly checked: number
  readonly wrong: number
  readonly rate: number
  readonly from: number
  readonly to: number
}

const Z_95 = 1.959964

/** The Wilson score interval (95 %): honest also for few accounts and for no error at all. */
export const wilson = (wrong: number, checked: number): readonly [from: number, to: number] => {
  if (checked === 0) return [0, 1]
  const share = wrong / checked
  const z2 = Z_95 ** 2
  const middle = share + z2 / (2 * checked)
  const half = Z_95 * Math.sqrt((share * (1 - share) + z2 / (4 * checked)) / checked)
  const scale = 1 + z2 / checked
  return [wrong === 0 ? 0 : Math.max(0, (middle - half) / scale), wrong === checked ? 1 : Math.min(1, (middle + half) / scale)]
}

/** The tool was wrong where a person cleared what it judged, or confirmed what it did not. */
const isWrong = (group: SampleGroup, { decision }: CaseAccount): boolean =>
  group === 'compromised' || group === 'suspected' ? decision.state === 'cleared' : decision.state === 'confirmed'

/** Error rates of the groups in which somebody checked at least one drawn account. */
export const sampleResults = (document: CaseDocument, samples: readonly SampleEntry[]): readonly SampleResult[] => {
  const byKey = new Map(document.accounts.map((account) => [accountKey(account), account]))
  const drawn = new Map(samples.flatMap(({ accounts }) => accounts.map((account) => [accountKey(account), account] as const)))
  return SAMPLE_GROUPS.flatMap((group) => {
    const own = [...drawn].filter(([, { group: of }]) => of === group).flatMap(([key]) => byKey.get(key) ?? [])
    const checked = own.filter(({ decision }) => decision.state !== 'pending')
    if (checked.length === 0) return []
    const wrong = checked.filter((account) => isWrong(group, account)).length
    const [from, to] = wilson(wrong, checked.length)
    return [{ group, drawn: own.length, checked: checked.length, wrong, rate: wrong / checked.length, from, to }]
  })
}
