import { isTold, rowsToCite } from '../cases/document/cite.ts'
import { findKeyLogins } from '../cases/document/key-logins.ts'
import { writeAccount } from '../cases/document/accounts.ts'
import { writeActivity } from '../cases/document/activity.ts'
import { campaignsEntering, writeCampaigns } from '../cases/document/campaigns.ts'
import { writeFindings } from '../cases/document/findings.ts'
import { writeSessions } from '../cases/document/sessions.ts'
import { writeSummary } from '../cases/document/summary.ts'
import type { Say } from '../cases/document/texts.ts'
import { compareVictims } from '../cases/victims/compare-victims.ts'
import { judgeCase, type JudgedCase } from '../cases/judging/judge-case.ts'
import { toIso } from '../kernel/time.ts'
import { NOTHING_KNOWN, type Known } from '../knowledge/known.ts'
import { resolveLists } from '../knowledge/resolve-lists.ts'
import type { CaseDocument, CaseRun } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import { buildTable, type BuiltTable } from '../order/build-table.ts'
import { createEventLog } from '../order/event-log.ts'
import { createKnownPlaces } from '../order/known-places.ts'
import { rules as builtIn } from '../rules/registry.ts'
import type { Rule } from '../rules/define-rule.ts'
import { measureCoverage } from '../rules/engine/coverage.ts'
import { runRules, type RuleResults } from '../rules/engine/run-rules.ts'
import { whyIncomplete, writeInput } from './case-inputs.ts'
import { findCaveats } from './caveats.ts'
import { addChecklists } from './checklists.ts'
import { citeRows } from './cite-rows.ts'
import { openKnowledge } from './knowledge.ts'
import { sayWith, withRuleId } from './messages.ts'
import { measureRhythms, type Rhythms } from './input-quality.ts'
import { ASSUMED_ZONE, type AnalyzeOptions, type ReportFilters } from './options.ts'
import { proveOverlaps, type ProvedOverlaps } from './prove-overlaps.ts'
import { openScratch } from './scratch.ts'
import { createWeigher } from './weigh-apart.ts'
import { readInputs, type InputsRead, type ProgressReport } from './read-inputs.ts'
import { isAffected } from '../model/vocabulary.ts'
import { compareTexts } from '../kernel/text-order.ts'

export type { ProgressReport } from './read-inputs.ts'

/** A run: the document, and what the commands beside `scan` look at. */
export interface Analysis {
  readonly document: CaseDocument
  readonly table: EventTable
  readonly judged: JudgedCase
  readonly inputs: InputsRead
}

/** A table in order, ready for rules and questions: everything up to the rules. */
export interface Prepared {
  readonly inputs: InputsRead
  readonly table: EventTable
  readonly duplicates: ReadonlyMap<number, number>
  readonly overlaps: ProvedOverlaps['notes']
  readonly edges: BuiltTable['edges']
  readonly rhythms: Rhythms
}

/**
 * Bytes → ordered, resolved, enriched events.
 * @param expect is told how many rows there will be about, as soon as all is read and where columns are in memory
 */
export const prepare = async (
  options: AnalyzeOptions,
  onProgress: (report: ProgressReport) => void,
  expect: (rows: number) => void = () => undefined,
): Promise<Prepared> => {
  const knowledge = await openKnowledge(options)
  const log = createEventLog(
    options.memoryBytes === undefined ? undefined : { bytes: options.memoryBytes, open: () => openScratch(options.tmp) },
  )
  const places = createKnownPlaces(log.dictionaries.places, knowledge)
  // Also when reading ends with an error: a thread that still looks up places would keep the process from ending.
  const inputs = await readInputs(options, log, (report) => {
    places.advance()
    onProgress(report)
  }).finally(places.settle)
  const stored = log.finish()
  if (stored.readAs === undefined) expect(stored.size)
  const overlaps = await proveOverlaps(stored, inputs.inputs)
  const { table, duplicates, edges } = buildTable(stored, knowledge, {
    skip: overlaps.skip,
    knownPlaces: places,
    ...(options.dedupe === undefined ? {} : { dedupe: options.dedupe }),
  })
  return { inputs, table, duplicates, overlaps: overlaps.notes, edges, rhythms: measureRhythms(table, options.nowMs) }
}

const runAllRules = (table: EventTable, rules: readonly Rule[], known: Known, options: AnalyzeOptions): RuleResults => {
  const settings = { parameters: options.parameters, only: options.only, skip: options.skip, known, formats: measureCoverage(table) }
  const own = new Set(options.ownRules)
  const results = runRules(
    table,
    rules.filter((rule) => !own.has(rule)),
    { ...settings, mode: 'views' },
  )
  if (own.size === 0) return results
  // A user's own rules get frozen objects: they may keep them.
  const others = runRules(table, [...own], { ...settings, mode: 'objects' })
  others.flagged.forEach((flag, row) => {
    if (flag === 1) results.flagged[row] = 1
  })
  return {
    findings: [...results.findings, ...others.findings],
    ran: [...results.ran, ...others.ran],
    skipped: [...results.skipped, ...others.skipped],
    flagged: results.flagged,
    incomplete: results.incomplete || others.incomplete,
  }
}

