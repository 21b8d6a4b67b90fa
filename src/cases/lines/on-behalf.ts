import type { Agent } from '../../model/event.ts'
import type { EventTable } from '../../order/event-table.ts'
import { createHousePrograms, MANY } from './house-programs.ts'
import type { RowReader } from '../rows/row-reader.ts'

/** Says nothing of a system that a person sits before. */
const isOfNoSystem = (agent: Agent | undefined): boolean =>
  agent !== undefined && agent.family !== 'unknown' && agent.os === 'unknown' && (agent.scripted || agent.deviceClass === 'unknown')

/**
 * Is this the login of a program that logs in for many (a household-budget app, a points collector), at the address of its maker, or of the
 * owner's own robot on a rented machine? It shows what the program is like, and nothing of the person: whoever comes home after it does not
 * come to a new place.
 * @param accountsOn accounts that ever logged in from there, by source.
 */
export const createOnBehalf = (
  table: EventTable,
  read: RowReader,
  accountsOn: Int32Array,
  isHouseProgram = createHousePrograms(table, read, accountsOn),
): ((row: number) => boolean) => {
  const { agents, userAgent } = table
  const isProgram = Uint8Array.from({ length: agents.userAgents.size }, (_, key) => (agents.agentOf(key)?.scripted === true ? 1 : 0))
  const isSystemless = Uint8Array.from({ length: agents.userAgents.size }, (_, key) => (isOfNoSystem(agents.agentOf(key)) ? 1 : 0))
  return (row) => {
    const source = read.source(row)
    const agent = userAgent.get(row)
    if (source < 0 || agent < 0) return false
    if (isSystemless[agent] === 1 && read.isHosted(row)) return true
    if ((accountsOn[source] as number) < MANY) return false
    return isProgram[agent] === 1 || isHouseProgram(row)
  }
}
