import { writeSources } from '../cases/document/sources.ts'
import { notifyList, resetList } from '../casefolder/account-list.ts'
import { blocklistRows, makeBlocklist } from '../casefolder/blocklist.ts'
import { briefPage } from '../casefolder/brief.ts'
import { bulkFiles } from '../casefolder/bulk-files.ts'
import { compareCases } from '../casefolder/changes.ts'
import { changesPage } from '../casefolder/changes-page.ts'
import { casePage, classPage } from '../casefolder/checklist-page.ts'
import { csvOf } from '../casefolder/csv.ts'
import { accountKey, withDecisions } from '../casefolder/decided.ts'
import { connectionList } from '../casefolder/documents/connections.ts'
import { DRAFT_LANGS, draftFiles, type OwnTemplates } from '../casefolder/documents/draft-files.ts'
import { evidenceFile } from '../casefolder/evidence-plan.ts'
import { lookupRows } from '../casefolder/lookup.ts'
import { renumber, type InputPlan } from '../casefolder/merge/inputs.ts'
import { graverOf } from '../casefolder/merge/accounts.ts'
import { mergeCases } from '../casefolder/merge/merge-cases.ts'
import { accountsTwin, sheetsOf } from '../casefolder/workbook/sheets.ts'
import { workbookBytes } from '../casefolder/workbook/write-workbook.ts'
import { sampleResults } from '../casefolder/sample.ts'
import type { SayOptions } from '../i18n/translate.ts'
import type { CaseAccount, CaseDocument, CaseInput, CaseStep, RenderOptions } from '../model/case.ts'
import type { Handling, Manifest } from '../model/case-folder.ts'
import type { HarmClass, Lang } from '../model/vocabulary.ts'
import { carryStates } from '../recovery/carry-states.ts'
import { withProgress } from '../recovery/step-progress.ts'
import { report as csv } from '../reports/csv/index.ts'
import type { Report } from '../reports/define-report.ts'
import { report as html } from '../reports/html/index.ts'
import { report as json } from '../reports/json/index.ts'
import { headOf } from '../state/case-folder/chain.ts'
import { CASE_FILE, LOOKUP_FILE, MANIFEST_FILE } from '../state/case-folder/layout.ts'
import type { Work } from '../state/case-folder/read-case.ts'
import type { SealedEvidence } from '../state/case-folder/sealed-evidence.ts'
import type { FolderFile } from '../state/case-folder/write-folder.ts'
import type { Analysis } from './analyze.ts'
import { evidenceFiles, readerOf, type EvidenceReader } from './case-evidence.ts'
import { writeManifest } from './case-manifest.ts'
import { followIntruders } from './follow-intruders.ts'
import { joinService, providersOf } from './service-options.ts'
import { joinLegal } from './legal-options.ts'
import type { AnalyzeOptions } from './options.ts'
import { proveSteps } from './prove-steps.ts'
import type { Redaction } from './redaction.ts'
import { remakeSteps } from './remake-steps.ts'

/** The revision that stands in the folder now. */
export interface EarlierCase {
  readonly document: CaseDocument
  readonly manifest: Manifest
  /** Of its SHA256SUMS. */
  readonly sha256sums: string
  /** null: redacted, it keeps no raw records. */
  readonly evidence: SealedEvidence | null
}

export interface SealOptions {
  readonly earlier: EarlierCase | null
  readonly work: Work
  readonly handling: Handling
  readonly templates: OwnTemplates
  /** Absent: names stand as logged. */
  readonly redaction?: Redaction
}

/** Blocking lasts a week unless somebody asks for something else with `ashiato blocklist`. */
const BLOCK_MS = 7 * 24 * 3600 * 1000
const MOST_COLLATERAL = 5
const CLASSES: readonly HarmClass[] = ['A', 'B', 'C']

/** Outputs that a case folder holds: file, report, part. */
const REPORT_FILES: readonly (readonly [path: string, report: Report, part: string | undefined])[] = [
  ['02_timeline.csv', csv, 'timeline'],
  ['05_report.html', html, undefined],
  [CASE_FILE, json, undefined],
]

const reportFiles = (document: CaseDocument, { lang, zoneOut }: AnalyzeOptions): readonly FolderFile[] =>
  REPORT_FILES.map(([path, report, part]) => {
    const render: RenderOptions = { lang, zone: zoneOut, color: false, width: 100, part }
    return { path, content: report.render(document, render) }
  })

