import type { Agent } from '../../model/event.ts'
import { defineEnricher, type Source } from '../define-enricher.ts'
import { classifyAgent } from './classify.ts'

/** Every user agent is of some family, if only an unknown one. */
interface AgentSource extends Source<Agent> {
  readonly lookup: (userAgent: string) => Agent
}

/** Browser or program family, system and device class of a user agent, from the tables of this folder. */
export const enricher = defineEnricher<AgentSource>({
  id: 'agent',
  key: 'userAgent',
  adds: 'agent',
  source: 'own tables (src/enrich/agent)',
  open: async () => ({ ok: true, value: { lookup: classifyAgent } }),
})
