import type { Lang, ServiceFeature } from './vocabulary.ts'

/** What a person decided about one account; the latest entry counts. `at` is ISO 8601 with Z. */
export interface DecisionEntry {
  readonly account: string
  readonly provider: string
  readonly tenant: string | null
  readonly state: 'confirmed' | 'cleared' | 'pending'
  readonly by: string
  readonly at: string
  readonly why: string | null
}

/** One line of the response record: who did what when. */
export interface NoteEntry {
  readonly text: string
  readonly by: string
  readonly at: string
}

/** Accounts drawn for checking by hand, with the group each was drawn from. */
export interface SampleEntry {
  readonly at: string
  readonly accounts: readonly {
    readonly account: string
    readonly provider: string
    readonly tenant: string | null
    readonly group: string
  }[]
}

/** A chained file as it stood: so many entries, the last of which had this hash. */
export interface ChainHead {
  readonly entries: number
  readonly hash: string
}

/** Who collected the logs and how the case is to be handled; null: not said. */
export interface Handling {
  readonly collector: string | null
  readonly method: string | null
  /** How far the clock of the logged machines was off, as stated by the collector. */
  readonly clockOffset: string | null
  /** Traffic Light Protocol or the house's own mark. */
  readonly mark: string | null
  readonly retainUntil: string | null
}

/** Which laws' clocks are looked at, and when which department came to know; typed by people, never taken from a log. */
export interface Legal {
  readonly laws: readonly string[]
  /** ISO 8601 with Z; null: not said, so that no deadline is a date. */
  readonly awareAt: string | null
  readonly department: string | null
}

/** What people say about their service: steps depend on it. */
export interface Service {
  readonly lacks: readonly ServiceFeature[]
  /** How long its tokens live (ISO 8601), instead of the provider's default; null: not said. */
  readonly tokenLifetime: string | null
}

/** `MANIFEST.json` of a case folder. */
export interface Manifest {
  readonly schema: 'ashiato.manifest/1'
  readonly tool: { readonly name: 'ashiato'; readonly version: string }
  readonly revision: number
  readonly sealed: string
  readonly lang: Lang
  readonly zone: string
  readonly options: Readonly<Record<string, string | number | boolean | readonly string[]>>
  readonly rules: readonly string[]
  readonly inputs: readonly {
    readonly path: string
    /** Where it was read, to look again; null: standard input, or a member of an archive. */
    readonly file: string | null
    /** The archive on disk that it is a member of. */
    readonly archive?: string
    readonly bytes: number
    readonly sha256: string | null
    readonly format: string | null
    /** How its hash compares with the acquirer's list; absent where none was given. */
    readonly expected?: 'same' | 'different' | 'unlisted'
    /** The revision that read it. */
    readonly revision: number
  }[]
  readonly handling: Handling
  /** Absent in manifests of versions without it. */
  readonly legal?: Legal
  /** Absent where nothing was said. */
  readonly service?: Service
  /** The user's own providers, as their files said: commands are made from them again in another language. */
  readonly providers?: readonly object[]
  /** Accounts, names and addresses were replaced; absent: they stand as logged. */
  readonly redaction?: { readonly addresses: 'pseudonyms' | 'masked' }
  /** What a lookup must say about the logs. */
  readonly period: {
    readonly first: string | null
    readonly last: string | null
    readonly gaps: readonly { readonly from: string; readonly to: string }[]
    /** Some log of the case records successful logins. */
    readonly recordsSuccesses: boolean
    /** False where some log names no addresses. Absent otherwise. */
    readonly recordsAddresses?: false
    readonly incomplete: boolean
  }
  /** What people had added beside the case when it was sealed. */
  readonly work: { readonly decisions: ChainHead; readonly notes: ChainHead; readonly samples: ChainHead }
  /** The revision before: its number, and the hash of its SHA256SUMS. */
  readonly previous: { readonly revision: number; readonly sha256sums: string } | null
}