const blocklistFile = (document: CaseDocument, { zoneOut, nowMs }: AnalyzeOptions): FolderFile => {
  const expires = new Date(nowMs + BLOCK_MS).toISOString()
  return { path: '04_lists/blocklist.csv', content: csvOf(blocklistRows(makeBlocklist(document, MOST_COLLATERAL), expires, zoneOut)) }
}

const listFiles = (document: CaseDocument, options: AnalyzeOptions, isRedacted: boolean): readonly FolderFile[] => {
  const { zoneOut } = options
  return [
    { path: '04_lists/reset.csv', content: csvOf(resetList(document, zoneOut)) },
    { path: '04_lists/notify.csv', content: csvOf(notifyList(document, zoneOut)) },
    // Pseudonyms cannot be blocked, and a /24 must not be.
    ...(isRedacted ? [] : [blocklistFile(document, options)]),
    { path: '04_lists/connections.csv', content: csvOf(connectionList(document, zoneOut)) },
    { path: LOOKUP_FILE, content: csvOf(lookupRows(document)) },
  ]
}

interface Revision {
  readonly document: CaseDocument
  readonly plan: InputPlan | null
}

/** What an earlier revision knew of steps that no single account carries; their records now stand under other numbers. */
const earlierBlock = (earlier: EarlierCase | null, plan: InputPlan | undefined): readonly CaseStep[] =>
  (earlier?.document.steps ?? [])
    .filter(({ scope, progress }) => scope === 'case' && progress === undefined)
    .map((step) => ({ ...step, stateBy: step.stateBy === null ? null : (renumber([step.stateBy], plan?.fromOld ?? new Map())[0] ?? null) }))

const isLike = (one: CaseAccount, other: CaseAccount): boolean =>
  one.class === other.class && other.flags.every((flag) => one.flags.includes(flag))

/** Accounts of which both revisions together know more than the one whose steps they have: a contact that was changed since. */
const outgrown = (before: ReadonlyMap<string, CaseAccount>, fresh: CaseDocument, { accounts }: CaseDocument): ReadonlySet<string> => {
  const now = new Map(fresh.accounts.map((account) => [accountKey(account), account]))
  const isOutgrown = (account: CaseAccount): boolean => {
    const [old, own] = [before.get(accountKey(account)), now.get(accountKey(account))]
    return old !== undefined && own !== undefined && !(isLike(old, account) && isLike(graverOf(old, own), account))
  }
  return new Set(accounts.filter(isOutgrown).map(accountKey))
}

/** What was just read, together with what stood there before, with proven steps and people's decisions. */
const makeRevision = async (
  analysis: Analysis,
  options: AnalyzeOptions,
  { earlier: sealed, work, redaction }: SealOptions,
): Promise<Revision> => {
  const earlier = sealed === null || redaction === undefined ? sealed : { ...sealed, document: redaction.original(sealed.document) }
  const decisions = redaction?.decisions(work.decisions.entries) ?? work.decisions.entries
  const read: CaseDocument = { ...analysis.document, sources: writeSources(analysis.judged) }
  const wording = { lang: options.lang, zone: options.zoneOut }
  const fresh = earlier === null ? read : await followIntruders(read, earlier.document, analysis, wording)
  const merged = earlier === null ? undefined : mergeCases(earlier.document, fresh)
  const whole = merged?.document ?? fresh
  const fromNew = merged !== undefined && merged.plan.kept.size > 0 ? merged.plan.fromNew : undefined
  const since = new Map(earlier?.document.accounts.map((account) => [accountKey(account), account]))
  const proven = await proveSteps(whole, since, analysis, {
    ownProviders: options.ownProviders,
    inputNumber: (input) => fromNew?.get(input) ?? input,
    blockedSince: earlier?.document.summary.last == null ? null : Date.parse(earlier.document.summary.last) * 1000,
  })
  const { checklists, block } = proven
  const accounts = whole.accounts.map((account) => ({ ...account, checklist: checklists.get(accountKey(account)) ?? account.checklist }))
  const carried = carryStates(whole.steps, earlierBlock(earlier, merged?.plan))
  const steps = carried.map((step) => (step.id === block?.id ? block : step))
  const decided = withDecisions({ ...whole, accounts, steps }, decisions)
  const isAsRead = fromNew === undefined && decisions.length === 0
  const anew = merged === undefined ? new Set<string>() : outgrown(since, fresh, decided)
  return { document: isAsRead ? withProgress(decided) : remakeSteps(decided, { ...options, anew }), plan: merged?.plan ?? null }
}

