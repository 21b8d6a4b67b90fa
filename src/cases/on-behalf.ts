import type { EventTable } from '../order/event-table.ts'
import type { RowReader } from './row-reader.ts'

/** So many accounts on one address: its owner logs in for others. */
const MANY = 10

/**
 * Is this the login of a program that logs in for many (a household-budget app, a points collector), at the address of its maker? It shows
 * what the program is like, and nothing of the person: whoever comes home after it does not come to a new place.
 * @param accountsOn accounts that ever logged in from there, by source.
 */
export const createOnBehalf = ({ agents, userAgent }: EventTable, read: RowReader, accountsOn: Int32Array): ((row: number) => boolean) => {
  const isProgram = Uint8Array.from({ length: agents.userAgents.size }, (_, key) => (agents.agentOf(key)?.scripted === true ? 1 : 0))
  return (row) => {
    const agent = userAgent.get(row)
    if (agent < 0 || isProgram[agent] === 0) return false
    const source = read.source(row)
    return source >= 0 && (accountsOn[source] as number) >= MANY
  }
}
