import type { Agent } from '../model/event.ts'
import type { EventTable } from '../order/event-table.ts'
import type { RowReader } from './row-reader.ts'

/** So many accounts on one address: its owner logs in for others. */
const MANY = 10
/** A program that does not say that it is one: at its address nearly everybody comes with it, again and again. Whoever has stolen a list comes once. */
const ALIKE = 0.95
const TIMES_EACH = 3

/** By source: the user agent of most of its logins, how many came with it, and how many there are. */
const findHouseAgents = (table: EventTable, read: RowReader, accountsOn: Int32Array) => {
  const agent = new Int32Array(accountsOn.length).fill(-1)
  const votes = new Int32Array(accountsOn.length)
  const same = new Int32Array(accountsOn.length)
  const all = new Int32Array(accountsOn.length)
  const each = (visit: (source: number, userAgent: number) => void): void => {
    for (let row = 0; row < table.size; row += 1) {
      const source = read.source(row)
      if (source >= 0 && (accountsOn[source] as number) >= MANY && read.isLogin(row) && read.isSuccess(row))
        visit(source, table.userAgent.get(row))
    }
  }
  // Boyer and Moore's vote: whoever has more than half is left over.
  each((source, userAgent) => {
    if (votes[source] === 0) agent[source] = userAgent
    votes[source]! += agent[source] === userAgent ? 1 : -1
  })
  each((source, userAgent) => {
    all[source]! += 1
    if (agent[source] === userAgent) same[source]! += 1
  })
  return {
    agent,
    isHouse: (source: number): boolean => isHouse(same[source] as number, all[source] as number, accountsOn[source] as number),
  }
}

const isHouse = (same: number, all: number, accounts: number): boolean => same >= ALIKE * all && all >= TIMES_EACH * accounts

/** Says nothing of a system that a person sits before. */
const isOfNoSystem = (agent: Agent | undefined): boolean =>
  agent !== undefined && agent.family !== 'unknown' && agent.os === 'unknown' && (agent.scripted || agent.deviceClass === 'unknown')

/**
 * Is this the login of a program that logs in for many (a household-budget app, a points collector), at the address of its maker, or of the
 * owner's own robot on a rented machine? It shows what the program is like, and nothing of the person: whoever comes home after it does not
 * come to a new place.
 * @param accountsOn accounts that ever logged in from there, by source.
 */
export const createOnBehalf = (table: EventTable, read: RowReader, accountsOn: Int32Array): ((row: number) => boolean) => {
  const { agents, userAgent } = table
  const isProgram = Uint8Array.from({ length: agents.userAgents.size }, (_, key) => (agents.agentOf(key)?.scripted === true ? 1 : 0))
  const isSystemless = Uint8Array.from({ length: agents.userAgents.size }, (_, key) => (isOfNoSystem(agents.agentOf(key)) ? 1 : 0))
  const house = findHouseAgents(table, read, accountsOn)
  return (row) => {
    const source = read.source(row)
    const agent = userAgent.get(row)
    if (source < 0 || agent < 0) return false
    if (isSystemless[agent] === 1 && read.isHosted(row)) return true
    if ((accountsOn[source] as number) < MANY) return false
    return isProgram[agent] === 1 || (house.agent[source] === agent && house.isHouse(source))
  }
}
