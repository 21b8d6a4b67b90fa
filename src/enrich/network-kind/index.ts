import { cidrMatcher, isCarrierNat, isPrivateIp } from '../../kernel/ip.ts'
import type { NetworkKind } from '../../model/vocabulary.ts'
import { defineEnricher, type Source } from '../define-enricher.ts'
import { remember } from '../remember.ts'
import { type KindList, readKindLists } from './kind-lists.ts'

/** What is known about a network besides the address. */
export interface NetworkHint {
  readonly asn: number | undefined
  readonly org: string | undefined
}

/** Longest organisation name that is looked at: real ones stay below 100 characters, and names are asserted by logs. */
const NAME_CAP = 200

/** Padded with blanks, so that ` word ` finds whole words only. */
const asWords = (org: string): string =>
  ` ${org
    .slice(0, NAME_CAP)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `

/**
 * Kind of a network, from lists in their order: prefixes, then numbers, then words. Carrier-grade NAT (100.64.0.0/10) seen by a
 * server is inside somebody's own network and says as little as RFC 1918. Without a match: unknown, never a guess.
 */
export const kindFinder = (lists: readonly KindList[]): ((ip: string, hint: NetworkHint) => NetworkKind) => {
  const withPrefixes = lists
    .filter((list) => list.prefixes.length > 0)
    .map((list) => ({ kind: list.kind, holds: cidrMatcher(list.prefixes) }))
  const byWords = remember((org): NetworkKind => {
    const words = asWords(org)
    return lists.find((list) => list.words.some((word) => words.includes(` ${word} `)))?.kind ?? 'unknown'
  })
  return (ip, { asn, org }) => {
    if (isPrivateIp(ip) || isCarrierNat(ip)) return 'private'
    for (const { kind, holds } of withPrefixes) if (holds(ip)) return kind
    if (asn !== undefined) for (const { kind, systems } of lists) if (systems.has(asn)) return kind
    return org === undefined ? 'unknown' : byWords(org)
  }
}

/** Kind of a network by its address alone, or by what else is known of it; undefined where no list has it. */
export interface KindSource extends Source<NetworkKind> {
  readonly lookup: (ip: string, hint?: NetworkHint) => NetworkKind | undefined
}

const NOTHING: NetworkHint = { asn: undefined, org: undefined }

const kindSource = (): KindSource => {
  const kindOf = kindFinder(readKindLists())
  return {
    lookup: (ip, hint = NOTHING) => {
      const kind = kindOf(ip, hint)
      return kind === 'unknown' ? undefined : kind
    },
  }
}

/** Kind of the network of an address: home line, hosting, relay and their like. */
export const enricher = defineEnricher<KindSource>({
  id: 'network-kind',
  key: 'ip',
  adds: 'network',
  source: 'data/network-kinds.json: X4BNet/lists_vpn and brianhama/bad-asn-list (both MIT), Apple egress list, operators by name',
  open: async () => ({ ok: true, value: kindSource() }),
})
