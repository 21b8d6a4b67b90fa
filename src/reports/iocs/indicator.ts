import { parseV4, parseV6 } from '../../kernel/ip-parse.ts'
import type { NeverBlocked } from '../../kernel/never-blocked.ts'
import type { CaseCampaign } from '../../model/case.ts'
import type { Confidence } from '../../model/vocabulary.ts'

/** An address (or IPv6 network), program or key, and how it is known. */
export interface Indicator {
  readonly value: string
  readonly type: 'ipv4' | 'ipv6' | 'ipv6-net' | 'program' | 'ssh-key'
  /** attack: it tried passwords; entry: somebody who tried nothing came in from there, or with it. */
  readonly role: 'attack' | 'entry'
  /** How sure it is that it is an intruder's and nobody else's. */
  readonly confidence: Confidence
  readonly first: string
  readonly last: string
  readonly campaigns: readonly CaseCampaign[]
  /** Accounts with a suspicious session from there. */
  readonly accounts: readonly string[]
  /** Who would be hit by a block; null where the document does not say. */
  readonly shared: boolean | null
  /** Why it is on no block list, whatever it did. */
  readonly spared: NeverBlocked | null
}

/** What an address is; undefined where the text is none. */
export const addressType = (value: string): 'ipv4' | 'ipv6' | 'ipv6-net' | undefined => {
  if (parseV4(value) !== undefined) return 'ipv4'
  const network = value.endsWith('/64')
  if (parseV6(network ? value.slice(0, -3) : value) === undefined) return undefined
  return network ? 'ipv6-net' : 'ipv6'
}

export const earliest = (times: readonly string[]): string => times.toSorted()[0] ?? ''
export const latest = (times: readonly string[]): string => times.toSorted().at(-1) ?? ''
