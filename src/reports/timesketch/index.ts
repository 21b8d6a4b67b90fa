import { safeJson } from '../../kernel/safe-text.ts'
import { defineReport } from '../define-report.ts'
import { timesketchEvents } from './events.ts'

/** A timeline for Timesketch: one JSON object per line; field names are never translated. */
export const report = defineReport({
  id: 'timesketch',
  title: 'Timeline for Timesketch (JSONL)',
  mediaType: 'application/x-ndjson',
  parts: [],
  *render(document, options) {
    for (const event of timesketchEvents(document, options)) yield `${safeJson(event)}\n`
  },
})
