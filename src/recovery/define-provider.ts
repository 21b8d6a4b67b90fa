import type { Bilingual } from './bilingual.ts'

/** Acts that a provider may offer. Each is one step's command; the catalogue says which steps use which. */
export const PROVIDER_ACTS = [
  'export-log',
  'list-sessions',
  'list-factors',
  'list-grants',
  'block-account',
  'unblock-account',
  'block-source',
  'revoke-sessions',
  'revoke-tokens',
  'remove-factors',
  'forget-devices',
  'restore-contact',
  'revoke-grants',
  'remove-identities',
  'remove-role',
  'force-reset',
  'require-mfa',
  'remove-forwarding',
  'unlock-account',
  'disable-app',
] as const
export type ProviderAct = (typeof PROVIDER_ACTS)[number]

export interface ProviderCommand {
  /**
   * Placeholders: {account} {name} {tenant} {source} {since} {until} {oldContact} {sources} {sources4} {sources6} {part} {keys}. A bare one is
   * shell-quoted as one word (a list: one word each) and must stand outside quotes; filters run left to right:
   * {account|url} percent-encodes, {account|json} escapes for a JSON string inside single quotes, {account|odata} doubles
   * quotes, {sources4|json} is a JSON array. A command with a placeholder that has no value is not printed.
   */
  readonly command: string
  /** What it takes to run it; prose in both languages, a vendor's own term as it is. */
  readonly permission?: string | Bilingual
  readonly reversible: 'yes' | 'no' | 'partly'
  /** i18n-free texts, both languages. */
  readonly userImpact?: Bilingual
  readonly residual?: Bilingual
  /** How long what was issued before may go on working (ISO 8601): by the provider's default, unless the user's site says otherwise. */
  readonly residualFor?: string
  readonly note?: Bilingual
  /** Where a plan or version lacks it: what it needs, the command that does the best without, and what that one takes. Same placeholders. */
  readonly fallback?: { readonly needs: Bilingual; readonly command: string; readonly permission: string }
  /** Networks that one command takes, where the vendor has a limit; {part} numbers the commands then. */
  readonly mostSources?: number
  /** How often the vendor takes it, each time with its `mostSources`; what is more is blocked before the provider, from the list. */
  readonly mostCommands?: number
  /** Something must be chosen or filled in by hand (METHOD_ID): never part of a bulk script. */
  readonly byHand?: true
  /** The reference marks it as from memory: printed as "check before use". */
  readonly unverified?: boolean
  /** Log event that proves it: `text` is shown (names of events are the same in both languages; alternatives stand between ` / `); `codes` are matched against newer logs, so only such as the step alone causes (an owner's logout does not). */
  readonly proof?: { readonly text: string | Bilingual; readonly codes: readonly string[] }
  readonly source: string
}

export interface Provider {
  readonly id: string
  readonly title: string
  /** Whose quoting rules the commands follow; default `posix`. */
  readonly shell?: 'posix' | 'powershell'
  /** Environment that commands rely on, shown once per checklist (`O=https://YOUR_ORG.okta.com`). */
  readonly setup: readonly string[]
  readonly acts: Readonly<Partial<Record<ProviderAct, readonly ProviderCommand[]>>>
  /** Event codes that several acts write: they prove none of them, whatever action the format reads in them. */
  readonly ambiguousCodes?: readonly string[]
  /** Acts that leave no record in this provider's log, or none that tells them from others or says whose account it was. */
  readonly notInLog?: readonly ProviderAct[]
}

export const defineProvider = (provider: Provider): Provider => provider
