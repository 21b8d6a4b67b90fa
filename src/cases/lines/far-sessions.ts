import { once } from '../../kernel/once.ts'
import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'

/** Of a service's accounts thieves hold one in hundreds. Where more have sessions that leap, the log's lines do: VPNs, relays, tables of places that err. */
const MOST = 0.01
const FEWEST_ACCOUNTS = 5

const isFar = ({ messageId, severity }: Finding): boolean => messageId === 'session-moved.far' && severity !== 'info' && severity !== 'low'

const accountsWithSessions = ({ size, session, account }: EventTable): number => {
  const seen = new Set<number>()
  for (let row = 0; row < size; row += 1) if (session.get(row) >= 0) seen.add(account.get(row))
  return seen.size
}

/** Is it usual in this log that sessions are in two countries sooner than anybody travels? Then it tells little of one of them. */
export const createFarSessions = (table: EventTable, findings: readonly Finding[]): (() => boolean) =>
  once(() => {
    const moved = new Set(findings.filter(isFar).map(({ accountKey }) => accountKey)).size
    return moved >= FEWEST_ACCOUNTS && moved > MOST * accountsWithSessions(table)
  })
