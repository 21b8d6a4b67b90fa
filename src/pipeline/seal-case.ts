import { notifyList, resetList } from '../casefolder/account-list.ts'
import { blocklistRows, makeBlocklist } from '../casefolder/blocklist.ts'
import { briefPage } from '../casefolder/brief.ts'
import { bulkFiles, scriptsOfClass } from '../casefolder/bulk-files.ts'
import { compareCases } from '../casefolder/changes.ts'
import { changesPage } from '../casefolder/changes-page.ts'
import { casePage, classPage } from '../casefolder/checklist-page.ts'
import { csvOf } from '../casefolder/csv.ts'
import { connectionList } from '../casefolder/documents/connections.ts'
import { DRAFT_LANGS, draftFiles, type OwnTemplates } from '../casefolder/documents/draft-files.ts'
import { evidenceFile } from '../casefolder/evidence-plan.ts'
import { lookupRows } from '../casefolder/lookup.ts'
import type { InputPlan } from '../casefolder/merge/inputs.ts'
import { accountsTwin, sheetsOf } from '../casefolder/workbook/sheets.ts'
import { workbookBytes } from '../casefolder/workbook/write-workbook.ts'
import { sampleResults } from '../casefolder/sample.ts'
import type { SayOptions } from '../i18n/translate.ts'
import { WEEK_MS } from '../kernel/time-units.ts'
import { archiveOf, type SourceFile } from '../input/source.ts'
import type { CaseDocument, CaseInput, RenderOptions } from '../model/case.ts'
import type { Handling, Legal } from '../model/case-folder.ts'
import type { HarmClass, Lang } from '../model/vocabulary.ts'
import { report as csv } from '../reports/csv/index.ts'
import type { Report } from '../reports/define-report.ts'
import { report as html } from '../reports/html/index.ts'
import { report as json } from '../reports/json/index.ts'
import { headOf } from '../state/case-folder/chain.ts'
import { CASE_FILE, CHANGES_FILE, LOOKUP_FILE, MANIFEST_FILE } from '../state/case-folder/layout.ts'
import type { FolderFile } from '../state/case-folder/write-folder.ts'
import type { Analysis } from './analyze.ts'
import { evidenceFiles, readerOf, type EvidenceReader } from './case-evidence.ts'
import { writeManifest, type InputPlace } from './case-manifest.ts'
import { joinService, providersOf } from './service-options.ts'
import { joinLegal } from './legal-options.ts'
import { makeRevision, type EarlierCase, type RevisionParts } from './make-revision.ts'
import type { AnalyzeOptions } from './options.ts'
import { remakeSteps } from './remake-steps.ts'

export interface SealOptions extends RevisionParts {
  readonly handling: Handling
  readonly templates: OwnTemplates
}

/** Blocking lasts a week unless somebody asks for something else with `ashiato blocklist`. */
const BLOCK_MS = WEEK_MS
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
    { path: LOOKUP_FILE, content: csvOf(lookupRows(document, zoneOut)) },
  ]
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
    path: CHANGES_FILE,
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

const NO_PLACE: InputPlace = { file: null }

const placeOfSource = (source: SourceFile): InputPlace => {
  if (source.kind === 'file') return { file: source.file }
  const archive = archiveOf(source)
  return archive === undefined ? NO_PLACE : { file: null, archive }
}

/** What was asked for now, and of what was not, what the revision before was asked. */
const continued = (asked: AnalyzeOptions, { earlier }: SealOptions): AnalyzeOptions & { readonly legal: Legal } => {
  const service = joinService(asked.service, earlier?.manifest.service)
  return {
    ...asked,
    legal: joinLegal(asked.legal, earlier?.manifest.legal),
    ownProviders: providersOf(asked, earlier?.manifest),
    ...(service === undefined ? {} : { service }),
  }
}

/** Where each input of the case lies; nowhere that is known, of those that were not read this time. */
const placesIn = ({ inputs, document }: Analysis): ((input: CaseInput) => InputPlace) => {
  const places = new Map(inputs.inputs.map(({ source, result }) => [result.path, placeOfSource(source)]))
  const reread = new Set(document.run.inputs.map(({ sha256, path }) => `${sha256} ${path}`))
  return ({ sha256, path }) => (reread.has(`${sha256} ${path}`) ? places.get(path) : undefined) ?? NO_PLACE
}

/** All files of a case folder but its sums, in the order in which they are written. */
export const sealCase = async (analysis: Analysis, asked: AnalyzeOptions, seal: SealOptions): Promise<readonly FolderFile[]> => {
  const { earlier, work, redaction } = seal
  const options = continued(asked, seal)
  const { legal, service, ownProviders } = options
  const { document: whole, plan } = await makeRevision(analysis, options, seal)
  const shown = (one: CaseDocument): CaseDocument => (redaction === undefined ? one : redaction.document(one))
  const document = shown(whole)
  // The steps of a document are sentences in its language; drafts come in both.
  const inLanguage = (lang: Lang): CaseDocument => (lang === options.lang ? document : shown(remakeSteps(whole, { ...options, lang })))
  const wording = { lang: options.lang, zone: options.zoneOut }
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
    placeOf: placesIn(analysis),
  })
  const scripts = redaction === undefined ? bulkFiles(document, ownProviders, wording) : []
  return [
    { path: '00_brief.md', content: briefPage(document, { samples: sampleResults(document, work.samples.entries), legal }, wording) },
    { path: '03_checklist/case.md', content: casePage(document, wording) },
    ...CLASSES.map((name) => ({
      path: `03_checklist/class-${name}.md`,
      content: classPage(document, name, scriptsOfClass(scripts, name), wording),
    })),
    ...scripts,
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
