import { ProjectedRecord } from '../input/projected.ts'
import { parseTime, type TimeContext } from '../kernel/time.ts'
import { normaliseIp } from '../kernel/ip.ts'
import { emptyDraft, type EventDraft } from '../model/event.ts'
import type { Fate } from '../model/record.ts'
import { compileClassifier, type Classify } from './classify.ts'
import type { Classification, FieldMap, Shape, SubjectFields } from './define-format.ts'
import { NO_REFS, type DraftRefs, type RefField } from './draft-refs.ts'
import { compileField, compileFieldRef, type PathCompiler, type RefReader, type TextReader } from './field.ts'
import { compileJsonPath, type Getter } from './path.ts'

/** How a run reads what logs leave open. */
export interface DecodeContext {
  /** Zone of times without an offset, and the year of times without one. */
  readonly time: TimeContext
  /** Chooses the client's address from the logged one and the forwarded chain (`--trusted-proxy`). */
  /** Has the store met the text of this number in this field? Then the draft does without the text. */
  readonly isKnown?: (field: RefField, ref: number) => boolean
  readonly clientAddress?: (ip: string | undefined, forwardedFor: string | undefined) => string | undefined
}

/** `refs` is filled anew for every draft. */
export type Emit = (draft: EventDraft, part: number, refs?: DraftRefs) => void
export type ShapeDecode = (record: unknown, emit: Emit) => Fate

const USED: Fate = { fate: 'used' }

type TextKey =
  | 'id'
  | 'tenant'
  | 'client'
  | 'forwardedFor'
  | 'userAgent'
  | 'device'
  | 'session'
  | 'mfaMethod'
  | 'protocol'
  | 'providerRisk'
  | 'asnOrg'
const TEXT_KEYS: readonly TextKey[] = [
  'id',
  'tenant',
  'client',
  'forwardedFor',
  'userAgent',
  'device',
  'session',
  'mfaMethod',
  'protocol',
  'providerRisk',
  'asnOrg',
]

/** Of these, those whose texts repeat enough to be known by their numbers. */
type RefKey = 'userAgent' | 'client'
const REF_KEYS: readonly RefKey[] = ['userAgent', 'client']
const isRefKey = (key: TextKey): boolean => key === 'userAgent' || key === 'client'

interface Subject {
  readonly account: TextReader
  readonly username: TextReader
  readonly accountRef: RefReader
  readonly usernameRef: RefReader
  readonly actor: TextReader
}

const nothing: TextReader = () => undefined

const compileSubject = (fields: SubjectFields, compile: PathCompiler, isJson: boolean): Subject => ({
  accountRef: compileFieldRef(fields.account, isJson),
  usernameRef: compileFieldRef(fields.username, isJson),
  account: fields.account === undefined ? nothing : compileField(fields.account, compile),
  username: fields.username === undefined ? nothing : compileField(fields.username, compile),
  actor: fields.actor === undefined ? nothing : compileField(fields.actor, compile),
})

const toNumber = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

const compileAddress = (fields: FieldMap, compile: PathCompiler): ((draft: EventDraft, record: unknown, item: unknown) => void) => {
  const paths = fields.ip === undefined ? [] : typeof fields.ip === 'string' || 'to' in fields.ip ? [fields.ip] : fields.ip
  const readers = paths.map((path) => compileField(path, compile))
  return (draft, record, item) => {
    for (const reader of readers) {
      const text = reader(record, item)
      const address = text === undefined ? undefined : normaliseIp(text)
      if (address === undefined) continue
      draft.ip = address.ip
      draft.port = address.port
      return
    }
  }
}

