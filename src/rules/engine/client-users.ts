import type { EventClass } from '../../model/event-class.ts'
import type { EventTable } from '../../order/event-table.ts'
import { createPairMap } from './pair-map.ts'

/** How many accounts use each client. */
export interface ClientUsers {
  /** A login that worked or a consent; other rows count nothing. */
  readonly add: (row: number) => void
  /** Distinct accounts so far that logged in to the row's client or consented to it. */
  readonly at: (row: number) => number
}

const isDone = ({ outcome }: EventClass): boolean => outcome === 'success' || outcome === 'info'
const isConsent = (entry: EventClass): boolean => entry.action === 'consent-grant' && isDone(entry)

const NOTHING: ClientUsers = { add: () => {}, at: () => 0 }

/** Who uses a client matters only where clients ask for consent: in other logs nothing is counted. */
export const createClientUsers = ({ classes, cls, client, clients, account }: EventTable): ClientUsers => {
  if (!classes.some(isConsent)) return NOTHING
  const counts = new Int32Array(clients.size)
  const seen = createPairMap()
  const teaches = Uint8Array.from(classes, (entry) =>
    isConsent(entry) || (entry.action === 'login' && entry.outcome === 'success') ? 1 : 0,
  )
  return {
    add: (row) => {
      const key = client.get(row)
      const user = account.get(row)
      if (teaches[cls.get(row)] === 0 || key < 0 || user < 0) return
      if (seen.add(key, user, 1) === 1) counts[key] = (counts[key] ?? 0) + 1
    },
    at: (row) => counts[client.get(row)] ?? 0,
  }
}
