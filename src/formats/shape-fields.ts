import { addressIn } from '../kernel/forwarded-chain.ts'
import type { NormalIp } from '../kernel/ip.ts'
import { parseTime, type TimeContext, type TimeSyntax } from '../kernel/time.ts'
import type { EventDraft } from '../model/event.ts'
import { compileClassifier, type Classify } from './classify.ts'
import type { Classification, Field, FieldMap, Guarded, Shape, SubjectFields } from './define-format.ts'
import { itemsOf } from './each-item.ts'
import { compileField, isGuarded, type PathCompiler, type TextReader } from './field.ts'
import { createWallClock, type OnWallClock, type WallClock } from './wall-clock.ts'

/** How a run reads what logs leave open. */
export interface DecodeContext {
  /** Zone of times without an offset, and the year of times without one. */
  readonly time: TimeContext
  /** Is shown every time that is read here, as it was written, with the zone that it was taken in if it says none. */
  readonly onTime?: (text: string, syntax: TimeSyntax, zone: string) => void
  /** The same for those that whoever scanned the record had read already. */
  readonly onWallClock?: OnWallClock
  /** The client before the logged address, from the forwarded chain (`--trusted-proxy`); undefined: the logged address is the client's. */
  readonly clientAddress?: (ip: string | undefined, forwardedFor: string | undefined) => NormalIp | undefined
}

/** Fields that are texts and nothing else. */
const TEXT_KEYS = [
  'id',
  'tenant',
  'client',
  'forwardedFor',
  'userAgent',
  'device',
  'session',
  'mfaMethod',
  'credential',
  'protocol',
  'providerRisk',
] as const
export type TextKey = (typeof TEXT_KEYS)[number]

export interface Subject {
  readonly account: TextReader
  readonly username: TextReader
  readonly actor: TextReader
}

type Fill = (draft: EventDraft, record: unknown, item: unknown) => void

export interface PlaceParts {
  /** Address, with a port that is written with it. */
  readonly address: Fill
  /** Position and network; undefined where the shape has fields for neither. */
  readonly surroundings: Fill | undefined
}

/** The fields of one shape, compiled. */
export interface ShapeFields {
  readonly classify: Classify
  /** Why the record is unreadable, one reader per value that may tell. */
  readonly damage: readonly TextReader[]
  /** Epoch µs; undefined when nothing is there, NaN when it is no time. */
  readonly time: (record: unknown, item: unknown) => number | undefined
  readonly wallClock: WallClock
  readonly texts: readonly (readonly [TextKey, TextReader])[]
  /** Where a session, an account or a name belongs to the record's own subject only in some records: a text in those. */
  readonly guards: Readonly<Record<'session' | 'account' | 'username', TextReader | undefined>>
  /** Address (with a port that is written with it), position and network as the log asserts them. */
  readonly place: Fill
  /**
   * The same in two halves, where the address is the logged one, whatever the forwarded chain says: few positions and networks are shared
   * by many addresses.
   */
  readonly placeParts: PlaceParts | undefined
  /** A port that stands by itself; part of the place where the client's address has to be chosen. */
  readonly port: TextReader | undefined
  readonly sequence: TextReader | undefined
  readonly repeat: TextReader | undefined
  /** With `each`: how many elements there are. */
  readonly itemCount: ((record: unknown) => number) | undefined
  /** By the name that a classification gives; unknown names and none are the shape's own. */
  readonly subject: (name: string | undefined) => Subject
}

const nothing: TextReader = () => undefined

const compileSubject = (fields: SubjectFields, compile: PathCompiler): Subject => ({
  account: fields.account === undefined ? nothing : compileField(fields.account, compile),
  username: fields.username === undefined ? nothing : compileField(fields.username, compile),
  actor: fields.actor === undefined ? nothing : compileField(fields.actor, compile),
})

export const toNumber = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Fills in the address; gives the text that it was taken from, which may be a whole chain. */
const compileAddress = (fields: FieldMap, compile: PathCompiler): ((...of: Parameters<Fill>) => string | undefined) => {
  const paths = fields.ip === undefined ? [] : typeof fields.ip === 'string' || 'from' in fields.ip ? [fields.ip] : fields.ip
  const readers = paths.map((path) => compileField(path, compile))
  return (draft, record, item) => {
    for (const reader of readers) {
      const text = reader(record, item)
      const address = text === undefined ? undefined : addressIn(text)
      if (address === undefined) continue
      draft.ip = address.ip
      draft.port = address.port
      return text
    }
    return undefined
  }
}

