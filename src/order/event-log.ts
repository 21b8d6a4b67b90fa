import { hash128, lanes } from '../kernel/hash.ts'
import type { EventDraft, Origin } from '../model/event.ts'
import type { Format } from '../formats/define-format.ts'
import { float64Column, keyColumn, uint16Column, uint32Column } from './columns.ts'
import { createDraftKeys, NOTHING_KNOWN, type KnownTexts } from './draft-keys.ts'
import { createEventClasses } from './event-classes.ts'
import { createHashInterner } from './hash-interner.ts'
import { createInterner } from './interner.ts'
import { createPlaces } from './places.ts'
import { rowDigest, type RowDigest } from './row-digest.ts'
import { createScopedInterner } from './scoped-interner.ts'

/** The part of a format that storing needs. */
export type StoredFormat = Pick<Format, 'id' | 'provider' | 'repeats' | 'names' | 'attempt' | 'successes'>

const createDictionaries = () => ({
  classes: createEventClasses(),
  places: createPlaces(),
  /** Immutable ids under their scope (provider, tenant), as written. */
  ids: createScopedInterner(),
  scopes: createInterner(),
  names: createHashInterner(),
  sessions: createHashInterner(),
  userAgents: createInterner(),
  devices: createInterner(),
  clients: createInterner(),
  tenants: createInterner(),
  actors: createInterner(),
})

const createColumns = () => ({
  time: float64Column(),
  sequence: float64Column(),
  cls: uint16Column(),
  scope: keyColumn(),
  account: keyColumn(),
  name: keyColumn(),
  place: keyColumn(),
  userAgent: keyColumn(),
  session: keyColumn(),
  device: keyColumn(),
  client: keyColumn(),
  tenant: keyColumn(),
  actor: keyColumn(),
  id0: uint32Column(),
  id1: uint32Column(),
  id2: uint32Column(),
  id3: uint32Column(),
  digest0: uint32Column(),
  digest1: uint32Column(),
  input: uint16Column(),
  line: uint32Column(),
  offset: float64Column(),
  length: uint32Column(),
  part: uint16Column(),
  port: uint16Column(),
})

export type Dictionaries = ReturnType<typeof createDictionaries>
export type EventColumns = ReturnType<typeof createColumns>

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
