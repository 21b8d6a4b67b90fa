import type { EventClass } from '../../model/event-class.ts'
import type { EventTable } from '../../order/event-table.ts'
import { createPairMap } from './pair-map.ts'

const isDone = ({ outcome }: EventClass): boolean => outcome === 'success' || outcome === 'info'
const isConsent = (entry: EventClass): boolean => entry.action === 'consent-grant' && isDone(entry)

/**
 * Distinct accounts that logged in to a row's client or consented to it before the row `until`, which must not go backwards. Who uses a
 * client matters only where clients ask for consent: in other logs nothing is counted.
 */
export const createClientUsers = ({ classes, cls, client, clients, account }: EventTable): ((row: number, until: number) => number) => {
  if (!classes.some(isConsent)) return () => 0
  const counts = new Int32Array(clients.size)
  const seen = createPairMap()
  const teaches = Uint8Array.from(classes, (entry) =>
    isConsent(entry) || (entry.action === 'login' && entry.outcome === 'success') ? 1 : 0,
  )
  let next = 0
  const count = (row: number): void => {
    const key = client.get(row)
    const user = account.get(row)
    if (teaches[cls.get(row)] === 0 || key < 0 || user < 0) return
    if (seen.add(key, user, 1) === 1) counts[key] = (counts[key] ?? 0) + 1
  }
  return (row, until) => {
    for (; next < until; next += 1) count(next)
    return counts[client.get(row)] ?? 0
  }
}
