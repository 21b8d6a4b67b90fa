import { population } from '../../../bench/population.ts'
import { emptyDraft } from '../../../src/model/event.ts'
import { buildTable } from '../../../src/order/build-table.ts'
import { createEventLog } from '../../../src/order/event-log.ts'

// Runs alone with --expose-gc: prints the bytes per event that the store holds, before and after it is ordered.
const EVENTS = 1_000_000
const ACCOUNTS = 200_000
const FORMAT = { id: 'auth0', provider: 'auth0', repeats: 'never', successes: 'always' } as const

const held = (): number => {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const before = held()
const log = createEventLog()
let offset = 0
for (const attempt of population(EVENTS, ACCOUNTS, 1)) {
  const { timeMs, outcome, ip, userAgent, account, name, session, serial } = attempt
  const draft = {
    ...emptyDraft(),
    time: timeMs * 1000,
    id: `90020261000000${serial}`,
    action: 'login' as const,
    outcome: outcome === 'success' ? ('success' as const) : ('failure' as const),
    account: account < 0 ? undefined : `auth0|5f7c8ec7c33c6c${account}`,
    username: name,
    tenant: 'example',
    client: 'aI61p8I8aFjmYRliLWgvM9ev97kCCNDB',
    ip,
    userAgent,
    session,
    code: outcome,
  }
  log.append(draft, { input: 0, line: serial + 1, offset, length: 1060 }, 0, FORMAT)
  offset += 1061
}
const appended = held()
const { table } = buildTable(log, { geoOf: () => undefined, networkOf: () => undefined, agentOf: () => undefined, preferOwnGeo: false })
const ordered = held()
process.stdout.write(JSON.stringify({ events: table.size, appended: (appended - before) / EVENTS, ordered: (ordered - before) / EVENTS }))
