import { join, resolve } from 'node:path'
import { saySafely } from '../../i18n/complaint.ts'
import { say } from '../../i18n/translate.ts'
import type { CaseDocument } from '../../model/case.ts'
import type { Handling } from '../../model/case-folder.ts'
import type { Analysis } from '../../pipeline/analyze.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import type { Redaction } from '../../pipeline/redaction.ts'
import type { EarlierCase } from '../../pipeline/make-revision.ts'
import { sealCase } from '../../pipeline/seal-case.ts'
import { CHANGES_FILE, SUMS_FILE } from '../../state/case-folder/layout.ts'
import { writePseudonyms } from '../../state/case-folder/pseudonym-map.ts'
import { readDocument, readManifest, readWork } from '../../state/case-folder/read-case.ts'
import { openSealedEvidence } from '../../state/case-folder/sealed-evidence.ts'
import { hashFile } from '../../state/case-folder/sums.ts'
import { checkTarget, writeFolder } from '../../state/case-folder/write-folder.ts'
import type { CaseFlags } from './case-target.ts'
import type { Io } from '../io.ts'
import { readTemplates } from '../options/read-templates.ts'
import { talk } from '../talk/write-out.ts'

/** How names are replaced, and the key that the way back is kept under. */
export interface KeyedRedaction {
  readonly redaction: Redaction
  readonly key: Uint8Array
}

const handlingOf = (flags: CaseFlags): Handling => ({
  collector: flags.collector ?? null,
  method: flags.method ?? null,
  clockOffset: flags.clockOffset ?? null,
  mark: flags.mark ?? null,
  retainUntil: flags.retainUntil ?? null,
})

const sumsOf = (folder: string): Promise<string> => hashFile(join(folder, SUMS_FILE))

/** The revision that this one follows; null where it is the first. */
const earlierIn = async (folder: string, isRedacted: boolean): Promise<EarlierCase | null> =>
  (await checkTarget(folder)) === 'new'
    ? null
    : {
        document: await readDocument(folder),
        manifest: await readManifest(folder),
        sha256sums: await sumsOf(folder),
        evidence: isRedacted ? null : await openSealedEvidence(folder),
      }

/** Writes the case folder of a run at `path`, as its first or its next revision, and says so. The whole case where logs were added to one. */
export const writeCase = async (
  path: string,
  flags: CaseFlags,
  run: { readonly analysis: Analysis; readonly options: AnalyzeOptions; readonly redact: KeyedRedaction | undefined },
  io: Io,
): Promise<CaseDocument | undefined> => {
  const { analysis, options, redact } = run
  const folder = resolve(options.cwd, path)
  const earlier = await earlierIn(folder, redact !== undefined)
  const before = earlier?.manifest.revision ?? null
  const files = await sealCase(analysis, options, {
    earlier,
    work: await readWork(folder),
    handling: handlingOf(flags),
    templates: await readTemplates(flags.templates, options.cwd),
    ...(redact === undefined ? {} : { redaction: redact.redaction }),
  })
  // First: no pseudonym stands in a case that the way back does not know.
  if (redact !== undefined) await writePseudonyms(folder, redact.redaction.originals(), redact.key)
  await writeFolder(folder, files, before)
  if (flags.quiet !== true) {
    const wording = { lang: options.lang, zone: options.zoneOut }
    talk(io, say('case.sealed', { path, revision: (before ?? 0) + 1, hash: await sumsOf(folder) }, wording))
    if (earlier !== null) talk(io, saySafely('case.whole', { path: join(path, CHANGES_FILE) }, wording))
  }
  return earlier === null ? undefined : readDocument(folder)
}