const compilePlace = (
  fields: FieldMap,
  compile: PathCompiler,
): ((draft: EventDraft, record: unknown, item: unknown) => void) | undefined => {
  const { country, region, city, lat, lon, asn } = fields
  if (country === undefined && city === undefined && lat === undefined && asn === undefined) return undefined
  const [readCountry, readRegion, readCity, readLat, readLon, readAsn] = [country, region, city, lat, lon, asn].map((field) =>
    field === undefined ? nothing : compileField(field, compile),
  ) as [TextReader, TextReader, TextReader, TextReader, TextReader, TextReader]
  return (draft, record, item) => {
    const place = {
      country: readCountry(record, item),
      region: readRegion(record, item),
      city: readCity(record, item),
      lat: toNumber(readLat(record, item)),
      lon: toNumber(readLon(record, item)),
      accuracyKm: undefined,
    }
    if (place.country !== undefined || place.city !== undefined || place.lat !== undefined) draft.geo = place
    draft.asn = toNumber(readAsn(record, item)?.replace(/^AS/i, ''))
  }
}

const compileTime = (
  fields: FieldMap,
  compile: PathCompiler,
  context: TimeContext,
): ((record: unknown, item: unknown) => number | undefined) => {
  const { path, syntax, zone } = fields.time
  const read = compileField(path, compile)
  const own = zone === undefined ? context : { ...context, zone }
  return (record, item) => {
    const text = read(record, item)
    return text === undefined ? undefined : parseTime(text, syntax, own)
  }
}

interface CompiledFields {
  readonly classify: Classify
  readonly time: (record: unknown, item: unknown) => number | undefined
  readonly texts: readonly (readonly [TextKey, TextReader])[]
  readonly refTexts: readonly (readonly [RefKey, TextReader, RefReader])[]
  readonly ipRef: RefReader
  readonly address: (draft: EventDraft, record: unknown, item: unknown) => void
  readonly place: ((draft: EventDraft, record: unknown, item: unknown) => void) | undefined
  readonly sequence: TextReader | undefined
  readonly port: TextReader | undefined
  readonly repeat: TextReader | undefined
  readonly subjects: ReadonlyMap<string | undefined, Subject>
}

const compileFields = (shape: Shape, compile: PathCompiler, context: DecodeContext): CompiledFields => {
  const { fields } = shape
  const isJson = shape.kind === 'json'
  const optional = (field: FieldMap['id']): TextReader | undefined => (field === undefined ? undefined : compileField(field, compile))
  return {
    classify: compileClassifier(shape.classify, compile),
    time: compileTime(fields, compile, context.time),
    texts: TEXT_KEYS.flatMap((key) => {
      const field = fields[key]
      return field === undefined || (isJson && isRefKey(key)) ? [] : [[key, compileField(field, compile)] as const]
    }),
    refTexts: REF_KEYS.flatMap((key) => {
      const field = fields[key]
      return field === undefined || !isJson ? [] : [[key, compileField(field, compile), compileFieldRef(field, isJson)] as const]
    }),
    ipRef: compileFieldRef(context.clientAddress === undefined ? fields.ip : undefined, isJson),
    address: compileAddress(fields, compile),
    place: compilePlace(fields, compile),
    sequence: optional(fields.sequence),
    port: optional(fields.port),
    repeat: optional(shape.repeat),
    subjects: new Map<string | undefined, Subject>([
      [undefined, compileSubject(fields, compile, isJson)],
      ...Object.entries(shape.subjects ?? {}).map(
        ([name, subject]) => [name, compileSubject({ ...fields, ...subject }, compile, isJson)] as const,
      ),
    ]),
  }
}

const classified = (draft: EventDraft, { action, outcome, reason, accountKnown, mfaMethod, protocol }: Classification): void => {
  draft.action = action
  draft.outcome = outcome
  draft.reason = reason
  draft.accountKnown = accountKnown
  if (mfaMethod !== undefined) draft.mfaMethod = mfaMethod
  if (protocol !== undefined) draft.protocol = protocol
}

type Fill = (draft: EventDraft, record: unknown, item: unknown, classification: Classification) => void

