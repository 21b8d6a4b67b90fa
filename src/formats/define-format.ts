import type { LinePlan } from '../model/line-plan.ts'
import type { TimeSyntax } from '../kernel/time.ts'
import type { Action, Outcome, Reason } from '../model/vocabulary.ts'

/**
 * A path into a record.
 * JSON: `a.b.c`, `a[0].b`, `target[type=User].id` (first element whose `type` is `User`),
 * `ExtendedProperties[Name=UserAgent].Value`, `'literal.dotted.key'` in single quotes, `json(AuditData).Id`
 * (a string that holds JSON), and a leading `*.` for the current element of `each`.
 * CSV: a normalised header name. Text: the name of a capture group of the pattern.
 */
export type Path = string

/** Several alternatives: the first that is present (not undefined, null, '', '-', 'null', 'unknown') wins. */
export type Field = Path | readonly Path[] | Computed | Looked

/** A value computed from several paths; called per record, must be pure and must not throw. */
export interface Computed {
  readonly from: readonly Path[]
  /** Of lines that the scanner cut (`TextShape.cut`): where the value stands by itself. */
  readonly cut?: Path
  readonly to: (...values: readonly (string | undefined)[]) => string | undefined
  /** It makes of its one value that value or nothing, and nothing only of what is shorter than ten characters: the scanner may hash longer ones. */
  readonly keeps?: true
}

/**
 * A value computed from those of several paths that it turns out to need: of many that may hold it, one tells which. What is not
 * looked at is not read, and what a record comes to does not hang on it.
 */
export interface Looked {
  readonly from: readonly Path[]
  /** Pure, and must not throw; `read` gives the raw value of a path by its position in `from`. */
  readonly look: (read: (at: number) => string | undefined) => string | undefined
}

/** The first of some paths that is filled, in records of which `when` makes a text: unlike a computed value it may be new in every record. */
export interface Guarded {
  readonly first: readonly Path[]
  readonly when: Computed | Looked
}

export type { TimeSyntax }

export interface TimeField {
  readonly path: Field
  readonly syntax: TimeSyntax
  /** Zone of times without an offset, where the format itself knows it (a user's mapping); wins over the run's. */
  readonly zone?: string
}

export const isoTime = (...path: readonly Path[]): TimeField => ({ path, syntax: 'iso' })
/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by magnitude. */
export const epochTime = (...path: readonly Path[]): TimeField => ({ path, syntax: 'epoch' })
export const anyTime = (...path: readonly Path[]): TimeField => ({ path, syntax: 'any' })

/** `username` and `account` of a subject that is not the default one (e.g. the target of an admin's act). */
export interface SubjectFields {
  readonly account?: Field | Guarded
  readonly username?: Field | Guarded
  readonly actor?: Field
}

export interface FieldMap extends SubjectFields {
  readonly time: TimeField
  readonly id?: Field
  readonly sequence?: Field
  readonly tenant?: Field
  readonly client?: Field
  readonly ip?: Field
  readonly port?: Field
  readonly forwardedFor?: Field
  readonly userAgent?: Field
  readonly device?: Field
  readonly session?: Field | Guarded
  readonly mfaMethod?: Field
  readonly credential?: Field
  readonly protocol?: Field
  readonly providerRisk?: Field
  readonly country?: Field
  readonly region?: Field
  readonly city?: Field
  readonly lat?: Field
  readonly lon?: Field
  readonly asn?: Field
  readonly asnOrg?: Field
}

export interface Classification {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  /** Does this code prove that the account exists? undefined: it proves neither. */
  readonly accountKnown?: boolean
  readonly mfaMethod?: string
  readonly protocol?: string
  /** Name of an entry of the shape's `subjects`: whose event this is. */
  readonly subject?: string
  /** The vendor code to show; default: the tuple's present values joined by `/`. */
  readonly code?: string
}

/** A known record that is not about anybody's login or account, with the reason shown in counts. */
export interface IgnoredRecord {
  readonly ignore: string
}
/** A record of this format that cannot be understood: counted as rejected, never guessed. */
export interface RejectedRecord {
  readonly reject: 'unknown-code' | 'no-subject' | 'ambiguous-value'
  readonly detail?: string
}
export type Classified = Classification | IgnoredRecord | RejectedRecord

export interface Classifier {
  /** Raw values by path; a `Computed` one where the code stands inside a text. */
  readonly by: readonly (Path | Computed | Looked)[]
  /** Called once per distinct tuple (memoised up to 65,536 tuples, then directly). */
  readonly to: (...values: readonly (string | undefined)[]) => Classified
}

/** in-record: offsets in the record · utc: no offset, documented as UTC · option: local, needs --timezone. */
export const ZONES = ['in-record', 'utc', 'option'] as const
export type Zone = (typeof ZONES)[number]

