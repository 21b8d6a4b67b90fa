import type { BlockCandidate } from '../../kernel/never-blocked.ts'
import { allowedUse } from './allowed-sources.ts'
import { isSharedBy } from './bystanders.ts'
import { isSharedEgress } from '../sources/attack-source.ts'
import type { JudgedCase } from '../judging/judge-case.ts'

/** What is known of each address of the campaigns, by the address: whether a block of it would hit others than the attacker. */
export const blockCandidates = (
  judged: JudgedCase,
  bystanders: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlyMap<string, BlockCandidate> => {
  const { places } = judged.table
  const allowed = allowedUse(judged).sources
  const attacking = new Map(judged.campaigns.flatMap(({ sources }) => sources.map((source) => [source.source, source] as const)))
  const found = new Map<string, BlockCandidate>()
  for (let place = 0; place < places.size; place += 1) {
    const id = places.source[place] as number
    const attacker = attacking.get(id)
    // Addresses become text only where they are wanted: a large log has hundreds of thousands.
    const source = attacker === undefined ? undefined : places.sources.get(id)
    if (attacker === undefined || source === undefined || found.get(source)?.network?.asn) continue
    const network = places.networkOf(place)
    found.set(source, {
      source,
      allowed: allowed.has(id),
      proxy: places.isProxy(id),
      shared: isSharedEgress(attacker) || isSharedBy(bystanders.get(id)?.size ?? 0),
      network: network === undefined ? null : { asn: network.asn ?? null, kind: network.kind },
    })
  }
  return found
}
