/** Names inside a case folder. */
export const CASE_FILE = 'case.json'
export const MANIFEST_FILE = 'MANIFEST.json'
export const SUMS_FILE = 'SHA256SUMS'
export const CHANGES_FILE = 'changes.md'
export const LOOKUP_FILE = '04_lists/lookup.csv'
export const EVIDENCE_FOLDER = '90_evidence'
export const EVIDENCE_INDEX = '90_evidence/index.ndjson'

/** The case that an older revision belongs to; a case itself is its own. */
const caseOf = (folder: string): string => folder.replace(/\.rev\d+$/, '')
/** What people add lies beside the sealed folder, never in it. */
export const workFolder = (folder: string): string => `${caseOf(folder)}.work`
/** Where a folder goes when the next revision takes its place. */
export const revisionFolder = (folder: string, revision: number): string => `${caseOf(folder)}.rev${revision}`

/** The files of a work folder; each is a chain. */
export const WORK_FILES = { decisions: 'decisions.ndjson', notes: 'notes.ndjson', samples: 'samples.ndjson' } as const
export type WorkFile = keyof typeof WORK_FILES