interface ShapeBase {
  /** `api`, `csv`, `stream` …: shown in reports when a format has several. */
  readonly name: string
  /** Where this shape's times differ from the format's: an exporter of its own may write local time. */
  readonly zone?: Zone
  readonly fields: FieldMap
  readonly subjects?: Readonly<Record<string, SubjectFields>>
  readonly classify: Classifier
  /** Of one value each: why the record can no longer be read as it was logged (rejected, with this as its detail). Nothing of a time in ISO form. */
  readonly damage?: readonly Computed[]
  /** How often the record's event happened (sshd `message repeated N times`); default 1. */
  readonly repeat?: Field
}

export interface JsonShape extends ShapeBase {
  readonly kind: 'json'
  /** All of `has`, and at least one of each list in `any`, must be present; `is` compares text; `test` is the last word. */
  readonly signature: {
    readonly has: readonly Path[]
    readonly any?: readonly (readonly Path[])[]
    readonly is?: Readonly<Record<Path, readonly string[]>>
    readonly not?: readonly Path[]
    readonly test?: (record: Readonly<Record<string, unknown>>) => boolean
    /** Paths that `test` looks at; without them it gets the record read in full, which is slower. */
    readonly reads?: readonly Path[]
    /** Of these, objects that `test` looks into: of others it may learn no more than that they are objects. */
    readonly opens?: readonly Path[]
  }
  /** Path of an array: one event per element, with `*.` paths relative to it; event id gets `#index`. */
  readonly each?: Path
}

export interface CsvShape extends ShapeBase {
  readonly kind: 'csv'
  /** Normalised column names that must all be there, any order; of `any` at least one. */
  readonly signature: { readonly columns: readonly string[]; readonly any?: readonly string[]; readonly not?: readonly string[] }
}

/** How the text of a group is read that holds pairs: names that are no groups are theirs. */
export type PairReaders = Readonly<Record<string, (text: string) => ReadonlyMap<string, string>>>

export interface TextShape extends ShapeBase {
  readonly kind: 'text'
  /** Cheap test that a line belongs to this format at all; lines that pass it but fit no pattern are `other`. */
  readonly signature: RegExp
  /**
   * First that matches wins; its named groups, plus `pattern` = its key, are the record; of a group that holds pairs those too.
   * Anchored, no backtracking traps.
   */
  readonly patterns: Readonly<Record<string, RegExp>>
  /** Groups that hold pairs, and how they are read: without this, `logfmt` with `name=value`. */
  readonly pairsIn?: PairReaders
  /**
   * How the scanner cuts most of the lines by itself. What it takes must pass the signature, happen once (no `repeat`), and give
   * the same fields as the patterns do: a test holds both against each other.
   */
  readonly cut?: LinePlan
  /** What a line that passes the signature but no pattern is counted as. */
  readonly other: string
}

export type Shape = JsonShape | CsvShape | TextShape

/** Records of one attempt (an sshd connection) that are folded into fewer events after sorting. */
export interface AttemptFold {
  /** Fields whose values, joined, name the attempt. Formats put host, pid and port into `session`. */
  readonly key: readonly ('session' | 'ip' | 'name')[]
  readonly withinMs: number
  /**
   * From the records of one attempt, in time order, to the indexes that stay events, with repeat counts
   * already expanded. Must not depend on anything but its argument, and of a record by itself not on its time.
   */
  readonly fold: (records: readonly FoldRecord[]) => readonly number[]
}
export interface FoldRecord {
  readonly time: number
  readonly action: Action
  readonly outcome: Outcome
  readonly reason: Reason | undefined
  readonly code: string | undefined
  readonly hasAccount: boolean
}

/** A log system. Everything is data except the small closures in `classify`, `Computed` and `fold`. */
export interface Format {
  readonly id: string
  readonly title: string
  /** Whose accounts these are: recovery/providers/<provider>. */
  readonly provider: string
  /** Of its times, unless a shape says otherwise. */
  readonly zone: Zone
  /**
   * never: records carry a unique `id` and equal ids are duplicates ·
   * legitimate: no id, equal lines are separate events.
   */
  readonly repeats: 'never' | 'legitimate'
  /** Names are the accounts (no immutable id in the log). `exact`: case counts; `folded`: NFKC and case folding. */
  readonly names?: 'exact' | 'folded'
  /** Does this log record successful logins at all (some exports hold failures only)? */
  readonly successes: 'always' | 'configurable'
  readonly sequence?: boolean
  /** Sees requests on their way to an application that keeps the accounts: joined to its events (docs/ARCHITECTURE.md 2). */
  readonly edge?: true
  readonly attempt?: AttemptFold
  readonly shapes: readonly Shape[]
  readonly spec: string
  /** Which shapes no real sample was seen of: shown as "from documentation, unverified". */
  readonly unverified?: readonly string[]
  /** How to get this log out of the product: shown by `ashiato formats ID`. */
  readonly howToExport: { readonly en: string; readonly ja: string }
}

/** How the times of one shape are to be read. */
export const zoneOf = ({ format, shape }: { readonly format: Format; readonly shape: Shape }): Zone => shape.zone ?? format.zone

export const defineFormat = (format: Format): Format => format
