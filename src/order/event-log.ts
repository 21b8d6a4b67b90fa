import { hash128, lanes } from '../kernel/hash.ts'
import type { EventDraft, Origin } from '../model/event.ts'
import type { RecordBatch, Stretch } from '../input/record-batch.ts'
import {
  createColumns,
  createDictionaries,
  type Dictionaries,
  type EventColumns,
  type StoredFormat,
  type StoredLog,
} from './log-columns.ts'
import type { RowMemory } from './paged/pages.ts'
import { createRunWriter } from './paged/run-writer.ts'
import type { RowBatch } from './row-batch.ts'
import { createStoreKeys, keepsNames, type StoreKeys } from './store-keys.ts'

/** Columns that a batch of rows fills. */
const BATCHED = [
  'time',
  'sequence',
  'cls',
  'scope',
  'account',
  'name',
  'place',
  'userAgent',
  'session',
  'device',
  'client',
  'tenant',
  'actor',
  'port',
  'id0',
  'id1',
] as const

/** Events as they were exported: columns in the order of reading, not yet ordered, resolved or freed of duplicates. */
export interface EventLog {
  readonly append: (draft: EventDraft, origin: Origin, part: number, format: StoredFormat) => void
  /** As `append`, for records of a batch, whose keys are known. */
  readonly appendBatch: (rows: RowBatch, batch: RecordBatch, stretch: Stretch, input: number) => void
  /** Rows of this format come by the batch. */
  readonly expect: (format: StoredFormat) => void
  readonly keys: StoreKeys
  /** No more events come: the log as it is ordered next, in memory or not. */
  readonly finish: () => StoredLog
  /** Of all events that came. */
  readonly size: number
  /** Of those that were not spilled. */
  readonly columns: EventColumns
  readonly dictionaries: Dictionaries
  readonly formats: ReadonlyMap<string, StoredFormat>
}

/** @param memory what the rows may take; otherwise as much as there is */
export const createEventLog = (memory?: RowMemory): EventLog => {
  const dictionaries = createDictionaries()
  const columns = createColumns()
  const formats = new Map<string, StoredFormat>()
  const { classes, userAgents, devices, clients, tenants, actors } = dictionaries
  const keys = createStoreKeys(dictionaries)
  const writer = memory === undefined ? undefined : createRunWriter(columns, dictionaries, formats, memory)
  /** Rows in the columns; those before are spilled. */
  let size = 0
  let spilled = 0
  let room = writer?.room(0) ?? Number.POSITIVE_INFINITY
  let lastFormat: StoredFormat | undefined
  const expect: EventLog['expect'] = (format) => {
    if (!formats.has(format.id)) formats.set(format.id, format)
  }
  /** Makes sure that at least one more row fits. */
  const makeRoom = (): void => {
    if (writer === undefined || room > 0) return
    room = writer.room(size)
    if (room > 0 || size === 0) return
    writer.spill(size)
    spilled += size
    size = 0
    room = Math.max(1, writer.room(0))
  }
  const append: EventLog['append'] = (draft, origin, part, format) => {
    makeRoom()
    const row = size
    size += 1
    room -= 1
    if (format !== lastFormat) expect(format)
    lastFormat = format
    const scope = keys.scope(format.provider, draft.tenant)
    const account = keys.account(draft.account, scope, false)
    const isAsserted = account >= 0 || draft.outcome === 'success'
    columns.time.set(row, draft.time)
    columns.sequence.set(row, draft.sequence ?? 0)
    columns.cls.set(row, classes.intern(draft, format.id))
    columns.scope.set(row, scope)
    columns.account.set(row, account)
    columns.name.set(row, keys.name(draft.username, format, keepsNames(isAsserted, draft.accountKnown, format), false))
    columns.place.set(row, keys.place(draft.ip, keys.asserted(draft)))
    columns.userAgent.set(row, userAgents.intern(draft.userAgent))
    columns.session.set(row, keys.session(draft.session, scope))
    columns.device.set(row, devices.intern(draft.device))
    columns.client.set(row, clients.intern(draft.client))
    columns.tenant.set(row, tenants.intern(draft.tenant))
    columns.actor.set(row, actors.intern(draft.actor))
    columns.port.set(row, draft.port ?? 0)
    columns.input.set(row, origin.input)
    columns.line.set(row, origin.line)
    columns.offset.set(row, origin.offset)
    columns.length.set(row, origin.length)
    columns.nested.set(row, origin.nested ?? 0)
    columns.part.set(row, part)
    if (draft.id === undefined) return
    hash128(draft.id)
    columns.id0.set(row, lanes[0] as number)
    // Odd: 0 stands for none.
    columns.id1.set(row, ((lanes[1] as number) | 1) >>> 0)
  }
  const appendStretch = (rows: RowBatch, batch: RecordBatch, stretch: Stretch, input: number): void => {
    const first = size
    const count = stretch.to - stretch.from
    size += count
    room -= count
    for (const field of BATCHED) columns[field].setAll(first, rows[field], stretch)
    columns.line.setAll(first, batch.lines, stretch)
    columns.offset.setAll(first, batch.offsets, stretch)
    columns.length.setAll(first, batch.lengths, stretch)
    for (let row = first; row < size; row += 1) columns.input.set(row, input)
  }
  const appendBatch: EventLog['appendBatch'] = (rows, batch, { from, to }, input) => {
    for (let done = from; done < to;) {
      makeRoom()
      const end = Math.min(to, done + Math.max(1, room))
      appendStretch(rows, batch, { from: done, to: end }, input)
      done = end
    }
  }
  return {
    append,
    appendBatch,
    expect,
    keys,
    finish: () => writer?.finish(size) ?? { size, columns, dictionaries, formats },
    get size() {
      return spilled + size
    },
    columns,
    dictionaries,
    formats,
  }
}
