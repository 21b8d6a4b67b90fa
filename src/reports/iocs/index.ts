import { defineReport } from '../define-report.ts'
import { indicatorRows, plainList } from './lists.ts'
import { stixBundle } from './stix.ts'

const PARTS = { csv: indicatorRows, list: plainList, stix: stixBundle } as const

/** What attacked and where somebody came in, for other tools: CSV, a plain list, or STIX 2.1. */
export const report = defineReport({
  id: 'iocs',
  title: 'Attack sources, and where somebody came in (CSV, plain list, STIX 2.1)',
  mediaType: 'text/plain; charset=utf-8',
  parts: Object.keys(PARTS),
  wantsSources: true,
  render: (document, { part }) => (part === 'list' || part === 'stix' ? PARTS[part] : PARTS.csv)(document),
})
