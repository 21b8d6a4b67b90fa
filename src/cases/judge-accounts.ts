import { findIntruders, isEntered, touchedBy } from './find-intruders.ts'
import type { JudgedAccount } from './judge-account.ts'
import type { JudgeContext } from './judge-context.ts'
import type { RowReader } from './row-reader.ts'
import type { AttackSource } from './sources/attack-source.ts'

export type Judge = (key: number, context: JudgeContext) => JudgedAccount | undefined

/** From one account to the next and on: whoever goes further is not followed for ever. */
const MOST_ROUNDS = 4

/**
 * Accounts judged, then once more those that the intruders so found have touched, until nobody else is found.
 * @param earlier those that were judged before, and are judged anew only where they are among the keys or touched.
 */
export const judgeAccounts = (
  keys: Iterable<number>,
  context: JudgeContext,
  judge: Judge,
  earlier: ReadonlyMap<number, JudgedAccount> = new Map(),
): ReadonlyMap<number, JudgedAccount> => {
  const judged = new Map(earlier)
  const judgeAll = (those: Iterable<number>, known: JudgeContext): void => {
    for (const key of those) {
      const account = judge(key, known)
      if (account === undefined) judged.delete(key)
      else judged.set(key, account)
    }
  }
  judgeAll(keys, context)
  const foundIn = new Map<number, number>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = foundIn.size
    for (const account of judged.values()) if (isEntered(account) && !foundIn.has(account.key)) foundIn.set(account.key, round)
    if (foundIn.size === before) break
    const intruders = findIntruders([...judged.values()], foundIn, context)
    judgeAll(touchedBy(intruders, context.table, context.read), { ...context, intruders })
  }
  return judged
}

const BY_TRYING: ReadonlySet<string> = new Set(['reason.success-after-failures', 'reason.guessed'])

/** Addresses from which a password was found by trying, and which nothing else told yet. */
export const sourcesOfGuesses = (
  accounts: Iterable<JudgedAccount>,
  sources: ReadonlyMap<number, AttackSource>,
  { source }: RowReader,
): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const { signals } of accounts)
    for (const { messageId, weight, success } of signals) {
      const from = weight === 'compromised' && success !== undefined && BY_TRYING.has(messageId) ? source(success) : -1
      if (from >= 0 && !sources.has(from)) found.add(from)
    }
  return found
}
