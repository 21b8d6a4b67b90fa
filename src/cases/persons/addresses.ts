import type { AccountDictionary } from '../../order/event-table.ts'
import { eachAccountText } from './find-reported.ts'

/**
 * Plain ASCII only: of letters that merely look like others, and of full-width ones, nobody can say whether both systems took them for
 * the same. Systems with mail addresses do not tell capital letters apart.
 */
const MAIL_ADDRESS = /^[\x21-\x3f\x41-\x7e]+@[a-z0-9.-]+\.[a-z][a-z0-9-]*$/

/** What makes two texts one mail address; undefined: not one. */
const mailAddress = (text: string): string | undefined => {
  const folded = text.toLowerCase()
  return MAIL_ADDRESS.test(folded) ? folded : undefined
}

/** Mail addresses that a system asserted for an account with an immutable id. A name that stands for the account was merely typed. */
export const assertedAddresses = (accounts: AccountDictionary, key: number): ReadonlySet<string> =>
  accounts.isName(key) ? new Set() : new Set([accounts.get(key) ?? '', ...accounts.namesOf(key)].flatMap((text) => mailAddress(text) ?? []))

/** By wanted address: the accounts that it was asserted for. */
export const accountsByAddress = (accounts: AccountDictionary, wanted: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map<string, Set<number>>()
  eachAccountText(accounts, (text, key) => {
    const address = text.includes('@') && !accounts.isName(key) ? mailAddress(text) : undefined
    if (address === undefined || !wanted.has(address)) return
    const known = found.get(address)
    if (known === undefined) found.set(address, new Set([key]))
    else known.add(key)
  })
  return found
}
