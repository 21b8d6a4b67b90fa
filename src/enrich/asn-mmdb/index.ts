import type { AsnResponse } from 'maxmind'
import { defineEnricher, type Opened } from '../define-enricher.ts'
import { isLocatable } from '../geo-lookup.ts'
import { type MmdbLookup, openMmdb } from '../open-mmdb.ts'

/** Who announces an address, by the user's database. */
export interface AsnMmdbFacts {
  readonly asn: number
  readonly org: string | undefined
}

/** ISP and Enterprise databases carry the same two fields as ASN ones, but not for every address. */
const toFacts = (found: Partial<AsnResponse>): AsnMmdbFacts | undefined =>
  found.autonomous_system_number === undefined
    ? undefined
    : { asn: found.autonomous_system_number, org: found.autonomous_system_organization }

/** Networks from the user's own ASN or ISP database; problems of the file are values. */
const openNetworks = async ({ path }: { readonly path: string }): Promise<Opened<MmdbLookup<AsnMmdbFacts>>> => {
  const opened = await openMmdb<AsnResponse>(path, ['ASN', 'ISP'])
  if (!opened.ok) return opened
  const { get, title, failures } = opened.value
  const lookup = (ip: string): AsnMmdbFacts | undefined => {
    const found = isLocatable(ip) ? get(ip) : undefined
    return found && toFacts(found)
  }
  return { ok: true, value: { lookup, title, failures } }
}

/** Autonomous system from a MaxMind database that the user brings (`--asn-db`). */
export const enricher = defineEnricher<MmdbLookup<AsnMmdbFacts>, { readonly path: string }>({
  id: 'asn-mmdb',
  key: 'ip',
  adds: 'network',
  source: "the user's own MaxMind ASN or ISP database, under its own licence",
  open: openNetworks,
})
