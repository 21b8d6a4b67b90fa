import { isAffected } from '../../model/vocabulary.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { strangersRows } from '../strangers/strangers-rows.ts'

/** From so many members on, a line is shared whatever else is known of it. */
const SHARED_FROM = 5
export const isSharedBy = (members: number): boolean => members >= SHARED_FROM

/** By source: accounts with a suspicious session from there. */
export const hitsBySource = ({ accounts, read }: JudgedCase): ReadonlyMap<number, ReadonlySet<number>> => {
  const hits = new Map<number, Set<number>>()
  for (const account of accounts.filter(isAffected)) {
    for (const row of strangersRows(account, read)) {
      const source = read.source(row)
      if (source < 0) continue
      const known = hits.get(source)
      if (known === undefined) hits.set(source, new Set([account.key]))
      else known.add(account.key)
    }
  }
  return hits
}

/** By attacking source: accounts that log in from there without a suspicious session there. A block would lock them out. */
export const bystandersBySource = (judged: JudgedCase): ReadonlyMap<number, ReadonlySet<number>> => {
  const hits = hitsBySource(judged)
  const isHit = (source: number, account: number): boolean => hits.get(source)?.has(account) === true
  return new Map(
    judged.campaigns.flatMap(({ sources }) =>
      sources.map(
        ({ source, neighbours, entered }) =>
          [source, new Set([...neighbours, ...entered].filter((account) => !isHit(source, account)))] as const,
      ),
    ),
  )
}
