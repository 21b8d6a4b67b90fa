import { createEnrichment } from '../enrich/enrich-places.ts'
import { complain } from '../i18n/complaint.ts'
import type { PlaceKnowledge } from '../order/build-table.ts'
import type { AnalyzeOptions } from './options.ts'
import { openPlacesApart } from './places-apart.ts'

/** Opens the enrichers for a run. A database that the user named and that cannot be read is the user's mistake. */
export const openKnowledge = async (options: Pick<AnalyzeOptions, 'geoDb' | 'asnDb' | 'geoLookup'>): Promise<PlaceKnowledge> => {
  const { geoDb, asnDb, geoLookup } = options
  const enrichment = await createEnrichment({
    ...(geoDb === undefined ? {} : { geoDb }),
    ...(asnDb === undefined ? {} : { asnDb }),
    ...(geoLookup === undefined ? {} : { geoLookup }),
  })
  const [problem] = enrichment.problems()
  if (problem !== undefined) {
    const { id, path, detail, wanted } = problem
    throw complain(`complaint.database-${id}`, { path, detail, wanted })
  }
  return {
    geoOf: enrichment.geoOf,
    networkOf: (ip, { asn, org }) => enrichment.networkOf(ip, asn, org),
    agentOf: enrichment.agentOf,
    release: enrichment.release,
    preferOwnGeo: geoDb !== undefined,
    ...(geoLookup === undefined ? { openApart: () => openPlacesApart({ geoDb, asnDb }) } : {}),
  }
}
