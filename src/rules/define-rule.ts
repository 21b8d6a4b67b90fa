import type { Messages, MessageData } from '../model/finding.ts'
import type { Agent, Geo, Network } from '../model/event.ts'
import type { Person } from '../model/knowledge.ts'
import type { Among, ListName } from '../knowledge/known.ts'
import type { Action, Confidence, Lang, Outcome, Reason, Severity } from '../model/vocabulary.ts'

/** Fields under which a rule's state may be kept. `source` = address, IPv6 by /64; `fingerprint` = agent + reason + client. */
export const PARTITION_FIELDS = ['source', 'network', 'fingerprint', 'tenant', 'account', 'session', 'device'] as const
export type PartitionField = (typeof PARTITION_FIELDS)[number]

/** Fields a rule may need; a log that never carries one makes the rule `skipped`, never clean. */
export const NEEDED_FIELDS = [
  'ip',
  'account',
  'username',
  'session',
  'userAgent',
  'device',
  'geo',
  'network',
  'mfa',
  'success',
  'change',
] as const
export type NeededField = (typeof NEEDED_FIELDS)[number]

/**
 * What a rule sees of one event. Built-in rules get a view over columns that is valid during the call only;
 * plug-ins get a frozen object with the same properties. `…Key` numbers are dense ids of this run (−1: missing):
 * compare them, never print or order by them.
 */
export interface RuleEvent {
  /** Epoch ms (µs / 1000, fractions kept). */
  readonly timeMs: number
  readonly action: Action
  readonly outcome: Outcome
  readonly reason: Reason | undefined
  readonly accountKnown: boolean | undefined
  readonly account: string | undefined
  readonly accountKey: number
  /** What was typed or asserted as name; equal names have equal keys also for unknown accounts. */
  readonly nameKey: number
  /** The name belongs to nobody and looks like a password typed into the wrong field; its text is kept nowhere. */
  readonly isPasswordLikeName: boolean
  readonly source: string | undefined
  readonly sourceKey: number
  readonly ip: string | undefined
  readonly session: number
  readonly device: number
  readonly client: string | undefined
  readonly clientKey: number
  readonly userAgent: string | undefined
  readonly agent: Agent | undefined
  /** Family + os. */
  readonly agentKey: number
  readonly country: string | undefined
  readonly countryKey: number
  readonly geo: Geo | undefined
  readonly network: Network | undefined
  readonly networkKey: number
  readonly mfaMethod: string | undefined
  readonly protocol: string | undefined
  readonly providerRisk: string | undefined
  /** The vendor's own word for what happened: for display. */
  readonly code: string | undefined
  readonly format: string
  /** What `--intel` says of the source, in a few words; undefined: nothing, or no list. */
  readonly intel: string | undefined
  /** The account's line in `--roster`. */
  readonly person: Person | undefined
  /** An administrator, a help desk or a program acted on the account: address and program are theirs, not the owner's. */
  readonly isOthersAct: boolean
  /** Row in the event store: hand it back in `evidence`. */
  readonly row: number
  readonly facts: Facts
  /** Logins of the whole log that succeeded from `sinceMs` up to, but not including, this event. Answers only during the call. */
  readonly successesSince: (sinceMs: number) => number
  /**
   * Stage 2 only: the past, without flagged events, of the account whose address and program the event shows: this one, or
   * where somebody else acted on it, theirs (empty where they are no account of this log).
   */
  readonly usual: Usual
  /** Stage 2 only: an episode of a stage-1 rule from this event's source, active now or within `withinMs` before. */
  readonly threat: (withinMs: number) => Threat | undefined
}

/** Log-wide statistics as of the last complete UTC hour before the event (docs/ARCHITECTURE.md 4). Counts are of successes unless said. */
export interface Facts {
  /** Enough past to judge rarity: ≥ 1,000 successes and ≥ 24 h of them. */
  readonly mature: boolean
  readonly successes: number
  readonly networkSuccesses: number
  readonly countrySuccesses: number
  readonly agentSuccesses: number
  readonly sourceSuccesses: number
  readonly sourceFailures: number
  /** Distinct accounts that succeeded from this source. */
  readonly sourceAccounts: number
  /** Distinct accounts that logged in to this event's client or consented to it; counted only in logs with consents, else 0. */
  readonly clientAccounts: number
}

