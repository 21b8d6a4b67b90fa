import { MINUTE_US } from '../../kernel/time-units.ts'
import type { AccountRows } from '../rows/account-rows.ts'
import type { JudgedCase } from '../judging/judge-case.ts'

/** What logins may have in common. */
const TRAIT_KINDS = ['source', 'device', 'minute', 'network', 'client', 'agent'] as const
export type TraitKind = (typeof TRAIT_KINDS)[number]

/** Something that reported accounts share and the others mostly do not. */
export interface SharedTrait {
  readonly kind: TraitKind
  /** A row that shows it. */
  readonly row: number
  /** Reported accounts with it, of those that are in the log and got in. */
  readonly victims: number
  readonly victimsOf: number
  /** Everybody else with it, of everybody else. */
  readonly others: readonly number[]
  readonly othersOf: number
  /** How many times as frequent among the reported; null where nobody else has it. */
  readonly ratio: number | null
}

/** Shared by a tenth of the reported at least, and five times as often as by everybody else: "Chrome" is no finding. */
const LEAST_SHARE = 0.1
const LEAST_RATIO = 5
/** χ² with one degree of freedom at p = 0.0005; each trait that was looked at raises the bar (Bonferroni: 2 ln n). */
const LEAST_EVIDENCE = 12
const MOST_PER_KIND = 5

type KeyOf = (row: number) => number

const readers = ({ table, read }: JudgedCase): Readonly<Record<TraitKind, KeyOf>> => ({
  source: read.source,
  network: read.network,
  agent: read.agent,
  client: (row) => table.client.get(row),
  device: (row) => table.device.get(row),
  minute: (row) => Math.floor(read.time(row) / MINUTE_US),
})

interface Candidate {
  readonly row: number
  victims: number
  readonly others: number[]
  /** The account that counted last: each counts once. */
  last: number
}

/** Evidence for a difference between two shares (log-likelihood ratio, G²). */
const evidenceOf = (victims: number, victimsOf: number, others: number, othersOf: number): number => {
  const all = victimsOf + othersOf
  const part = (seen: number, row: number, column: number): number => (seen === 0 ? 0 : seen * Math.log((seen * all) / (row * column)))
  const [withIt, without] = [victims + others, all - victims - others]
  return (
    2 *
    (part(victims, victimsOf, withIt) +
      part(others, othersOf, withIt) +
      part(victimsOf - victims, victimsOf, without) +
      part(othersOf - others, othersOf, without))
  )
}

/** Traits of the reported accounts' successful logins, counted among all accounts. One pass over the rows of all accounts. */
const countTraits = (
  kind: TraitKind,
  reported: readonly number[],
  byAccount: AccountRows,
  judged: JudgedCase,
): ReadonlyMap<number, Candidate> => {
  const keyOf = readers(judged)[kind]
  const { read, table } = judged
  const traits = new Map<number, Candidate>()
  const isReported = new Uint8Array(table.accounts.size)
  for (const account of reported) {
    isReported[account] = 1
    for (const row of byAccount.of(account)) {
      if (!read.isSuccess(row)) continue
      const key = keyOf(row)
      if (key < 0) continue
      let trait = traits.get(key)
      if (trait === undefined) traits.set(key, (trait = { row, victims: 0, others: [], last: -1 }))
      if (trait.last !== account) trait.victims += 1
      trait.last = account
    }
  }
  for (const [key, { victims }] of traits) if (victims < Math.max(2, reported.length * LEAST_SHARE)) traits.delete(key)
  if (traits.size === 0) return traits
  for (let account = 0; account < table.accounts.size; account += 1) {
    if (isReported[account] === 1) continue
    for (const row of byAccount.of(account)) {
      if (!read.isSuccess(row)) continue
      const trait = traits.get(keyOf(row))
      if (trait === undefined || trait.last === account) continue
      trait.last = account
      trait.others.push(account)
    }
  }
  return traits
}

/** How many accounts ever got in. */
const entrants = (byAccount: AccountRows, { table, read }: JudgedCase): number => {
  let count = 0
  for (let account = 0; account < table.accounts.size; account += 1) if (byAccount.of(account).some(read.isSuccess)) count += 1
  return count
}

/** What the reported accounts have in common, most telling first, and with whom else. Empty for fewer than two. */
export const sharedTraits = (keys: readonly number[], byAccount: AccountRows, judged: JudgedCase): readonly SharedTrait[] => {
  const reported = keys.filter((account) => byAccount.of(account).some(judged.read.isSuccess))
  if (reported.length < 2) return []
  const victimsOf = reported.length
  const othersOf = entrants(byAccount, judged) - victimsOf
  const counted = TRAIT_KINDS.map((kind) => ({ kind, traits: countTraits(kind, reported, byAccount, judged) }))
  const looked = counted.reduce((sum, { traits }) => sum + traits.size, 0)
  const least = LEAST_EVIDENCE + 2 * Math.log(Math.max(1, looked))
  const judgeTrait = (kind: TraitKind, { row, victims, others }: Candidate): { trait: SharedTrait; evidence: number }[] => {
    const evidence = evidenceOf(victims, victimsOf, others.length, othersOf)
    const ratio = others.length === 0 ? null : (victims * othersOf) / (victimsOf * others.length)
    if (evidence < least || (ratio !== null && ratio < LEAST_RATIO)) return []
    return [{ trait: { kind, row, victims, victimsOf, others, othersOf, ratio }, evidence }]
  }
  return counted
    .flatMap(({ kind, traits }) =>
      [...traits.values()]
        .flatMap((candidate) => judgeTrait(kind, candidate))
        .toSorted((left, right) => right.evidence - left.evidence || left.trait.row - right.trait.row)
        .slice(0, MOST_PER_KIND),
    )
    .toSorted((left, right) => right.evidence - left.evidence || left.trait.row - right.trait.row)
    .map(({ trait }) => trait)
}
