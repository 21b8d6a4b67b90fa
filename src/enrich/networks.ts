import { isCarrierNat, isPrivateIp } from '../kernel/ip.ts'
import type { Network } from '../model/event.ts'
import type { AsnTable } from './network-asn/asn-table.ts'
import { readAsnTable } from './network-asn/asn-file.ts'
import { kindFinder, type NetworkHint } from './network-kind/index.ts'
import { readKindLists } from './network-kind/kind-lists.ts'
import type { EnrichProblem } from './open-mmdb.ts'

export interface NetworkSources {
  /** From the user's database; without it the built-in table is asked. */
  readonly find: ((ip: string) => NetworkHint | undefined) | undefined
  readonly onProblem: (problem: EnrichProblem) => void
}

export type NetworkOf = (ip: string | undefined, asn?: number, org?: string) => Network | undefined

const NOTHING: NetworkHint = { asn: undefined, org: undefined }

/** The built-in table, read when first needed. Without the file, lookups find nothing and the problem is reported once. */
const lazyTable = (onProblem: NetworkSources['onProblem']): (() => AsnTable | undefined) => {
  let table: AsnTable | undefined
  let isTried = false
  return () => {
    if (isTried) return table
    isTried = true
    try {
      table = readAsnTable()
    } catch (error) {
      onProblem({
        id: 'no-table',
        path: 'dist/data/asn.bin',
        text: error instanceof Error ? error.message : String(error),
        detail: '',
        wanted: '',
      })
    }
    return table
  }
}

/**
 * Network of an address. What the log itself asserts wins over any table, being of the moment of the event; then it also decides
 * the kind where the address is private (anonymised logs keep the number, not the address). undefined when nothing is known.
 */
export const networkFinder = ({ find, onProblem }: NetworkSources): NetworkOf => {
  const table = lazyTable(onProblem)
  const kindOf = kindFinder(readKindLists())
  const byAddress = (ip: string): NetworkHint => (find ? find(ip) : table()?.find(ip)) ?? NOTHING
  const hintFor = (ip: string, asn: number | undefined, org: string | undefined): NetworkHint => {
    if (asn !== undefined) return { asn, org: org ?? table()?.nameOf(asn) }
    const found = byAddress(ip)
    return org === undefined ? found : { asn: found.asn, org }
  }
  const networkOf = (address: string, asn: number | undefined, org: string | undefined): Network | undefined => {
    const isInside = isPrivateIp(address) || isCarrierNat(address)
    if (isInside && asn === undefined && org === undefined) return { ...NOTHING, kind: 'private' }
    const hint = hintFor(address, asn, org)
    const kind = kindOf(isInside ? '' : address, hint)
    return hint.asn === undefined && hint.org === undefined && kind === 'unknown' ? undefined : { asn: hint.asn, org: hint.org, kind }
  }
  // Where an address is asks for its network, too (`carrier-homes.ts`): the last answer is kept.
  let lastAddress: string | undefined
  let lastNetwork: Network | undefined
  return (ip = '', asn, org) => {
    if (asn !== undefined || org !== undefined) return networkOf(ip, asn, org)
    if (ip !== lastAddress) {
      lastNetwork = networkOf(ip, undefined, undefined)
      lastAddress = ip
    }
    return lastNetwork
  }
}
