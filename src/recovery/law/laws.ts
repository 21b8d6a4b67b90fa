import type { Law } from './define-law.ts'
import { DEFAULT_LAW } from './law-ids.ts'
import { euGdpr, ukGdpr } from './laws/gdpr.ts'
import { jpAppi } from './laws/jp-appi.ts'
import { jpTelecom } from './laws/jp-telecom.ts'
import { usCa } from './laws/us-ca.ts'

/** All laws that this version knows, the default one first. */
export const LAWS: readonly Law[] = [jpAppi, jpTelecom, euGdpr, ukGdpr, usCa]

/** The default first, then those asked for, each once. */
export const lawsFor = (ids: readonly string[]): readonly Law[] => LAWS.filter(({ id }) => id === DEFAULT_LAW || ids.includes(id))
