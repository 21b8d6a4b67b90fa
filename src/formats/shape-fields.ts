import { parseTime, type TimeContext, type TimeSyntax } from '../kernel/time.ts'
import type { EventDraft } from '../model/event.ts'
import { compileClassifier, type Classify } from './classify.ts'
import type { Classification, Field, FieldMap, Guarded, Shape, SubjectFields } from './define-format.ts'
import { itemsOf } from './each-item.ts'
import { compileField, compileOptional, isGuarded, type PathCompiler, type TextReader } from './field.ts'
import { compilePlace, type ClientAddress, type Fill, type PlaceParts } from './place-fields.ts'
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
  readonly clientAddress?: ClientAddress
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

const compileSubject = (fields: SubjectFields, compile: PathCompiler): Subject => ({
  account: compileOptional(fields.account, compile),
  username: compileOptional(fields.username, compile),
  actor: compileOptional(fields.actor, compile),
})

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
    ...compilePlace(fields, compile, context.clientAddress),
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