/** Records of logs that were read now come from there; those of logs that were not, from the revision before. */
const evidenceOf = ({ inputs }: Analysis, { earlier }: SealOptions, plan: InputPlan | null): ((input: number) => EvidenceReader) => {
  const kept = plan === null ? [] : [...plan.kept]
  return (input) => {
    const old = kept[input]
    const sealed = earlier?.evidence ?? null
    if (old !== undefined && sealed !== null) return (records) => sealed.read(evidenceFile(old), records)
    const read = inputs.inputs[input - kept.length]
    if (read === undefined) throw new Error(`no input ${input}`)
    return readerOf(read.source)
  }
}

const changesFile = (document: CaseDocument, plan: InputPlan | null, earlier: EarlierCase, options: AnalyzeOptions): FolderFile => {
  const before = earlier.manifest.revision
  const changes = compareCases(earlier.document, document)
  const carried = plan !== null && plan.kept.size > 0
  return {
    path: 'changes.md',
    content: changesPage(changes, { before, after: before + 1, carried }, { lang: options.lang, zone: options.zoneOut }),
  }
}

/** `01_accounts.xlsx` for people, and its twin for scripts. */
const accountFiles = (document: CaseDocument, wording: SayOptions): readonly FolderFile[] => [
  {
    path: '01_accounts.xlsx',
    content: (async function* () {
      yield await workbookBytes(sheetsOf(document, wording))
    })(),
  },
  { path: '01_accounts.csv', content: csvOf(accountsTwin(document, wording.zone)) },
]

/** All files of a case folder but its sums, in the order in which they are written. */
export const sealCase = async (analysis: Analysis, asked: AnalyzeOptions, seal: SealOptions): Promise<readonly FolderFile[]> => {
  const { earlier, work } = seal
  const legal = joinLegal(asked.legal, earlier?.manifest.legal)
  const service = joinService(asked.service, earlier?.manifest.service)
  const ownProviders = providersOf(asked, earlier?.manifest)
  const options: AnalyzeOptions = { ...asked, legal, ownProviders, ...(service === undefined ? {} : { service }) }
  const { document: whole, plan } = await makeRevision(analysis, options, seal)
  const { redaction } = seal
  const shown = (one: CaseDocument): CaseDocument => (redaction === undefined ? one : redaction.document(one))
  const document = shown(whole)
  // The steps of a document are sentences in its language; drafts come in both.
  const inLanguage = (lang: Lang): CaseDocument => (lang === options.lang ? document : shown(remakeSteps(whole, { ...options, lang })))
  const wording = { lang: options.lang, zone: options.zoneOut }
  const files = new Map(analysis.inputs.inputs.map(({ source, result }) => [result.path, source.kind === 'file' ? source.file : null]))
  const reread = new Set(analysis.document.run.inputs.map(({ sha256, path }) => `${sha256} ${path}`))
  const fileOf = ({ sha256, path }: CaseInput): string | null => (reread.has(`${sha256} ${path}`) ? (files.get(path) ?? null) : null)
  const manifest = writeManifest(document, {
    ...wording,
    handling: seal.handling,
    legal,
    expected: options.expectedHashes,
    redaction: redaction === undefined ? undefined : { addresses: redaction.addresses },
    service,
    providers: ownProviders,
    recordsSuccesses: analysis.judged.recordsSuccesses,
    work: { decisions: headOf(work.decisions), notes: headOf(work.notes), samples: headOf(work.samples) },
    before: earlier === null ? null : { manifest: earlier.manifest, sha256sums: earlier.sha256sums },
    fileOf,
  })
  return [
    { path: '00_brief.md', content: briefPage(document, { samples: sampleResults(document, work.samples.entries), legal }, wording) },
    { path: '03_checklist/case.md', content: casePage(document, wording) },
    ...CLASSES.map((name) => ({ path: `03_checklist/class-${name}.md`, content: classPage(document, name, wording) })),
    ...(redaction === undefined ? bulkFiles(document, ownProviders, wording) : []),
    ...accountFiles(document, wording),
    ...DRAFT_LANGS.flatMap((lang) =>
      draftFiles({ document: inLanguage(lang), handling: manifest.handling, legal }, { lang, zone: options.zoneOut }, seal.templates),
    ).map(({ name, text }) => ({ path: `06_documents/${name}`, content: [text] })),
    ...listFiles(document, options, redaction !== undefined),
    ...reportFiles(document, options),
    ...(earlier === null ? [] : [changesFile(document, plan, earlier, options)]),
    ...(redaction === undefined ? evidenceFiles(document, evidenceOf(analysis, seal, plan)) : []),
    { path: MANIFEST_FILE, content: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ]
}
