import { resolve, sep } from 'node:path'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { complain, saySafely } from '../i18n/complaint.ts'
import { say } from '../i18n/translate.ts'
import type { Handling, Manifest } from '../model/case-folder.ts'
import type { Analysis } from '../pipeline/analyze.ts'
import type { Redaction } from '../pipeline/redaction.ts'
import type { AnalyzeOptions } from '../pipeline/options.ts'
import type { Io } from './io.ts'
import type { RedactFlags } from './read-key.ts'
import { readTemplates } from './read-templates.ts'
import { talk } from './write-out.ts'

/** Options of `scan` that make a case folder. */
export interface CaseFlags {
  readonly quiet?: boolean
  readonly case?: string
  readonly collector?: string
  readonly method?: string
  readonly clockOffset?: string
  readonly mark?: string
  readonly retainUntil?: string
  readonly templates?: string
}

interface FilterFlags {
  readonly since?: string
  readonly until?: string
  readonly last?: string
  readonly account?: readonly string[]
  readonly ip?: readonly string[]
  readonly minSeverity?: string
}

/** A case holds everything: what is reported may be filtered afterwards, never what is kept. */
const checkUnfiltered = (flags: FilterFlags): void => {
  const given: readonly (readonly [string, boolean])[] = [
    ['--since', flags.since !== undefined],
    ['--until', flags.until !== undefined],
    ['--last', flags.last !== undefined],
    ['--account', (flags.account ?? []).length > 0],
    ['--ip', (flags.ip ?? []).length > 0],
    ['--min-severity', (flags.minSeverity ?? 'info') !== 'info'],
  ]
  const option = given.find(([, is]) => is)?.[0]
  if (option !== undefined) throw complain('complaint.case-filtered', { option })
}

const checkOutside = async (path: string, folder: string, inputs: readonly string[], cwd: string): Promise<void> => {
  for (const input of inputs) {
    const full = resolve(cwd, input)
    const isFolder = await stat(full).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (isFolder && (folder === full || folder.startsWith(full.endsWith(sep) ? full : full + sep)))
      throw complain('complaint.case-in-input', { path, input })
  }
}

/** Revisions of one case are redacted alike: under one key, and with addresses that can be told apart. */
const checkRedaction = (path: string, { redact, maskAddresses }: RedactFlags, before: Manifest['redaction']): void => {
  if (before === undefined) {
    if (redact === true) throw complain('complaint.redact-revision', { path })
    return
  }
  if (redact !== true) throw complain('complaint.redact-continued', { path })
  if (before.addresses === 'masked' || maskAddresses === true) throw complain('complaint.redact-masked', { path })
}

/** Refuses a case that cannot be written, before hours are spent on what would go into it. */
export const checkCase = async (flags: CaseFlags & FilterFlags & RedactFlags, options: AnalyzeOptions): Promise<void> => {
  if (flags.case === undefined) return
  checkUnfiltered(flags)
  await readTemplates(flags.templates, options.cwd)
  const folder = resolve(options.cwd, flags.case)
  await checkOutside(flags.case, folder, options.inputs, options.cwd)
  const { checkTarget } = await import('../state/case-folder/write-folder.ts')
  if ((await checkTarget(folder)) === 'new') return
  const { readManifest } = await import('../state/case-folder/read-case.ts')
  checkRedaction(flags.case, flags, (await readManifest(folder)).redaction)
  const { checkSums } = await import('../state/case-folder/verify.ts')
  const { changes } = await checkSums(folder)
  const [first] = changes
  if (first !== undefined) throw complain('complaint.case-changed', { path: flags.case, changed: first.path })
}

const handlingOf = (flags: CaseFlags): Handling => ({
  collector: flags.collector ?? null,
  method: flags.method ?? null,
  clockOffset: flags.clockOffset ?? null,
  mark: flags.mark ?? null,
  retainUntil: flags.retainUntil ?? null,
})

/** Writes the case folder of a run, as its first or its next revision. */
/** How names are replaced, and the key that the way back is kept under. */
export interface KeyedRedaction {
  readonly redaction: Redaction
  readonly key: Uint8Array
}

export const writeCase = async (
  flags: CaseFlags,
  analysis: Analysis,
  options: AnalyzeOptions,
  io: Io,
  redact?: KeyedRedaction,
): Promise<void> => {
  if (flags.case === undefined) return
  const folder = resolve(options.cwd, flags.case)
  const [{ checkTarget, writeFolder }, state, { openSealedEvidence }, { hashFile }, { sealCase }, { SUMS_FILE }] = await Promise.all([
    import('../state/case-folder/write-folder.ts'),
    import('../state/case-folder/read-case.ts'),
    import('../state/case-folder/sealed-evidence.ts'),
    import('../state/case-folder/sums.ts'),
    import('../pipeline/seal-case.ts'),
    import('../state/case-folder/layout.ts'),
  ])
  const sumsOf = (): Promise<string> => hashFile(join(folder, SUMS_FILE))
  const earlier =
    (await checkTarget(folder)) === 'new'
      ? null
      : {
          document: await state.readDocument(folder),
          manifest: await state.readManifest(folder),
          sha256sums: await sumsOf(),
          evidence: redact === undefined ? await openSealedEvidence(folder) : null,
        }
  const work = await state.readWork(folder)
  const templates = await readTemplates(flags.templates, options.cwd)
  const files = await sealCase(analysis, options, {
    earlier,
    work,
    handling: handlingOf(flags),
    templates,
    ...(redact === undefined ? {} : { redaction: redact.redaction }),
  })
  const before = earlier?.manifest.revision ?? null
  // First: no pseudonym stands in a case that the way back does not know.
  if (redact !== undefined) {
    const { writePseudonyms } = await import('../state/case-folder/pseudonym-map.ts')
    await writePseudonyms(folder, redact.redaction.originals(), redact.key)
  }
  await writeFolder(folder, files, before)
  if (flags.quiet === true) return
  const data = { path: flags.case, revision: (before ?? 0) + 1, hash: await sumsOf() }
  const wording = { lang: options.lang, zone: options.zoneOut }
  talk(io, say('case.sealed', data, wording))
  if (earlier !== null) talk(io, saySafely('case.whole', { path: flags.case }, wording))
}
