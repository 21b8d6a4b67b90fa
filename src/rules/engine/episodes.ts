import { hashHex } from '../../kernel/hash.ts'
import { US_PER_MS } from '../../kernel/time-units.ts'
import type { Finding } from '../../model/finding.ts'
import { CONFIDENCES, SEVERITIES } from '../../model/vocabulary.ts'
import type { Confidence, Severity } from '../../model/vocabulary.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { Rule, RuleReport } from '../define-rule.ts'
import { createEvidence } from './evidence.ts'
import type { EvidenceRows } from './evidence.ts'
import { keyText } from './partition-keys.ts'
import type { ThreatSpan } from './threats.ts'

interface Episode {
  readonly id: string
  /** Source of the partition key, for the threat table; −1 when the rule is not kept by source. */
  readonly threatSource: number
  readonly firstRow: number
  readonly openedMs: number
  readonly evidence: EvidenceRows
  readonly raises: { readonly atMs: number; readonly severity: Severity }[]
  /** Row of the newest report. */
  lastRow: number
  severity: Severity
  confidence: Confidence
  /** The last of the most severe reports: what the finding says. */
  report: RuleReport
  reportRow: number
}

export interface EpisodeBook {
  /** A rule's report about the event in `row`, kept under `slot`. Returns the severity it was given. */
  readonly report: (slot: number, row: number, report: RuleReport) => Severity
  /** Closes the slot's episode, because the slot goes to another key. */
  readonly release: (slot: number) => void
  /** Closes everything that is open. */
  readonly close: () => void
  readonly findings: Finding[]
  readonly spans: { readonly sourceKey: number; readonly span: ThreatSpan }[]
}

interface BookOptions {
  readonly table: EventTable
  readonly rule: Rule
  /** Parameters in force, as a person writes them. */
  readonly parameters: Finding['parameters']
  /** Longest time between two reports of one episode. */
  readonly gapMs: number
  readonly evidenceCap: number
}

const rank = (list: readonly string[], value: string): number => list.indexOf(value)

/** Joins the reports of one rule into episodes, by event time; each closed episode becomes one finding. */
export const createEpisodeBook = ({ table, rule, parameters, gapMs, evidenceCap }: BookOptions): EpisodeBook => {
  const open = new Map<number, Episode>()
  const findings: Finding[] = []
  const spans: EpisodeBook['spans'] = []
  const isBySource = rule.partition !== 'global' && rule.partition.includes('source')
  const isByAccount = rule.partition !== 'global' && rule.partition.some((field) => field === 'account' || field === 'session')

  const timeMs = (row: number): number => table.time.get(row) / US_PER_MS
  const sourceOf = (row: number): number => table.places.source[table.place.get(row)] ?? -1

  const begin = (row: number, report: RuleReport, severity: Severity): Episode => {
    const firstRow = report.evidence[0] ?? row
    return {
      id: hashHex([rule.id, keyText(table, rule, row), report.messageId, table.time.get(firstRow)].join('\n')),
      threatSource: isBySource ? sourceOf(row) : -1,
      firstRow,
      openedMs: timeMs(row),
      evidence: createEvidence(evidenceCap),
      raises: [{ atMs: timeMs(row), severity }],
      lastRow: row,
      severity,
      confidence: report.confidence ?? 'medium',
      report,
      reportRow: row,
    }
  }

  const extend = (episode: Episode, row: number, report: RuleReport, severity: Severity): void => {
    const confidence = report.confidence ?? 'medium'
    episode.lastRow = row
    if (rank(CONFIDENCES, confidence) > rank(CONFIDENCES, episode.confidence)) episode.confidence = confidence
    if (rank(SEVERITIES, severity) < rank(SEVERITIES, episode.severity)) return
    if (severity !== episode.severity) episode.raises.push({ atMs: timeMs(row), severity })
    episode.severity = severity
    episode.report = report
    episode.reportRow = row
  }

  const toFinding = (episode: Episode): Finding => {
    const { report, reportRow, evidence } = episode
    const sourceKey = report.sourceKey ?? sourceOf(reportRow)
    return {
      id: episode.id,
      rule: rule.id,
      severity: episode.severity,
      confidence: episode.confidence,
      accountKey: report.accountKey ?? (isByAccount ? table.account.get(reportRow) : -1),
      source: table.places.sources.get(sourceKey),
      session: table.sessions.get(table.session.get(reportRow)),
      first: table.time.get(episode.firstRow),
      last: table.time.get(episode.lastRow),
      count: evidence.count(),
      rows: evidence.rows(),
      parameters,
      messageId: report.messageId,
      data: { ...report.data, count: evidence.count() },
    }
  }

  const end = (episode: Episode): void => {
    findings.push(toFinding(episode))
    if (episode.threatSource < 0) return
    const { id, firstRow, openedMs, lastRow, raises } = episode
    spans.push({
      sourceKey: episode.threatSource,
      span: { rule: rule.id, findingId: id, fromMs: timeMs(firstRow), openedMs, lastMs: timeMs(lastRow), gapMs, raises },
    })
  }

  return {
    findings,
    spans,
    report: (slot, row, report) => {
      const severity = report.severity ?? rule.severity
      let episode = open.get(slot)
      if (episode !== undefined && timeMs(row) - timeMs(episode.lastRow) <= gapMs) extend(episode, row, report, severity)
      else {
        if (episode !== undefined) end(episode)
        episode = begin(row, report, severity)
        open.set(slot, episode)
      }
      episode.evidence.add(report.evidence)
      return severity
    },
    release: (slot) => {
      const episode = open.get(slot)
      if (episode !== undefined) end(episode)
      open.delete(slot)
    },
    close: () => {
      for (const episode of open.values()) end(episode)
      open.clear()
    },
  }
}
