import type { Finding } from '../../model/finding.ts'
import { findCampaigns, type Campaign } from '../campaigns/find-campaigns.ts'
import { findWaveHits, type WaveHit } from '../campaigns/wave-hits.ts'
import type { Logins } from '../scores/logins.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import { findAttackSources } from '../sources/find-attack-sources.ts'
import type { StrayContext } from '../sources/stray-attempts.ts'

export interface Attacks {
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly campaigns: readonly Campaign[]
  readonly waveHits: ReadonlyMap<number, WaveHit>
}

/** What is known besides the stretch of the log that is looked at. */
interface Hindsight {
  /** Logins that tell what an account knows: those of the whole log, also where less of it is looked at. */
  readonly lives?: Logins
  /** Addresses from which accounts were entered, as judging these has shown. */
  readonly intruders?: ReadonlySet<number>
}

const NOWHERE: ReadonlySet<number> = new Set()

/** Campaigns, and the sources that belong to one: what only failed a lot for a day is no attack by itself. */
export const findAttacks = (
  findings: readonly Finding[],
  context: StrayContext,
  { lives = context.logins, intruders = NOWHERE }: Hindsight,
): Attacks => {
  const found = findAttackSources(findings, context, intruders)
  const campaigns = findCampaigns(found.sources, (source) => context.table.places.sources.get(source) ?? '')
  const sources = new Map(campaigns.flatMap((campaign) => campaign.sources.map((source) => [source.source, source] as const)))
  return { sources, campaigns, waveHits: findWaveHits(campaigns, { ...context, lives, sources, strayNames: found.strayNames }) }
}
