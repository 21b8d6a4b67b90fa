import type { Agent } from '../../model/event.ts'
import { defineEnricher } from '../define-enricher.ts'
import { classifyAgent } from './classify.ts'

/** Browser or program family, system and device class of a user agent, from the tables of this folder. */
export const enricher = defineEnricher<Agent>({
  id: 'agent',
  key: 'userAgent',
  adds: 'agent',
  source: 'own tables (src/enrich/agent)',
  open: async () => classifyAgent,
})
