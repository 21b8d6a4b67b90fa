import type { CaseStep, EvidenceRef } from './case-step.ts'
import type { MessageData } from './finding.ts'
import type { CaseConnection } from './case-connection.ts'
import type { CaseInput } from './case-input.ts'
import type { CaseVictims } from './case-victims.ts'
import type { CaseKind, Confidence, Harm, HarmClass, Lang, NetworkKind, Outcome, Action, Severity, Verdict } from './vocabulary.ts'

export type { CaseStep, EvidenceRef } from './case-step.ts'

export type { CaseInput } from './case-input.ts'

/**
 * The case document `ashiato.case/1`: the contract of `--to json`. All times are ISO 8601 with `Z`.
 * Everything except `run.inputs`, `run.now` and every `where` is the invariant part (docs/ARCHITECTURE.md 9).
 */
export interface CaseDocument {
  readonly schema: 'ashiato.case/1'
  readonly tool: { readonly name: 'ashiato'; readonly version: string }
  readonly run: CaseRun
  readonly summary: CaseSummary
  readonly findings: readonly CaseFinding[]
  readonly sessions: readonly CaseSession[]
  readonly campaigns: readonly CaseCampaign[]
  readonly accounts: readonly CaseAccount[]
  readonly steps: readonly CaseStep[]
  /** Logins by hour; hours without any are left out. Absent in documents of versions that did not count them. */
  readonly activity?: readonly CaseActivity[]
  /** Addresses of the attacks and of the suspicious sessions, with everybody else who uses them. Only in the document of a case folder. */
  readonly sources?: readonly CaseSource[]
}

export interface CaseRun {
  readonly now: string
  readonly inputs: readonly CaseInput[]
  readonly options: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly rules: {
    readonly ran: readonly string[]
    readonly skipped: readonly { readonly rule: string; readonly format: string; readonly why: string }[]
  }
}

/** Counts name their unit: attempts are events (回), identifiers are what was typed (ID), accounts are known accounts. */
export interface CaseSummary {
  readonly first: string | null
  readonly last: string | null
  readonly events: number
  /** Headline: message id of i18n `headline.<id>` with data. */
  readonly headline: { readonly messageId: string; readonly data: MessageData }
  readonly accounts: Readonly<Record<Verdict, number>>
  readonly misuse: number
  readonly exposure: number
  readonly passwordKnown: number
  readonly attempts: number
  readonly triedIds: number
  readonly triedMembers: number
  readonly campaignSuccesses: number
  readonly firstAttempt: string | null
  readonly firstTakeover: string | null
  readonly lastAttempt: string | null
  /** True when the last attempt is near the end of the log; null when nothing was attempted. */
  readonly active: boolean | null
  readonly secondsSinceLastAttempt: number | null
  /** Accounts by what was done after the bad login; `unknown`: this log carries no such records; `recorded`: it carries some. */
  readonly afterLogin: {
    readonly recorded: boolean
    readonly viewed: number
    readonly changed: number
    readonly pointsUsed: number
    readonly purchased: number
    /** Accounts that were used to reset, change or make others. Absent in documents of versions without it. */
    readonly acted?: number
    readonly unknown: number
  }
  readonly classes: Readonly<Record<HarmClass, number>>
  /** The accounts that customers reported (`--victims`), compared with this case. */
  readonly victims: CaseVictims | null
  /** Things a reader must know before trusting the numbers: i18n `caveat.<id>`. */
  readonly caveats: readonly { readonly id: string; readonly data: MessageData }[]
  /** True when some input could not be read whole, or too much was rejected. */
  readonly incomplete: boolean
}

export interface CaseFinding {
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly account: string | null
  readonly source: string | null
  readonly first: string
  readonly last: string
  readonly count: number
  readonly evidence: readonly EvidenceRef[]
  readonly parameters: Readonly<Record<string, number | string | boolean>>
  readonly messageId: string
  readonly data: MessageData
  /** The sentence in the run's language. */
  readonly text: string
}

export interface CaseSession {
  readonly id: string
  readonly account: string | null
  readonly start: string
  readonly end: string
  readonly ips: readonly string[]
  readonly country: string | null
  readonly network: { readonly asn: number | null; readonly org: string | null; readonly kind: NetworkKind } | null
  readonly agent: string | null
  /** The key that let it in, where the log names one, and how many earlier logins by key were compared. Absent without one. */
  readonly key?: { readonly fingerprint: string; readonly known: boolean; readonly compared: number }
  /** 0–100 */
  readonly risk: number
  readonly findings: readonly string[]
  /** `on`: the other account to which it was done; absent for what was done to the session's own. */
  readonly actions: readonly {
    readonly time: string
    readonly action: Action
    readonly outcome: Outcome
    readonly code: string | null
    readonly on?: string
  }[]
  /** Actions beyond the 50 listed. */
  readonly moreActions: number
}

