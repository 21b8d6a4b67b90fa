import { hash128, lanes } from '../kernel/hash.ts'
import type { EventDraft, Origin } from '../model/event.ts'
import { createColumns, createDictionaries, type Dictionaries, type EventColumns, type StoredFormat } from './log-columns.ts'
import { rowDigest, type RowDigest } from './row-digest.ts'
import { createStoreKeys, keepsNames, type StoreKeys } from './store-keys.ts'

/** An event as keys of the dictionaries; −1 where a field is missing. Its id stands in `lanes`, if it has one. */
export interface EventRow {
  time: number
  sequence: number
  cls: number
  scope: number
  account: number
  name: number
  place: number
  userAgent: number
  session: number
  device: number
  client: number
  tenant: number
  actor: number
  port: number
  hasId: boolean
}

/** Events as they were exported: columns in the order of reading, not yet ordered, resolved or freed of duplicates. */
export interface EventLog {
  readonly append: (draft: EventDraft, origin: Origin, part: number, format: StoredFormat) => void
  /** As `append`, for an event whose keys are known. */
  readonly appendRow: (row: EventRow, origin: Origin, part: number, format: StoredFormat) => void
  readonly keys: StoreKeys
  /** Rows without an event id have theirs in the columns. */
  readonly digestOf: RowDigest
  readonly size: number
  readonly columns: EventColumns
  readonly dictionaries: Dictionaries
  readonly formats: ReadonlyMap<string, StoredFormat>
}

export const emptyRow = (): EventRow => ({
  time: 0,
  sequence: 0,
  cls: 0,
  scope: -1,
  account: -1,
  name: -1,
  place: -1,
  userAgent: -1,
  session: -1,
  device: -1,
  client: -1,
  tenant: -1,
  actor: -1,
  port: 0,
  hasId: false,
})

export const createEventLog = (): EventLog => {
  const dictionaries = createDictionaries()
  const columns = createColumns()
  const formats = new Map<string, StoredFormat>()
  const { classes, userAgents, devices, clients, tenants, actors } = dictionaries
  const keys = createStoreKeys(dictionaries)
  const digestOf = rowDigest(columns, dictionaries)
  const { time, sequence, cls, scope, account, name, place, userAgent, session, device, client, tenant, actor, port } = columns
  let size = 0
  let lastFormat: StoredFormat | undefined
  const setId = (row: number): void => {
    columns.id0.set(row, lanes[0] as number)
    columns.id1.set(row, lanes[1] as number)
    columns.id2.set(row, lanes[2] as number)
    columns.id3.set(row, (lanes[3] as number) | 1)
  }
  const appendRow: EventLog['appendRow'] = (event, origin, part, format) => {
    const row = size
    size += 1
    if (format !== lastFormat) {
      if (!formats.has(format.id)) formats.set(format.id, format)
      lastFormat = format
    }
    if (event.hasId) setId(row)
    time.set(row, event.time)
    sequence.set(row, event.sequence)
    cls.set(row, event.cls)
    scope.set(row, event.scope)
    account.set(row, event.account)
    name.set(row, event.name)
    place.set(row, event.place)
    userAgent.set(row, event.userAgent)
    session.set(row, event.session)
    device.set(row, event.device)
    client.set(row, event.client)
    tenant.set(row, event.tenant)
    actor.set(row, event.actor)
    port.set(row, event.port)
    columns.input.set(row, origin.input)
    columns.line.set(row, origin.line)
    columns.offset.set(row, origin.offset)
    columns.length.set(row, origin.length)
    columns.part.set(row, part)
    if (event.hasId) return
    // Rows with an id are told apart by it; their digests are computed where two of one instant and one id meet.
    const [first, second] = digestOf(row)
    columns.digest0.set(row, first)
    columns.digest1.set(row, second)
  }
  const scratch = emptyRow()
  const append: EventLog['append'] = (draft, origin, part, format) => {
    scratch.scope = keys.scope(format.provider, draft.tenant)
    scratch.cls = classes.intern(draft, format.id)
    scratch.account = keys.account(draft.account, scratch.scope, false)
    const isAsserted = scratch.account >= 0 || draft.outcome === 'success'
    scratch.name = keys.name(draft.username, format, keepsNames(isAsserted, draft.accountKnown, format), false)
    scratch.place = keys.place(draft)
    scratch.userAgent = userAgents.intern(draft.userAgent)
    scratch.session = keys.session(draft.session, scratch.scope)
    scratch.device = devices.intern(draft.device)
    scratch.client = clients.intern(draft.client)
    scratch.tenant = tenants.intern(draft.tenant)
    scratch.actor = actors.intern(draft.actor)
    scratch.time = draft.time
    scratch.sequence = draft.sequence ?? 0
    scratch.port = draft.port ?? 0
    scratch.hasId = draft.id !== undefined
    if (draft.id !== undefined) hash128(draft.id)
    appendRow(scratch, origin, part, format)
  }
  return {
    append,
    appendRow,
    keys,
    digestOf,
    get size() {
      return size
    },
    columns,
    dictionaries,
    formats,
  }
}