/** An account's own history of unflagged successes before this event. */
export interface Usual {
  readonly successes: number
  /** ms of the first and last success; NaN when none. */
  readonly firstMs: number
  readonly lastMs: number
  /** Earlier successes from the same … as this event. */
  readonly sameSource: number
  readonly sameNetwork: number
  readonly sameCountry: number
  readonly sameAgent: number
  readonly sameDevice: number
}

export interface Threat {
  readonly rule: string
  readonly findingId: string
  readonly fromMs: number
  readonly toMs: number
  readonly severity: Severity
}

/** Fields of a rule's flat state record. `f64`, `i32` start at 0 unless `initial`; a window keeps its newest `cap` entries. */
export type StateField = { readonly kind: 'number'; readonly initial: number } | { readonly kind: 'window'; readonly cap: number }

export const number = (initial = 0): { readonly kind: 'number'; readonly initial: number } => ({ kind: 'number', initial })
/**
 * A bounded log of recent events of this key, oldest dropped first: entries `(timeMs, a, b, row)`. Entries older than the
 * rule's longest duration parameter may be gone, so every span a rule looks back over must be one of its parameters.
 */
export const recent = (cap: number): { readonly kind: 'window'; readonly cap: number } => ({ kind: 'window', cap })

/** The window of one key; entries are in time order. All counts look at (sinceMs, newest]. */
export interface Window {
  readonly push: (timeMs: number, a: number, b: number, row: number) => void
  readonly size: number
  readonly countSince: (sinceMs: number) => number
  /** Distinct `a` values (b likewise); exact up to the cap. */
  readonly distinctSince: (sinceMs: number, part: 'a' | 'b') => number
  /** Visits entries newer than `sinceMs`, oldest first; with `untilMs` none that is newer than that. */
  readonly each: (sinceMs: number, visit: (timeMs: number, a: number, b: number, row: number) => void, untilMs?: number) => void
  /** Rows newer than `sinceMs`, oldest first; with `afterRow` only those behind that row (evidence not yet reported). */
  readonly rowsSince: (sinceMs: number, afterRow?: number) => number[]
  readonly clear: () => void
}

export type StateShape = Readonly<Record<string, StateField>>
/** The record that the engine keeps per key: read and write it as an object; it lives in columns. */
export type State<S extends StateShape> = { -readonly [K in keyof S]: S[K] extends { kind: 'window' } ? Window : number }

/** `duration` is written `10m`, `24h`, `7d` and arrives in ms; `hours` as `Mon-Fri 09:00-18:00` and arrives as written. */
export const PARAMETER_TYPES = ['count', 'ratio', 'duration', 'number', 'boolean', 'text', 'hours'] as const

export interface Parameter {
  readonly default: number | string | boolean
  readonly type: (typeof PARAMETER_TYPES)[number]
  readonly en: string
  /** Every built-in rule has it (conformance suite); a plug-in may speak one language. */
  readonly ja?: string
}

/** A remark in both languages; a plug-in may write one text for both. */
export type Remark = string | { readonly en: string; readonly ja: string }
export type ParameterShape = Readonly<Record<string, Parameter>>
export type ParameterValues<P extends ParameterShape> = {
  readonly [K in keyof P]: P[K]['type'] extends 'boolean' ? boolean : P[K]['type'] extends 'text' | 'hours' ? string : number
}

/** What a rule reports about the event at hand. Equal (rule, key) reports within `quietMs` join one episode. */
export interface RuleReport {
  readonly messageId: string
  readonly data: MessageData
  readonly severity?: Severity
  readonly confidence?: Confidence
  /** Rows this stands on, oldest first; the engine unites them over the episode. Rows at or before one already reported count as known. */
  readonly evidence: readonly number[]
  /** For rules not keyed by account: the account concerned, if one is. */
  readonly accountKey?: number
  /** The source concerned, where it is not that of the event at hand. */
  readonly sourceKey?: number
}

