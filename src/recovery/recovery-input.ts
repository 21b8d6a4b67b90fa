import type { CaseCampaign } from '../model/case.ts'
import type { CaseKind, HarmClass, Lang, ServiceFeature, Verdict } from '../model/vocabulary.ts'
import type { Provider } from './define-provider.ts'

/** A value that was changed; either side may be unknown to the log. */
export interface Changed {
  readonly old: string | null
  readonly new: string | null
}

/** One affected account as recovery needs it: who, how sure, and what was done. Times are ISO 8601 with Z. */
export interface RecoveryAccount {
  /** The id as the log wrote it, byte for byte. */
  readonly account: string
  readonly provider: string
  readonly tenant: string | null
  readonly names: readonly string[]
  readonly verdict: Verdict
  readonly kind: CaseKind
  /** Flags of `CaseAccount`. */
  readonly flags: readonly string[]
  readonly class: HarmClass | null
  /** A person's decision outranks the verdict: confirmed = as compromised, cleared = no steps. */
  readonly decision?: 'pending' | 'confirmed' | 'cleared'
  /** Rule ids, each once. Unknown ones are allowed (Sigma, plug-ins) and take the default row. */
  readonly findingTypes: readonly string[]
  readonly contactChanged: Changed | null
  readonly factorChanged: boolean
  readonly roleGranted: boolean
  readonly tokenCreated: boolean
  readonly forwardingChanged: boolean
  readonly consentGranted: boolean
  /** Whom the service trusts for logins, or what a login needs: changed for everybody. */
  readonly settingsChanged: boolean
  readonly sources: readonly string[]
  readonly sessions: readonly string[]
  /** Fingerprints of keys that came in and that no earlier login used. */
  readonly newKeys?: readonly string[]
  readonly compromisedAt: string | null
  readonly firstSuspicious: string | null
  readonly lastSuspicious: string | null
  /** In the account now; without it, where the last suspicious act is near the end of the logs. A campaign's `active` counts too. */
  readonly active?: boolean
}

export interface RecoveryCampaign {
  readonly sources: readonly string[]
  readonly method: CaseCampaign['method']
  readonly active: boolean
  /** Sources of it that a block must not name: relays, proxies, lines that many members share. */
  readonly spared?: readonly string[]
  /** Accounts of legitimate users seen on these sources, where they were looked for. */
  readonly collateral?: readonly string[]
}

export interface RecoveryInput {
  readonly accounts: readonly RecoveryAccount[]
  readonly campaigns: readonly RecoveryCampaign[]
  /** Sources from which accounts were taken over without any attempt; blocked like those of a campaign. */
  readonly entries?: Pick<RecoveryCampaign, 'sources' | 'spared' | 'collateral'>
  /** Systems of all accounts that the case names, those only tried included; without it, those of `accounts`. */
  readonly providers?: readonly string[]
  /** By source: which comes first where a vendor takes only so many. */
  readonly attempts?: ReadonlyMap<string, number>
  readonly period: { readonly first: string | null; readonly last: string | null }
  /** Some log records no successful login: whether anybody got in is not on record. */
  readonly lacksSuccesses?: boolean
  /** Some log was silent, or lacks numbers in an otherwise unbroken row: what happened then is not on record. */
  readonly hasGaps?: boolean
}

export interface RecoveryOptions {
  readonly lang: Lang
  /** What the service does not have; otherwise the step is given. */
  readonly lacks?: readonly ServiceFeature[]
  /** How long the service's tokens live (ISO 8601), instead of the provider's default. */
  readonly tokenLifetime?: string
  /** A user's own providers; by id they replace the built-in ones. */
  readonly providers?: readonly Provider[]
  /** When any department came to know, ISO 8601; without it every due is a duration. */
  readonly awareAt?: string
  /** Laws that were asked for besides the default one. */
  readonly laws?: readonly string[]
}
