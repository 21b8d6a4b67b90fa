import { findIntruders, isEntered, touchedBy } from './find-intruders.ts'
import type { JudgedAccount } from './judge-account.ts'
import type { JudgeContext } from './judge-context.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { nameOf } from '../sources/describe-source.ts'
import { strangersElsewhere } from '../strangers/strangers-rows.ts'

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

/** So many names that failed where a stranger got in are more than neighbours mistype. */
const TRIED_NAMES = 3

/** Addresses from which a password was found by trying. */
const guessedFrom = ({ signals }: JudgedAccount, { source }: RowReader): readonly number[] =>
  signals.flatMap(({ messageId, weight, success }) =>
    weight === 'compromised' && success !== undefined && BY_TRYING.has(messageId) ? [source(success)] : [],
  )

/** Addresses of strangers at which several names failed, by how many. */
const triedFrom = (sources: ReadonlySet<number>, { table, read }: JudgeContext): ReadonlySet<number> => {
  const names = new Map([...sources].map((source) => [source, new Set<number>()]))
  for (let row = 0; names.size > 0 && row < table.size; row += 1) {
    const tried = names.get(read.source(row))
    if (tried !== undefined && read.isAttempt(row) && !read.isMobile(row) && !read.isByExit(row)) tried.add(nameOf(row, table))
  }
  return new Set([...names].flatMap(([source, tried]) => (tried.size >= TRIED_NAMES ? [source] : [])))
}

/** Addresses that attacked, as accounts that were entered from there show, and that nothing else told yet. */
export const sourcesOfIntruders = (accounts: Iterable<JudgedAccount>, context: JudgeContext): ReadonlySet<number> => {
  const { sources, sharedLines, read, table } = context
  const entered = [...accounts].filter(isEntered)
  const isOpen = (source: number): boolean => source >= 0 && !sources.has(source) && !table.places.isProxy(source)
  const guessed = entered.flatMap((account) => guessedFrom(account, read)).filter(isOpen)
  const strangers = entered.flatMap((account) =>
    strangersElsewhere(account, read)
      .map(read.source)
      .filter((source) => isOpen(source) && !sharedLines.has(source)),
  )
  return new Set([...guessed, ...triedFrom(new Set(strangers), context)])
}
