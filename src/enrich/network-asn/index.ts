import { defineEnricher, type EnrichProblem, type Source } from '../define-enricher.ts'
import { readAsnTable } from './asn-file.ts'
import type { AsnFacts, AsnTable } from './asn-table.ts'

/** The built-in table: also by number, for logs that name the network themselves. */
export interface NetworkTable extends Source<AsnFacts> {
  readonly nameOf: (asn: number) => string | undefined
  /** Why it cannot be read, once somebody needed it. */
  readonly problem: () => EnrichProblem | undefined
}

/** The table is read when first needed. Without the file, lookups find nothing, and the problem is told. */
export const lazyTable = (read: () => AsnTable = readAsnTable): NetworkTable => {
  let table: AsnTable | undefined
  let problem: EnrichProblem | undefined
  const opened = (): AsnTable | undefined => {
    if (table !== undefined || problem !== undefined) return table
    try {
      table = read()
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      problem = { id: 'no-table', path: 'dist/data/asn.bin', text, detail: '', wanted: '' }
    }
    return table
  }
  return { lookup: (ip) => opened()?.find(ip), nameOf: (asn) => opened()?.nameOf(asn), problem: () => problem }
}

/** Autonomous system number and organisation of an address, from the table that is built into the package. */
export const enricher = defineEnricher<NetworkTable>({
  id: 'network-asn',
  key: 'ip',
  adds: 'network',
  source: 'IP to ASN table of ip-location-db, from RouteViews and DB-IP (https://db-ip.com) with modifications, CC BY 4.0',
  open: async () => ({ ok: true, value: lazyTable() }),
})
