import { findReported } from '../cases/persons/find-reported.ts'
import type { EventTable } from '../order/event-table.ts'

/** Accounts of this id or name, as a customer's report would be found; the same name may be an account of several systems. */
export const findAccounts = ({ accounts }: EventTable, name: string): readonly number[] => {
  const asked = { texts: [name] }
  return findReported([asked], accounts).get(asked) ?? []
}