export interface RuleInstance<S extends StateShape> {
  readonly event: (event: RuleEvent, state: State<S>) => void
  /** Called per key when the log is over. */
  readonly end?: (state: State<S>) => void
}

/**
 * What can be true of a key over the whole log: events with at least two different values of a field (none at all is one),
 * places far apart, a network that few use, a source that stage 1 found something about, or a name typed that is nobody's and looks
 * like a password.
 */
export type KeyTrait =
  | 'source'
  | 'country'
  | 'network'
  | 'agent'
  | 'device'
  | 'account'
  | 'far'
  | 'rare-network'
  | 'threat'
  | 'password-like-name'

export interface Rule<P extends ParameterShape = ParameterShape, S extends StateShape = StateShape> {
  readonly id: string
  readonly title: { readonly en: string; readonly ja: string }
  readonly severity: Severity
  readonly attack: readonly string[]
  readonly tags: readonly string[]
  /**
   * One field, or a tuple, or `global`. Stage 1: source, network, fingerprint, tenant, global. Stage 2: account, session; and a place
   * (source, network, device) for rules that read what is usual for each account that comes there.
   */
  readonly partition: readonly PartitionField[] | 'global'
  readonly stage: 1 | 2
  /** Rules whose findings this one reads through `threat`. */
  readonly after?: readonly string[]
  /** Dispatch by class: an event is handed over only if each list that is given contains its value. No reason counts as `other` (`locked` for a lock). */
  readonly when: {
    readonly action?: readonly Action[]
    readonly outcome?: readonly Outcome[]
    readonly reason?: readonly Reason[]
    /** In any case; `legacy:*` stands for all that begin so. */
    readonly protocol?: readonly string[]
    /** Outcomes that open a key's state. The others are handed over only for keys that have some, so that they cost no room elsewhere. */
    readonly opens?: readonly Outcome[]
  }
  /**
   * How many events of these actions and outcomes (default: those wanted that may open state) a key must have in the whole log
   * before anything can be reported about it. Keys with fewer are never handed over and hold no state: in a log of a million
   * sessions hardly one has two events. Must follow from the rule's own thresholds; leave out where a single event can do.
   */
  readonly least?: {
    readonly events: (parameters: ParameterValues<P>) => number
    readonly action?: readonly Action[]
    readonly outcome?: readonly Outcome[]
    /** One of these must be true of the key as well. */
    readonly any?: readonly KeyTrait[]
    /** Where stage 1 found something about a source of the key, the number of events does not matter. */
    readonly orThreat?: true
    /** For `far`: kilometres. */
    readonly km?: (parameters: ParameterValues<P>) => number
    /** For `rare-network`: at most so many of the log's successes, as a share or a number. */
    readonly rare?: (parameters: ParameterValues<P>) => { readonly share: number; readonly fewest: number }
  }
  readonly needs: readonly NeededField[]
  /** A list of the organisation's own, without which there is nothing to ask: the rule does not run then. */
  readonly list?: ListName
  /** Only these accounts, or sources where the partition is `source`, are handed over: a rule about a few costs nothing for the rest. */
  readonly among?: Among
  readonly parameters: P
  /** Name of the duration parameter that bounds an episode's gaps. */
  readonly episode: string
  readonly question: { readonly en: string; readonly ja: string }
  readonly howItDecides: { readonly en: string; readonly ja: string }
  readonly falsePositives: readonly Remark[]
  readonly blindSpots: readonly Remark[]
  readonly messages: Messages
  readonly state: S
  readonly create: (context: {
    readonly parameters: ParameterValues<P>
    readonly report: (event: RuleEvent, finding: RuleReport) => void
  }) => RuleInstance<S>
}

/**
 * Declares a rule. Its own parameter and state types are checked here and then forgotten, so that registries hold plain rules:
 * the engine makes both from the declared shapes, which is why the widening is sound.
 */
export const defineRule = <P extends ParameterShape, S extends StateShape>(rule: Rule<P, S>): Rule => rule as unknown as Rule

/** A remark in the reader's language. */
export const remarkIn = (remark: Remark, lang: Lang): string => (typeof remark === 'string' ? remark : remark[lang])
