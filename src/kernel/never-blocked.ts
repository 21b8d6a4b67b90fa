import { isContentNetwork } from './content-networks.ts'
import { isCarrierNat, isPrivateIp } from './ip.ts'

/** What is known of an address that attacked. */
export interface BlockCandidate {
  /** The address, IPv6 by /64. */
  readonly source: string
  readonly allowed?: boolean
  readonly proxy: boolean
  readonly shared: boolean
  readonly network: { readonly asn: number | null; readonly kind: string } | null
}

export type NeverBlocked = 'allowed' | 'private' | 'proxy' | 'content' | 'relay' | 'shared'

/** An IPv6 source is a /64: its first address tells whose it is. */
const addressOf = (source: string): string => source.split('/')[0] ?? source

/** Why this address must be on no block list, whatever it did; undefined where it may be. Lists and commands ask here alike. */
export const neverBlocked = ({ source, allowed, proxy, shared, network }: BlockCandidate): NeverBlocked | undefined => {
  const address = addressOf(source)
  if (allowed === true) return 'allowed'
  if (isPrivateIp(address) || isCarrierNat(address) || network?.kind === 'private') return 'private'
  if (proxy) return 'proxy'
  if (network !== null && isContentNetwork({ asn: network.asn ?? undefined, kind: network.kind })) return 'content'
  if (network?.kind === 'relay') return 'relay'
  return shared ? 'shared' : undefined
}
