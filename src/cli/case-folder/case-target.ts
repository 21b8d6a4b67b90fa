import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import type { Manifest } from '../../model/case-folder.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import { checkNeeded } from '../options/needed-with.ts'
import type { RedactFlags } from '../options/read-key.ts'
import type { ReadFlags } from '../options/scan-options.ts'
import { readTemplates } from '../options/read-templates.ts'
import { parseMoment } from '../options/values.ts'

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
  readonly output?: string
  readonly scores?: string
}

type FilterFlags = Pick<ReadFlags, 'since' | 'until' | 'last' | 'account' | 'ip' | 'minSeverity'>

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

/** A case that is only now being made holds what it was sealed with, too. */
const checkOutputBeside = (folder: string, { case: path = '', output, scores }: CaseFlags, cwd: string): void => {
  for (const other of [output, scores])
    if (other !== undefined && resolve(cwd, other).startsWith(folder + sep))
      throw complain('complaint.output-in-case', { path: other, folder: path })
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

/** What is written into a case folder, and nowhere else. */
const checkAlone = (flags: CaseFlags): void =>
  checkNeeded(
    [
      ['--collector', flags.collector !== undefined],
      ['--method', flags.method !== undefined],
      ['--clock-offset', flags.clockOffset !== undefined],
      ['--mark', flags.mark !== undefined],
      ['--retain-until', flags.retainUntil !== undefined],
      ['--templates', flags.templates !== undefined],
    ],
    '--case',
  )

/** Refuses a case that cannot be written, before hours are spent on what would go into it. */
export const checkCase = async (flags: CaseFlags & FilterFlags & RedactFlags, options: AnalyzeOptions): Promise<void> => {
  if (flags.case === undefined) return checkAlone(flags)
  checkUnfiltered(flags)
  if (flags.retainUntil !== undefined) parseMoment(flags.retainUntil, '--retain-until', options.zoneOut)
  await readTemplates(flags.templates, options.cwd)
  const folder = resolve(options.cwd, flags.case)
  await checkOutside(flags.case, folder, options.inputs, options.cwd)
  checkOutputBeside(folder, flags, options.cwd)
  const { checkTarget } = await import('../../state/case-folder/write-folder.ts')
  if ((await checkTarget(folder)) === 'new') return
  const { readManifest } = await import('../../state/case-folder/read-case.ts')
  checkRedaction(flags.case, flags, (await readManifest(folder)).redaction)
  const { checkSums } = await import('../../state/case-folder/verify.ts')
  const { changes } = await checkSums(folder)
  const [first] = changes
  if (first !== undefined) throw complain('complaint.case-changed', { path: flags.case, changed: first.path })
}
