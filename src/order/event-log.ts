import { hash128, lanes } from '../kernel/hash.ts'
import type { EventDraft, Origin } from '../model/event.ts'
import type { Format } from '../formats/define-format.ts'
import { float64Column, keyColumn, uint16Column, uint32Column } from './columns.ts'
import { createEventClasses } from './event-classes.ts'
import { createHashInterner } from './hash-interner.ts'
import { createInterner } from './interner.ts'
import { createPlaces } from './places.ts'
import { createScopedInterner } from './scoped-interner.ts'

/** The part of a format that storing needs. */
export type StoredFormat = Pick<Format, 'id' | 'provider' | 'repeats' | 'names' | 'attempt' | 'successes'>

/** ASCII without capitals: what nearly all names are already. */
const isPlainLower = (name: string): boolean => {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at)
    if (code > 126 || code < 32 || (code > 64 && code < 91)) return false
  }
  return true
}

/** `Bob` and `ｂｏｂ` are one person where the log system says so; sshd says they are not (ENGINE.md 3). */
export const normaliseName = (name: string, format: StoredFormat): string => {
  if (format.names === 'exact') return name
  if (isPlainLower(name)) return name
  return /^[\x20-\x7e]*$/.test(name) ? name.toLowerCase() : name.normalize('NFKC').toLowerCase()
}

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
  time: float64Column(), sequence: float64Column(), cls: uint16Column(), scope: keyColumn(), account: keyColumn(), name: keyColumn(), place: keyColumn(),
  userAgent: keyColumn(), session: keyColumn(), device: keyColumn(), client: keyColumn(), tenant: keyColumn(), actor: keyColumn(),
  id0: uint32Column(), id1: uint32Column(), id2: uint32Column(), id3: uint32Column(), digest0: uint32Column(), digest1: uint32Column(),
  input: uint16Column(), line: uint32Column(), offset: float64Column(), length: uint32Column(), part: uint16Column(), port: uint16Column(),
})

export type Dictionaries = ReturnType<typeof createDictionaries>
export type EventColumns = ReturnType<typeof createColumns>

/** Events as they were exported: columns in the order of reading, not yet ordered, resolved or freed of duplicates. */
export interface EventLog {
  readonly append: (draft: EventDraft, origin: Origin, part: number, format: StoredFormat, known?: KnownTexts) => void
  /** Of rows without an event id they stand in the columns. */
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
  const { classes, places, ids, scopes, names, sessions, userAgents, devices, clients, tenants, actors } = dictionaries
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
  const internName = (draft: EventDraft, format: StoredFormat): number => {
    if (draft.username === undefined) return -1
    const key = names.intern(normaliseName(draft.username, format))
    // A failed attempt on an unknown name may be a password typed into the wrong box: its text is not kept.
    const asserted = draft.account !== undefined || draft.outcome === 'success'
    if (asserted || (format.names !== undefined && draft.accountKnown !== false)) names.keepText(key, draft.username)
    return key
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
    const { memo, refs } = known
    const account = throughMemo(memo, refs.account, MET_AS.account, scope, () => internAccount(draft, scope, refs))
    const name = internName(draft, format, account, known)
    const place = throughMemo
    const session = sessions.intern(draft.session, scopes.hashOf(scope))
    const device = devices.intern(draft.device)
    const client = clients.intern(draft.client)
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
  }
  return { append, get size() { return size }, columns, dictionaries, formats }
}
