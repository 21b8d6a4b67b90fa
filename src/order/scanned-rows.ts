import type { CompiledShape } from '../formats/decode.ts'
import type { TextReader } from '../formats/field.ts'
import { pathsOfField } from '../formats/field.ts'
import { compileFirstSlot } from '../formats/path.ts'
import { fillClass, toNumber, type ShapeFields, type TextKey } from '../formats/shape-fields.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import { hash128, lanes } from '../kernel/hash.ts'
import { emptyDraft } from '../model/event.ts'
import type { Fate } from '../model/record.ts'
import type { DecisionMemo } from './decision-memo.ts'
import { emptyRow, type EventLog, type EventRow } from './event-log.ts'
import { keepsNames } from './store-keys.ts'

/** From a part-read record of one shape to a row of the log, mostly without making a single text. */
export interface RowReader {
  /** Fills `row`; `used` when it did. */
  readonly read: (record: ProjectedRecord) => Fate
  readonly row: EventRow
}

/** What the classification of a record came to: its fate, or its class and whose event it is. */
interface Kind {
  readonly fate: Fate
  readonly cls: number
  readonly subject: string | undefined
  readonly isSuccess: boolean
  readonly accountKnown: boolean | undefined
}

const USED: Fate = { fate: 'used' }
const NO_TIME: Fate = { fate: 'rejected', why: 'no-time' }
const BAD_TIME: Fate = { fate: 'rejected', why: 'bad-time' }

const QUESTIONS = ['kind', 'tenant', 'client', 'device', 'userAgent', 'account', 'name', 'actor', 'place', 'session'] as const
type Question = (typeof QUESTIONS)[number]
/** Questions of different shapes are different ones. */
const numbered = (shape: number): Readonly<Record<Question, number>> =>
  Object.fromEntries(QUESTIONS.map((question, index) => [question, shape * QUESTIONS.length + index])) as Record<Question, number>

const textReaders = ({ texts }: ShapeFields): Partial<Record<TextKey, TextReader>> => Object.fromEntries(texts)

const decideKind = (fields: ShapeFields, format: CompiledShape['format'], log: EventLog, kinds: Kind[]) => {
  const { mfaMethod, protocol, providerRisk } = textReaders(fields)
  /** One of each: where a record's values have no numbers, this is worked out for every record. */
  const known = new Map<string, number>()
  const add = (given: Partial<Kind> & Pick<Kind, 'fate'>): number => {
    const kind: Kind = { cls: -1, subject: undefined, isSuccess: false, accountKnown: undefined, ...given }
    const text = JSON.stringify(kind)
    const at = known.get(text) ?? kinds.push(kind) - 1
    known.set(text, at)
    return at
  }
  return (record: ProjectedRecord): number => {
    const verdict = fields.classify(record, undefined)
    if ('ignore' in verdict) return add({ fate: verdict.ignore })
    if ('reject' in verdict) return add({ fate: verdict.reject })
    const draft = emptyDraft()
    draft.mfaMethod = mfaMethod?.(record, undefined)
    draft.protocol = protocol?.(record, undefined)
    draft.providerRisk = providerRisk?.(record, undefined)
    fillClass(draft, verdict.classification)
    draft.code = verdict.code
    return add({
      fate: USED,
      cls: log.dictionaries.classes.intern(draft, format.id),
      subject: verdict.classification.subject,
      isSuccess: draft.outcome === 'success',
      accountKnown: draft.accountKnown,
    })
  }
}

interface Wiring {
  readonly compiled: CompiledShape
  readonly fields: ShapeFields
  readonly asks: Readonly<Record<Question, number>>
  readonly log: EventLog
  readonly memo: DecisionMemo
  readonly row: EventRow
}

type FillRow = (record: ProjectedRecord) => void

/** Whose event it is; the scope must stand in the row. */
const fillSubject = ({ compiled: { format, shape }, fields, asks, log: { keys, dictionaries }, memo, row }: Wiring) => {
  const hasActors = [shape.fields, ...Object.values(shape.subjects ?? {})].some(({ actor }) => actor !== undefined)
  const subjects = ['', ...Object.keys(shape.subjects ?? {})]
  return (record: ProjectedRecord, { subject, isSuccess, accountKnown }: Kind): void => {
    const readers = fields.subject(subject)
    const whose = Math.max(0, subjects.indexOf(subject ?? ''))
    row.account = memo.ask(record, asks.account, row.scope * subjects.length + whose, () =>
      keys.account(readers.account(record, undefined), row.scope, true),
    )
    const isKept = keepsNames(row.account >= 0 || isSuccess, accountKnown, format)
    row.name = memo.ask(record, asks.name, whose * 2 + (isKept ? 1 : 0), () =>
      keys.name(readers.username(record, undefined), format, isKept, true),
    )
    row.actor = hasActors ? memo.ask(record, asks.actor, whose, () => dictionaries.actors.intern(readers.actor(record, undefined))) : -1
  }
}

/** Ports are 16 bits wide. */
const PORTS = 65_536

