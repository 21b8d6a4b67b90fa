import { hash128, lanes } from '../kernel/hash.ts'
import type { EventDraft, Origin } from '../model/event.ts'
import { createDraftKeys, NOTHING_KNOWN, type KnownTexts } from './draft-keys.ts'
import { createColumns, createDictionaries, type Dictionaries, type EventColumns, type StoredFormat } from './log-columns.ts'
import { rowDigest, type RowDigest } from './row-digest.ts'

/** Events as they were exported: columns in the order of reading, not yet ordered, resolved or freed of duplicates. */
export interface EventLog {
  readonly append: (draft: EventDraft, origin: Origin, part: number, format: StoredFormat, known?: KnownTexts) => void
  /** Rows without an event id have theirs in the columns. */
  readonly digestOf: RowDigest
  readonly size: number
  readonly columns: EventColumns
  readonly dictionaries: Dictionaries
  readonly formats: ReadonlyMap<string, StoredFormat>
}

/** Fields that hold an immutable id get a scope in front, so that equal ids of two providers or tenants stay apart. */
export const scopeText = (provider: string, tenant: string | undefined): string => `${provider}\u0000${tenant ?? ''}`

export const createEventLog = (): EventLog => {
  const dictionaries = createDictionaries()
  const columns = createColumns()
  const formats = new Map<string, StoredFormat>()
  const { classes, scopes, sessions, devices, tenants, actors } = dictionaries
  const keys = createDraftKeys(dictionaries)
  let size = 0
  let lastTenant: string | undefined
  let lastProvider: string | undefined
  let lastScope = -1
  const scopeOf = (provider: string, tenant: string | undefined): number => {
    if (provider !== lastProvider || tenant !== lastTenant) {
      lastScope = scopes.intern(scopeText(provider, tenant))
      lastProvider = provider
      lastTenant = tenant
    }
    return lastScope
  }
  const setId = (row: number, id: string | undefined): void => {
    if (id === undefined) return
    hash128(id)
    columns.id0.set(row, lanes[0] as number)
    columns.id1.set(row, lanes[1] as number)
    columns.id2.set(row, lanes[2] as number)
    columns.id3.set(row, (lanes[3] as number) | 1)
  }
  const digestOf = rowDigest(columns, dictionaries)
  const append = (draft: EventDraft, origin: Origin, part: number, format: StoredFormat, known: KnownTexts = NOTHING_KNOWN): void => {
    const row = size
    size += 1
    if (!formats.has(format.id)) formats.set(format.id, format)
    const scope = scopeOf(format.provider, draft.tenant)
    const cls = classes.intern(draft, format.id)
    const account = keys.account(draft, scope, known)
    const name = keys.name(draft, format, account >= 0, known)
    const place = keys.place(draft, known)
    const userAgent = keys.plain('userAgent', draft, known)
    const session = sessions.intern(draft.session, scopes.hashOf(scope))
    const device = devices.intern(draft.device)
    const client = keys.plain('client', draft, known)
    const actor = actors.intern(draft.actor)
    setId(row, draft.id)
    columns.time.set(row, draft.time)
    columns.sequence.set(row, draft.sequence ?? 0)
    columns.cls.set(row, cls)
    columns.scope.set(row, scope)
    columns.account.set(row, account)
    columns.name.set(row, name)
    columns.place.set(row, place)
    columns.userAgent.set(row, userAgent)
    columns.session.set(row, session)
    columns.device.set(row, device)
    columns.client.set(row, client)
    columns.tenant.set(row, tenants.intern(draft.tenant))
    columns.actor.set(row, actor)
    columns.input.set(row, origin.input)
    columns.line.set(row, origin.line)
    columns.offset.set(row, origin.offset)
    columns.length.set(row, origin.length)
    columns.part.set(row, part)
    columns.port.set(row, draft.port ?? 0)
    if (draft.id !== undefined) return
    // Rows with an id are told apart by it; their digests are computed where two of one instant and one id meet.
    const [first, second] = digestOf(row)
    columns.digest0.set(row, first)
    columns.digest1.set(row, second)
  }
  return {
    append,
    digestOf,
    get size() {
      return size
    },
    columns,
    dictionaries,
    formats,
  }
}
