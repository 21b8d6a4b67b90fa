import { believableRate, type Lines } from './list-lines.ts'
import type { StrayContext } from './stray-attempts.ts'
import { isFarMore } from './surge.ts'

/** By account and address: the right password, and the second factor never passed there. Rows by source. */
const unansweredBySource = ({
  table,
  byAccount,
  read,
  isHouseProgram,
}: StrayContext): ReadonlyMap<number, readonly (readonly number[])[]> => {
  const mayBe = new Uint8Array(table.accounts.size)
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account >= 0 && read.isPasswordKnown(row) && read.source(row) >= 0) mayBe[account] = 1
  }
  const found = new Map<number, (readonly number[])[]>()
  for (let account = 0; account < mayBe.length; account += 1) {
    if (mayBe[account] === 0) continue
    const rows = byAccount.of(account)
    const passed = new Set(rows.filter((row) => read.isSuccess(row)).map((row) => read.source(row)))
    const open = [...rows].filter(
      (row) => read.isPasswordKnown(row) && read.source(row) >= 0 && !passed.has(read.source(row)) && !isHouseProgram(row),
    )
    for (const [source, own] of Map.groupBy(open, (row) => read.source(row))) {
      const known = found.get(source)
      if (known === undefined) found.set(source, [own])
      else known.push(own)
    }
  }
  return found
}

/** Accounts that leave a second factor unanswered for good, per account that gets in: measured where people are in the majority. */
const rateOf = (unanswered: ReadonlyMap<number, readonly unknown[]>, entered: Uint32Array): number => {
  let open = 0
  let people = 0
  for (const count of entered) people += count
  for (const [source, { length }] of unanswered) if (length <= (entered[source] as number)) open += length
  return believableRate(open, people)
}

/**
 * Addresses from which the right passwords of more accounts were entered, and their second factors never passed, than the people there explain:
 * somebody has a list of passwords that are right. By source: the rows.
 */
export const findUnansweredLines = ({ entered }: Lines, context: StrayContext): ReadonlyMap<number, readonly number[]> => {
  const unanswered = unansweredBySource(context)
  const rate = rateOf(unanswered, entered)
  return new Map(
    [...unanswered]
      .filter(
        ([source, accounts]) =>
          !context.table.places.isProxy(source) && isFarMore(accounts.length, rate * ((entered[source] as number) + 1)),
      )
      .map(([source, accounts]) => [source, accounts.flat()] as const),
  )
}