const writeOptions = (options: AnalyzeOptions): CaseRun['options'] => ({
  format: options.format,
  zone: options.zone ?? ASSUMED_ZONE,
  zoneOut: options.zoneOut,
  lang: options.lang,
  only: options.only,
  skip: options.skip,
  trustedProxies: options.trustedProxies,
  ...(options.dedupe === undefined ? {} : { dedupe: options.dedupe }),
  parameters: Object.entries(options.parameters)
    .flatMap(([rule, values]) => Object.entries(values).map(([name, value]) => `${rule}.${name}=${value}`))
    .toSorted(),
  ...(options.legal === undefined
    ? {}
    : {
        laws: options.legal.laws,
        ...(options.legal.awareAt === null ? {} : { awareAt: options.legal.awareAt, awareBy: options.legal.department ?? '' }),
      }),
})

const writeRun = (prepared: Prepared, results: RuleResults, options: AnalyzeOptions): CaseRun => ({
  now: toIso(options.nowMs * 1000),
  inputs: prepared.inputs.inputs.map((input, index) => writeInput(input, index, prepared, options)),
  options: writeOptions(options),
  rules: { ran: results.ran, skipped: results.skipped },
})

const NO_CAMPAIGN: ReadonlySet<string> = new Set()

const assemble = async (
  prepared: Prepared,
  judged: JudgedCase,
  results: RuleResults,
  say: Say,
  options: AnalyzeOptions,
): Promise<CaseDocument> => {
  const { inputs, table } = prepared
  const keyLogins = findKeyLogins(judged)
  const citations = await citeRows(table, inputs.inputs, rowsToCite(judged, keyLogins))
  const sessions = judged.accounts.map((account) => (isAffected(account) ? writeSessions(account, judged, citations, keyLogins) : []))
  const entering = campaignsEntering(judged)
  const persons = judged.personsOf(judged.accounts.filter(isTold).map(({ key }) => key))
  const entries = judged.accounts.map((account, index) =>
    writeAccount(
      account,
      { sessions: sessions[index] ?? [], others: persons.get(account.key) ?? [], entered: entering.get(account.key) ?? NO_CAMPAIGN },
      judged,
      citations,
      say,
    ),
  )
  const incomplete =
    inputs.errors.length > 0 || results.incomplete || inputs.inputs.some((input) => whyIncomplete(input, inputs.inputs) !== undefined)
  const skipped = new Set(results.skipped.map(({ rule }) => rule).filter((rule) => !results.ran.includes(rule))).size
  const parts = {
    summary: writeSummary(judged, {
      caveats: findCaveats(judged, prepared, skipped, options),
      incomplete,
      victims: options.victims === undefined ? null : compareVictims(options.victims, judged),
    }),
    sessions: sessions.flat().toSorted((left, right) => compareTexts(left.start, right.start) || compareTexts(left.id, right.id)),
    campaigns: writeCampaigns(judged),
  }
  const { accounts, steps } = await addChecklists(judged, entries, parts, options)
  return {
    schema: 'ashiato.case/1',
    tool: { name: 'ashiato', version: options.toolVersion },
    run: writeRun(prepared, results, options),
    summary: parts.summary,
    findings: writeFindings(judged, citations, say),
    sessions: parts.sessions,
    campaigns: parts.campaigns,
    accounts,
    steps,
    activity: writeActivity(judged),
  }
}

const isUnfiltered = ({ accounts, ips, minSeverity, since, until, lastMs }: ReportFilters): boolean =>
  accounts.length === 0 && ips.length === 0 && minSeverity === 'info' && since === undefined && until === undefined && lastMs === undefined

/** What filters is loaded where something is filtered: to find one function of date-fns, Node reads 200 KB of names of all of them. */
const filtered = async (document: CaseDocument, filters: ReportFilters, table: EventTable): Promise<CaseDocument> =>
  isUnfiltered(filters) ? document : (await import('./filter-document.ts')).filterDocument(document, filters, table)

/** From ordered events to the case document. The same events may be concluded again with other rules: they are not changed. */
export const conclude = async (prepared: Prepared, options: AnalyzeOptions, weigher = createWeigher()): Promise<Analysis> => {
  const rules = [...builtIn, ...options.ownRules]
  const known = options.lists === undefined ? NOTHING_KNOWN : resolveLists(options.lists, prepared.table)
  const weighing = weigher.weigh(prepared.table, known)
  const results = runAllRules(prepared.table, rules, known, options)
  const findings = results.findings.map(withRuleId)
  const judged = judgeCase(prepared.table, findings, results.flagged, known, await weighing)
  const say = sayWith(rules, { lang: options.lang, zone: options.zoneOut })
  const document = await assemble(prepared, judged, results, say, options)
  return { document: await filtered(document, options.filters, prepared.table), table: prepared.table, judged, inputs: prepared.inputs }
}

/** The whole chain: inputs → case document. Pure but for reading the inputs; `options.nowMs` is its only clock. */
export const analyze = async (
  options: AnalyzeOptions,
  onProgress: (report: ProgressReport) => void = () => undefined,
): Promise<Analysis> => {
  const weigher = createWeigher()
  try {
    return await conclude(await prepare(options, onProgress, weigher.expect), options, weigher)
  } finally {
    // Where something failed before it was asked, it would keep the process from ending.
    await weigher.close()
  }
}
