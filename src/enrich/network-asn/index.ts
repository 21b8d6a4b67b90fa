import { defineEnricher } from '../define-enricher.ts'
import { readAsnTable } from './asn-file.ts'
import type { AsnFacts, AsnTable } from './asn-table.ts'

/** Autonomous system number and organisation of an address, from the table that is built into the package. */
export const enricher = defineEnricher<AsnFacts>({
  id: 'network-asn',
  key: 'ip',
  adds: 'network',
  source: 'IP to ASN table of ip-location-db, from RouteViews and DB-IP (https://db-ip.com) with modifications, CC BY 4.0',
  open: async () => {
    let table: AsnTable | undefined
    return (ip) => (table ??= readAsnTable()).find(ip)
  },
})