const compileSurroundings = (fields: FieldMap, compile: PathCompiler): Fill | undefined => {
  const { country, region, city, lat, lon, asn, asnOrg } = fields
  if ([country, city, lat, asn, asnOrg].every((field) => field === undefined)) return undefined
  const [readCountry, readRegion, readCity, readLat, readLon, readAsn, readOrganisation] = [
    country,
    region,
    city,
    lat,
    lon,
    asn,
    asnOrg,
  ].map((field) => (field === undefined ? nothing : compileField(field, compile))) as [
    TextReader,
    TextReader,
    TextReader,
    TextReader,
    TextReader,
    TextReader,
    TextReader,
  ]
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
    draft.asnOrg = readOrganisation(record, item)
  }
}

const compilePlace = (
  fields: FieldMap,
  compile: PathCompiler,
  { clientAddress }: DecodeContext,
): Pick<ShapeFields, 'place' | 'placeParts'> => {
  const optional = (field: Field | undefined): TextReader | undefined => (field === undefined ? undefined : compileField(field, compile))
  const address = compileAddress(fields, compile)
  const surroundings = compileSurroundings(fields, compile)
  if (clientAddress === undefined) {
    const place: Fill = (draft, record, item) => {
      surroundings?.(draft, record, item)
      address(draft, record, item)
    }
    return { place, placeParts: { address, surroundings } }
  }
  const [port, forwardedFor] = [optional(fields.port), optional(fields.forwardedFor)]
  const place: Fill = (draft, record, item) => {
    // The address last: what stands before it repeats from record to record, so that a memo branches late.
    surroundings?.(draft, record, item)
    const chain = forwardedFor?.(record, item)
    const logged = address(draft, record, item)
    const ownPort = toNumber(port?.(record, item))
    if (ownPort !== undefined) draft.port = ownPort
    const client = clientAddress(draft.ip, chain ?? (logged?.includes(',') === true ? logged : undefined))
    // What else the log says of the connection is about the proxy: its port, its place, its network.
    if (client !== undefined) Object.assign(draft, { ...client, geo: undefined, asn: undefined, asnOrg: undefined })
  }
  return { place, placeParts: undefined }
}

const compileTime = (
  fields: FieldMap,
  compile: PathCompiler,
  { time: context, onTime, onWallClock }: DecodeContext,
): Pick<ShapeFields, 'time' | 'wallClock'> => {
  const { path, syntax, zone } = fields.time
  const read = compileField(path, compile)
  const own = zone === undefined ? context : { ...context, zone }
  const time: ShapeFields['time'] = (record, item) => {
    const text = read(record, item)
    if (text === undefined) return undefined
    const micros = parseTime(text, syntax, own)
    if (onTime !== undefined && !Number.isNaN(micros)) onTime(text, syntax, own.zone)
    return micros
  }
  return { time, wallClock: createWallClock(own, onWallClock) }
}

const compileItemCount = (shape: Shape, compile: PathCompiler): ShapeFields['itemCount'] => {
  if (shape.kind !== 'json' || shape.each === undefined) return undefined
  const list = compile(shape.each)
  return (record) => itemsOf(list(record, undefined)).length
}

const guardOf = (field: Field | Guarded | undefined, compile: PathCompiler): TextReader | undefined =>
  isGuarded(field) ? compileField(field.when, compile) : undefined

export const compileFields = (shape: Shape, compile: PathCompiler, context: DecodeContext): ShapeFields => {
  const { fields } = shape
  const own = compileSubject(fields, compile)
  const subjects = new Map(
    Object.entries(shape.subjects ?? {}).map(([name, subject]) => [name, compileSubject({ ...fields, ...subject }, compile)] as const),
  )
  return {
    classify: compileClassifier(shape.classify, compile),
    damage: (shape.damage ?? []).map((field) => compileField(field, compile)),
    ...compileTime(fields, compile, context),
    texts: TEXT_KEYS.flatMap((key) => {
      const field = fields[key]
      return field === undefined ? [] : [[key, compileField(field, compile)] as const]
    }),
    guards: {
      session: guardOf(fields.session, compile),
      account: guardOf(fields.account, compile),
      username: guardOf(fields.username, compile),
    },
    ...compilePlace(fields, compile, context),
    port: fields.port === undefined || context.clientAddress !== undefined ? undefined : compileField(fields.port, compile),
    sequence: fields.sequence === undefined ? undefined : compileField(fields.sequence, compile),
    repeat: shape.repeat === undefined ? undefined : compileField(shape.repeat, compile),
    itemCount: compileItemCount(shape, compile),
    subject: (name) => (name === undefined ? own : (subjects.get(name) ?? own)),
  }
}

/** Writes what a classification says into a draft; what it leaves open stays as the log says it. */
export const fillClass = (draft: EventDraft, { action, outcome, reason, accountKnown, mfaMethod, protocol }: Classification): void => {
  draft.action = action
  draft.outcome = outcome
  draft.reason = reason
  draft.accountKnown = accountKnown
  if (mfaMethod !== undefined) draft.mfaMethod = mfaMethod
  if (protocol !== undefined) draft.protocol = protocol
}