export interface CaseCampaign {
  readonly id: string
  readonly method: 'stuffing' | 'spray' | 'guessing' | 'low-and-slow' | 'distributed' | 'enumeration' | 'mixed'
  readonly sources: readonly string[]
  /** Tries that failed, and those that got in. */
  readonly attempts: number
  readonly tried: number
  readonly unknownIds: number
  readonly targeted: number
  /** Accounts whose first login by the attack is among the attempts: judged taken over or suspected. Absent in older documents. */
  readonly entered?: readonly string[]
  readonly compromised: readonly string[]
  /** Accounts that use these addresses and that nothing accuses: who is locked out with a block. Absent in older documents. */
  readonly neighbours?: readonly string[]
  readonly findings: readonly string[]
  readonly first: string
  readonly last: string
  readonly active: boolean
  readonly agents: readonly string[]
  readonly countries: readonly string[]
}

/** One hour of the whole log, whatever is filtered: login successes, failed attempts, and how many of those that failed a campaign made. */
export interface CaseActivity {
  /** The hour's start. */
  readonly hour: string
  readonly successes: number
  readonly failures: number
  readonly attackAttempts: number
}

/** One address (IPv6: its /64) that attacked or that a suspicious session came from, over the whole log. */
export interface CaseSource {
  readonly source: string
  readonly campaigns: readonly string[]
  /** Failed logins, and the attack's hits. */
  readonly attempts: number
  /** Accounts tried from here. */
  readonly tried: readonly string[]
  /** Accounts with a suspicious session from here. */
  readonly hits: readonly string[]
  /** Accounts that log in from here and are not judged: who would be locked out by a block. */
  readonly others: readonly string[]
  readonly first: string
  readonly last: string
  readonly country: string | null
  readonly network: CaseSession['network']
  readonly agents: readonly string[]
  /** Many members share this line: a block would hit them. */
  readonly shared: boolean
  /** Behaves like the service's own proxy or load balancer. */
  readonly proxy: boolean
  /** The organisation vouches for it (`--allow`), at least at some time. Absent in documents of versions without it. */
  readonly allowed?: boolean
  /** Events of suspicious sessions from here, earliest first, at most 50. Absent in documents of versions without it. */
  readonly connections?: readonly CaseConnection[]
}

/** A reason of a verdict: i18n `reason.<messageId>`; ordered from first to last in time. */
export interface CaseReason {
  readonly messageId: string
  readonly data: MessageData
  readonly text: string
  readonly at: string
  readonly evidence: readonly EvidenceRef[]
}

export interface CaseUsual {
  readonly logins: number
  readonly since: string | null
  readonly countries: readonly string[]
  readonly networks: readonly string[]
  readonly agents: readonly string[]
  readonly sources: readonly string[]
}

/** Another account of the same person. Accounts stay apart: neither is judged by what the other did. */
export interface CaseOtherAccount {
  readonly account: string
  readonly provider: string
  readonly tenant: string | null
  /** What ties them: `--roster`, or one mail address that both systems assert, each for one account only. */
  readonly link: 'roster' | 'email'
  /** Its own verdict; null: nothing was found against it. */
  readonly verdict: Verdict | null
}

export interface CaseAccount {
  /** The id as the log wrote it, byte for byte. */
  readonly account: string
  readonly provider: string
  readonly tenant: string | null
  readonly names: readonly string[]
  /** Absent where no other account is known to be the same person's. */
  readonly alsoKnownAs?: readonly CaseOtherAccount[]
  readonly verdict: Verdict
  readonly kind: CaseKind
  readonly flags: readonly (
    | 'passwordKnown'
    | 'campaignSource'
    | 'privileged'
    | 'contactChanged'
    | 'factorChanged'
    | 'mailboxAtRisk'
    | 'thinHistory'
    | 'madeByIntruder'
  )[]
  readonly class: HarmClass | null
  /** What its suspicious sessions did, each kind once. */
  readonly harms: readonly Harm[]
  readonly severity: Severity
  readonly decision: {
    readonly state: 'pending' | 'confirmed' | 'cleared'
    readonly by: string | null
    readonly at: string | null
    readonly why: string | null
  }
  readonly reasons: readonly CaseReason[]
  readonly usual: CaseUsual
  readonly firstSuspicious: string | null
  readonly compromisedAt: string | null
  readonly lastSuspicious: string | null
  readonly campaigns: readonly string[]
  readonly sessions: readonly string[]
  readonly findings: readonly string[]
  /** Empty for targeted and undetermined accounts. */
  readonly checklist: readonly CaseStep[]
}

/** What a report gets besides the document. */
export interface RenderOptions {
  readonly lang: Lang
  /** IANA zone for every time shown. */
  readonly zone: string
  readonly color: boolean
  /** Terminal columns. */
  readonly width: number
  /** Parsed `--to` options, e.g. which table of a CSV. */
  readonly part: string | undefined
}
