import { toIso } from '../../kernel/time.ts'
import type { CaseFinding, EvidenceRef } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import { capped, type Citations } from './cite.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { writeData, type Say } from './texts.ts'

export const citeRows = (rows: readonly number[], citations: Citations): readonly EvidenceRef[] =>
  capped(rows).flatMap((row) => citations.get(row)?.ref ?? [])

const writeFinding = (finding: Finding, judged: JudgedCase, citations: Citations, say: Say): CaseFinding => ({
  id: finding.id,
  rule: finding.rule,
  severity: finding.severity,
  confidence: finding.confidence,
  account: judged.table.accounts.get(finding.accountKey) ?? null,
  source: finding.source ?? null,
  first: toIso(finding.first),
  last: toIso(finding.last),
  count: finding.count,
  evidence: citeRows(finding.rows, citations),
  parameters: finding.parameters,
  messageId: finding.messageId,
  data: writeData(finding.data),
  text: say(finding.messageId, finding.data),
})

/** Findings, earliest first. */
export const writeFindings = (judged: JudgedCase, citations: Citations, say: Say): readonly CaseFinding[] =>
  judged.findings
    .toSorted((left, right) => left.first - right.first || (left.id < right.id ? -1 : 1))
    .map((finding) => writeFinding(finding, judged, citations, say))
