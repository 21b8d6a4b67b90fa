import type { Action } from '../../model/vocabulary.ts'
import { doersOf } from '../../order/doers.ts'
import type { EventTable } from '../../order/event-table.ts'
import { isLockingOut } from '../rows/after-login.ts'
import type { RowReader } from '../rows/row-reader.ts'

const GIVING: ReadonlySet<Action> = new Set(['account-create', 'account-enable', 'role-grant', 'token-create', 'impersonation'])

/** Acts on another's account that make it, open it, give it power or a key, or keep its owner out, by the account that did them; in time order. */
export const findDeeds = (table: EventTable, read: RowReader): ReadonlyMap<number, readonly number[]> => {
  const isDeed = Uint8Array.from(table.classes, ({ action, outcome }) =>
    (GIVING.has(action) || isLockingOut(action)) && (outcome === 'success' || outcome === 'info') ? 1 : 0,
  )
  const deeds = new Map<number, number[]>()
  if (table.actors.size === 0 || !isDeed.includes(1)) return deeds
  const doers = doersOf(table)
  for (let row = 0; row < table.size; row += 1) {
    if (isDeed[table.cls.get(row)] !== 1 || table.account.get(row) < 0 || !read.isByOther(row)) continue
    const doer = doers.accountOf(row)
    if (doer < 0) continue
    const rows = deeds.get(doer)
    if (rows === undefined) deeds.set(doer, [row])
    else rows.push(row)
  }
  return deeds
}
