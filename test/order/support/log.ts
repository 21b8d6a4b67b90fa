import { emptyDraft, type EventDraft } from '../../../src/model/event.ts'
import { buildTable, type BuiltTable, type TableOptions } from '../../../src/order/build-table.ts'
import { createEventLog, type EventLog } from '../../../src/order/event-log.ts'
import type { StoredFormat } from '../../../src/order/log-columns.ts'

export const WITH_IDS: StoredFormat = { id: 'auth0', provider: 'auth0', repeats: 'never', successes: 'always' }
export const WITHOUT_IDS: StoredFormat = { id: 'sshd', provider: 'linux', repeats: 'legitimate', names: 'exact', successes: 'always' }

/** Drafts as a log, in this order; the line is the position, counted from 1. */
export const logOf = (drafts: readonly Partial<EventDraft>[], format: StoredFormat = WITH_IDS): EventLog => {
  const log = createEventLog()
  drafts.forEach((draft, index) =>
    log.append(
      { ...emptyDraft(), time: 0, action: 'login', outcome: 'success', ...draft },
      { input: 0, line: index + 1, offset: index * 100, length: 99 },
      0,
      format,
    ),
  )
  return log
}

export const tableOf = (log: EventLog, options?: TableOptions): BuiltTable =>
  buildTable(log, { geoOf: () => undefined, networkOf: () => undefined, agentOf: () => undefined, preferOwnGeo: false }, options)

export const rowsOf = (log: EventLog): Uint32Array => Uint32Array.from({ length: log.size }, (_, row) => row)