/** Address and port. An answer is even and stands for a place alone, or odd and for a place with a port. */
const fillPlace = ({ fields, asks, log: { keys }, memo, row }: Wiring): FillRow => {
  const ported: { readonly place: number; readonly port: number }[] = []
  const known = new Map<number, number>()
  const pair = (place: number, port: number): number => {
    const at = known.get(place * PORTS + port) ?? ported.push({ place, port }) - 1
    known.set(place * PORTS + port, at)
    return at
  }
  return (record) => {
    const answer = memo.ask(record, asks.place, 0, () => {
      const draft = emptyDraft()
      fields.place(draft, record, undefined)
      const place = keys.place(draft)
      return draft.port === undefined ? 2 * place + 2 : 2 * pair(place, draft.port) + 1
    })
    const own = (answer & 1) === 1 ? ported[answer >> 1] : undefined
    row.place = own === undefined ? (answer >> 1) - 1 : own.place
    row.port = own?.port ?? 0
  }
}

/** Tenant, client, device and agent: texts that repeat, by their keys. */
const fillTexts = ({ compiled: { format }, fields, asks, log: { keys, dictionaries }, memo, row }: Wiring): FillRow => {
  const texts = textReaders(fields)
  const keyOf = (field: 'client' | 'device' | 'userAgent'): ((record: ProjectedRecord) => number) => {
    const read = texts[field]
    if (read === undefined) return () => -1
    const dictionary = dictionaries[`${field}s`]
    return (record) => memo.ask(record, asks[field], 0, () => dictionary.intern(read(record, undefined)))
  }
  const [client, device, userAgent] = [keyOf('client'), keyOf('device'), keyOf('userAgent')]
  const tenants: { readonly tenant: number; readonly scope: number }[] = []
  return (record) => {
    const answer = memo.askSteady(record, asks.tenant, 0, () => {
      const named = texts.tenant?.(record, undefined)
      const tenant = dictionaries.tenants.intern(named)
      const known = tenants.findIndex((each) => each.tenant === tenant)
      return known >= 0 ? known : tenants.push({ tenant, scope: keys.scope(format.provider, named) }) - 1
    })
    const { tenant, scope } = tenants[answer] as (typeof tenants)[number]
    row.tenant = tenant
    row.scope = scope
    row.client = client(record)
    row.device = device(record)
    row.userAgent = userAgent(record)
  }
}

/** What hardly ever repeats: time, session and id, mostly read already by whoever scanned the record. */
const readUniques = ({ compiled: { shape }, fields, asks, log: { keys }, memo, row }: Wiring) => {
  const texts = textReaders(fields)
  const firstSlot = (field: 'time' | 'id' | 'session') =>
    compileFirstSlot(pathsOfField(field === 'time' ? shape.fields.time.path : shape.fields[field]) ?? []) ?? (() => -1)
  const [timeSlot, idSlot, sessionSlot] = [firstSlot('time'), firstSlot('id'), firstSlot('session')]
  const isHashed = (record: ProjectedRecord, slot: number): boolean => slot >= 0 && record.hashOf(slot, lanes)
  return {
    time: (record: ProjectedRecord): number | undefined => {
      const slot = timeSlot(record)
      const micros = slot < 0 ? Number.NaN : record.microsOf(slot)
      return Number.isNaN(micros) ? fields.time(record, undefined) : micros
    },
    session: (record: ProjectedRecord): number => {
      const read = texts.session
      if (read === undefined) return -1
      if (isHashed(record, sessionSlot(record))) return keys.sessionHashed(row.scope)
      return memo.ask(record, asks.session, row.scope, () => keys.session(read(record, undefined), row.scope))
    },
    /** The hash of the id, in `lanes`. */
    hasId: (record: ProjectedRecord): boolean => {
      if (isHashed(record, idSlot(record))) return true
      const id = texts.id?.(record, undefined)
      if (id !== undefined) hash128(id)
      return id !== undefined
    },
  }
}

/** @param number of the shape, other than those of all other shapes that share the memo */
export const createRowReader = (
  compiled: CompiledShape,
  fields: ShapeFields,
  number: number,
  log: EventLog,
  memo: DecisionMemo,
): RowReader => {
  const row = emptyRow()
  const asks = numbered(number)
  const wiring: Wiring = { compiled, fields, asks, log, memo, row }
  const kinds: Kind[] = []
  const kindOf = decideKind(fields, compiled.format, log, kinds)
  const [subject, place, texts, uniques] = [fillSubject(wiring), fillPlace(wiring), fillTexts(wiring), readUniques(wiring)]
  return {
    row,
    read: (record) => {
      const kind = kinds[memo.askSteady(record, asks.kind, 0, () => kindOf(record))] as Kind
      if (kind.fate !== USED) return kind.fate
      const at = uniques.time(record)
      if (at === undefined) return NO_TIME
      if (Number.isNaN(at)) return BAD_TIME
      row.time = at
      row.cls = kind.cls
      texts(record)
      subject(record, kind)
      place(record)
      row.sequence = fields.sequence === undefined ? 0 : (toNumber(fields.sequence(record, undefined)) ?? 0)
      row.session = uniques.session(record)
      // Last: the hash of the id stays in `lanes` for whoever appends the row.
      row.hasId = uniques.hasId(record)
      return USED
    },
  }
}