/** Everything of a draft but its time and code; notes the numbers of its texts in `refs`. */
const compileRest = (fields: CompiledFields, context: DecodeContext, refs: DraftRefs): Fill => {
  const { texts, refTexts, ipRef, address, place, sequence, port, subjects } = fields
  const isKnown = context.isKnown ?? (() => false)
  /** Notes the number of a field's text; gives the text where the store does not know it by its number. */
  const refer = (field: RefField, ref: number, read: TextReader, record: unknown, item: unknown): string | undefined => {
    refs[field] = ref
    if (ref >= 0 && isKnown(field, ref)) return undefined
    const text = read(record, item)
    if (text === undefined) refs[field] = -1
    return text
  }
  const fillAddress = (draft: EventDraft, record: unknown, item: unknown): void => {
    refs.ip = ipRef(record)
    if (refs.ip < 0 || !isKnown('ip', refs.ip)) {
      address(draft, record, item)
      if (draft.ip === undefined) refs.ip = -1
    }
    const ownPort = toNumber(port?.(record, item))
    if (ownPort !== undefined) draft.port = ownPort
    if (context.clientAddress !== undefined) draft.ip = context.clientAddress(draft.ip, draft.forwardedFor)
  }
  const fillSubject = (draft: EventDraft, record: unknown, item: unknown, name: string | undefined): void => {
    const subject = subjects.get(name) ?? subjects.get(undefined)
    if (subject === undefined) return
    draft.account = refer('account', subject.accountRef(record), subject.account, record, item)
    draft.username = refer('username', subject.usernameRef(record), subject.username, record, item)
    draft.actor = subject.actor(record, item)
  }
  return (draft, record, item, classification) => {
    if (record instanceof ProjectedRecord) refs.textOf = record.textOf
    for (const [key, read] of texts) draft[key] = read(record, item)
    for (const [key, read, readRef] of refTexts) draft[key] = refer(key, readRef(record), read, record, item)
    fillAddress(draft, record, item)
    place?.(draft, record, item)
    draft.sequence = toNumber(sequence?.(record, item))
    fillSubject(draft, record, item, classification.subject)
    classified(draft, classification)
  }
}

const compileOne = (
  shape: Shape,
  compile: PathCompiler,
  context: DecodeContext,
): ((record: unknown, item: unknown, part: number, emit: Emit) => Fate) => {
  const fields = compileFields(shape, compile, context)
  const { classify, time, repeat } = fields
  const refs: DraftRefs = { ...NO_REFS }
  const fillRest = compileRest(fields, context, refs)
  return (record, item, part, emit) => {
    const verdict = classify(record, item)
    if ('ignore' in verdict) return verdict.ignore
    if ('reject' in verdict) return verdict.reject
    const at = time(record, item)
    if (at === undefined) return { fate: 'rejected', why: 'no-time' }
    if (Number.isNaN(at)) return { fate: 'rejected', why: 'bad-time' }
    const draft = emptyDraft()
    draft.time = at
    fillRest(draft, record, item, verdict.classification)
    draft.code = verdict.code
    const times = repeat === undefined ? 1 : (toNumber(repeat(record, item)) ?? 1)
    for (let count = 0; count < times; count += 1) emit(draft, part + count, refs)
    // A record's texts must not outlive the input for the sake of its decoder.
    refs.textOf = NO_REFS.textOf
    return USED
  }
}

/** Fate of a record with several events: used if any is; otherwise rejected if any is. */
const worstOf = (fates: readonly Fate[]): Fate =>
  fates.find((fate) => fate.fate === 'used') ??
  fates.find((fate) => fate.fate === 'rejected') ??
  fates[0] ?? { fate: 'ignored', why: 'no-events' }

const decodeEach =
  (each: Getter, one: ReturnType<typeof compileOne>): ShapeDecode =>
  (record, emit) => {
    const list = each(record, undefined)
    const items: readonly unknown[] = Array.isArray(list) ? list : list === undefined ? [] : [list]
    return worstOf(
      items.map((item, index) =>
        one(record, item, index, (draft, part, refs) => {
          if (draft.id !== undefined) draft.id = `${draft.id}#${index}`
          emit(draft, part, refs)
        }),
      ),
    )
  }

/** Compiles one shape: from the (peeled) value of a record to drafts and the record's fate. Never throws on data. */
export const compileShape = (shape: Shape, compile: PathCompiler, context: DecodeContext): ShapeDecode => {
  const one = compileOne(shape, compile, context)
  if (shape.kind === 'json' && shape.each !== undefined) return decodeEach(compileJsonPath(shape.each), one)
  return (record, emit) => one(record, undefined, 0, emit)
}
