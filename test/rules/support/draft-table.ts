import { parseTime } from '../../../src/kernel/time.ts'
import { emptyDraft } from '../../../src/model/event.ts'
import type { EventDraft } from '../../../src/model/event.ts'
import type { NetworkKind } from '../../../src/model/vocabulary.ts'
import { buildTable } from '../../../src/order/build-table.ts'
import { createEventLog } from '../../../src/order/event-log.ts'
import type { EventTable } from '../../../src/order/event-table.ts'

/** A line of events.ndjson: the fields of a draft that matter, the time as text, and what a list would say of the network. */
export interface EventLine extends Partial<Omit<EventDraft, 'time'>> {
  readonly time: string
  readonly networkKind?: NetworkKind
}

const FORMAT = { id: 'generic', provider: 'generic', repeats: 'legitimate', successes: 'always' } as const

const toDraft = ({ time, networkKind: _kind, ...fields }: EventLine): EventDraft => ({
  ...emptyDraft(),
  ...fields,
  time: parseTime(time, 'iso', { zone: 'UTC', year: () => 2026 }),
})

/** `Chrome/Windows` stands for a whole user agent; programs that are no browser are scripted. */
const agentOf = (text: string) => {
  const [family = text, os = 'unknown'] = text.split('/')
  return { family, os, deviceClass: 'unknown', scripted: /^(?:python|curl)/.test(family) } as const
}

/** The event table of some lines, as a run would build it from a log in that order. Dense ids follow the order of the lines. */
export const tableOf = (lines: readonly EventLine[]): EventTable => {
  const log = createEventLog()
  const kinds = new Map<string | undefined, NetworkKind | undefined>(lines.map(({ ip, networkKind }) => [ip, networkKind]))
  lines.forEach((line, index) => log.append(toDraft(line), { input: 0, line: index + 1, offset: 0, length: 1 }, 0, FORMAT))
  const { table } = buildTable(log, {
    geoOf: () => undefined,
    networkOf: (ip, { asn, org }) => (asn === undefined && org === undefined ? undefined : { asn, org, kind: kinds.get(ip) ?? 'unknown' }),
    agentOf,
    preferOwnGeo: false,
  })
  return table
}

/** The same lines in another order (fixed per seed), so that every dense id is another number. */
export const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const result = [...items]
  let state = seed
  for (let at = result.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const item = result[at] as T
    result[at] = result[other] as T
    result[other] = item
  }
  return result
}
