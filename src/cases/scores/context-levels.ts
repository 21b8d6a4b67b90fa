import type { EventTable } from '../../order/event-table.ts'

/** The levels of a login's context as columns, finest first: by place (address, network, country) and by user agent (text, kind, …). */
export interface ContextLevels {
  readonly address: readonly [source: Int32Array, network: Int32Array, country: Int32Array]
  readonly agent: readonly [text: Int32Array, family: Int32Array, os: Int32Array, device: Int32Array]
  /** Family and system together, by user agent. */
  readonly kind: Int32Array
}

const numberTexts = (): ((text: string | undefined) => number) => {
  const keys = new Map<string, number>()
  return (text) => {
    if (text === undefined || text === 'unknown') return -1
    const known = keys.get(text)
    if (known !== undefined) return known
    keys.set(text, keys.size)
    return keys.size - 1
  }
}

export const contextLevels = ({ places, agents }: EventTable): ContextLevels => {
  const { size } = agents.userAgents
  const family = numberTexts()
  const os = numberTexts()
  const device = numberTexts()
  const columns = { family: new Int32Array(size), os: new Int32Array(size), device: new Int32Array(size) }
  for (let key = 0; key < size; key += 1) {
    const agent = agents.agentOf(key)
    columns.family[key] = family(agent?.family)
    columns.os[key] = os(agent?.os)
    columns.device[key] = device(agent?.deviceClass)
  }
  return {
    address: [places.source, places.network, places.country],
    agent: [Int32Array.from({ length: size }, (_, key) => key), columns.family, columns.os, columns.device],
    kind: agents.agent,
  }
}

const countersFor = (keys: Int32Array): Int32Array => {
  let most = -1
  for (const key of keys) if (key > most) most = key
  return new Int32Array(most + 1)
}

/** How often everybody's logins had each value of a level. */
export interface LevelCounts {
  readonly address: readonly Int32Array[]
  readonly agent: readonly Int32Array[]
  /** Different values of all levels but the finest, plus one: what is still unseen (the authors' measure). */
  readonly unseenAddresses: number
  readonly unseenAgents: number
}

const distinct = (counts: Int32Array): number => {
  let found = 0
  for (const count of counts) if (count > 0) found += 1
  return found
}

const addTo = (counters: readonly Int32Array[], levels: readonly Int32Array[], at: number): void => {
  if (at < 0) return
  for (let level = 0; level < levels.length; level += 1) {
    const key = (levels[level] as Int32Array)[at] as number
    if (key >= 0) (counters[level] as Int32Array)[key]! += 1
  }
}

export const countLevels = (table: EventTable, levels: ContextLevels, isLogin: (row: number) => boolean): LevelCounts => {
  const address = levels.address.map(countersFor)
  const agent = levels.agent.map(countersFor)
  for (let row = 0; row < table.size; row += 1) {
    if (!isLogin(row)) continue
    addTo(address, levels.address, table.place[row] as number)
    addTo(agent, levels.agent, table.userAgent[row] as number)
  }
  const unseen = (counters: readonly Int32Array[]): number => counters.slice(1).reduce((sum, counts) => sum + distinct(counts), 1)
  return { address, agent, unseenAddresses: unseen(address), unseenAgents: unseen(agent) }
}
