import type { CaseDocument } from '../../model/case.ts'
import { defineReport } from '../define-report.ts'
import { safeJson } from '../../kernel/safe-text.ts'

/** One object per line, the kind first: `{"type":"finding",…}`. The answer comes before the evidence. */
function* render(document: CaseDocument): Iterable<string> {
  const line = (type: string, value: object): string => `${safeJson({ type, ...value })}\n`
  yield line('run', { schema: document.schema, tool: document.tool, ...document.run })
  yield line('summary', document.summary)
  for (const campaign of document.campaigns) yield line('campaign', campaign)
  for (const account of document.accounts) yield line('account', account)
  for (const session of document.sessions) yield line('session', session)
  for (const finding of document.findings) yield line('finding', finding)
  for (const step of document.steps) yield line('step', step)
}

/** The objects of the case document as newline-delimited JSON, for pipelines. */
export const report = defineReport({
  id: 'ndjson',
  title: 'Case objects, one per line (NDJSON)',
  mediaType: 'application/x-ndjson',
  parts: [],
  render,
})
