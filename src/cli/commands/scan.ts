import { complain } from '../../i18n/complaint.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import type { CaseDocument } from '../../model/case.ts'
import { SEVERITIES, type Lang, type Severity } from '../../model/vocabulary.ts'
import { analyze, type Analysis } from '../../pipeline/analyze.ts'
import { findAccounts } from '../../pipeline/find-accounts.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import { reportDocument } from '../../pipeline/report-document.ts'
import { scoreLines } from '../../pipeline/score-lines.ts'
import type { Report } from '../../reports/define-report.ts'
import { checkCase, type CaseFlags } from '../case-folder/case-target.ts'
import { earlierLogs, type RereadFlags } from '../case-folder/earlier-logs.ts'
import { readWayBack } from '../case-folder/redacted-case.ts'
import type { KeyedRedaction } from '../case-folder/write-case.ts'
import { EXIT, type Io } from '../io.ts'
import { chooseReport, chosenUnasked, renderOptions, type OutputFlags } from '../options/choose-report.ts'
import { exitCode, whatWakes } from '../options/fail-on.ts'
import { readLegal, type LegalFlags } from '../options/legal-flags.ts'
import { readExpected } from '../options/read-expected.ts'
import { readKey, type RedactFlags } from '../options/read-key.ts'
import { readOptions, type ReadFlags } from '../options/scan-options.ts'
import { parseChoice } from '../options/values.ts'
import { notFoundLines } from '../talk/not-found.ts'
import { createProgress } from '../talk/progress.ts'
import { inputFiles, inputLines } from '../talk/talk-inputs.ts'
import { checkNoInput, checkOutput, talk, writeOut } from '../talk/write-out.ts'

export interface ScanFlags extends ReadFlags, OutputFlags, CaseFlags, LegalFlags, RedactFlags, RereadFlags {
  readonly failOn?: string
  readonly expectSha256?: string
  readonly scores?: string
}

/** The key of the pseudonyms; undefined where names stand as logged. */
const keyOf = async (flags: ScanFlags, options: AnalyzeOptions, report: Report): Promise<Uint8Array | undefined> => {
  if (flags.redact !== true) {
    // Half of what it takes would hand on the names or addresses that were to be hidden.
    if (flags.maskAddresses === true) throw complain('complaint.redact-left-out', { flag: '--mask-addresses' })
    if (flags.key !== undefined) throw complain('complaint.redact-left-out', { flag: '--key' })
    return undefined
  }
  if (flags.key === undefined) throw complain('complaint.redact-key')
  const key = await readKey(flags.key, options.cwd)
  if (flags.scores !== undefined) throw complain('complaint.scores-redacted')
  if (report.id === 'iocs') throw complain('complaint.iocs-redacted')
  return key
}

const redactionOf = async (flags: ScanFlags, options: AnalyzeOptions, key: Uint8Array | undefined): Promise<KeyedRedaction | undefined> => {
  if (key === undefined) return undefined
  const { createRedaction } = await import('../../pipeline/redaction.ts')
  const before = await readWayBack(flags, options, key)
  return { redaction: createRedaction(key, flags.maskAddresses === true, options, before), key }
}

/** Writes the case folder that was asked for; the whole case where there was one before. */
const sealed = async (
  flags: ScanFlags,
  run: { readonly analysis: Analysis; readonly options: AnalyzeOptions; readonly redact: KeyedRedaction | undefined },
  io: Io,
): Promise<CaseDocument | undefined> => {
  if (flags.case === undefined) return undefined
  const { writeCase } = await import('../case-folder/write-case.ts')
  return writeCase(flags.case, flags, run, io)
}

/** Accounts that were asked for and are not in the logs: an empty list would leave it open whether they are clean or unknown. */
const missingNames = ({ table, document }: Analysis, { filters, lang, zoneOut: zone }: AnalyzeOptions): readonly string[] =>
  filters.accounts.filter((name) => findAccounts(table, name).length === 0).flatMap((name) => notFoundLines(name, document, { lang, zone }))

/** An earlier log of the case that `--reread` could not read. */
const notReread = (input: string, wording: SayOptions): string =>
  input === '-' ? say('cli.stdin-not-reread', {}, wording) : say('cli.not-reread', { input }, wording)

/** What was asked for. */
interface Job {
  readonly floor: Severity | undefined
  readonly report: Report
  readonly options: AnalyzeOptions
  /** Earlier logs of the case that are gone. */
  readonly gone: readonly string[]
  readonly redact: KeyedRedaction | undefined
}

/** Everything that can be wrong with a command line is said before any log is read. */
const readJob = async (inputs: readonly string[], flags: ScanFlags, io: Io): Promise<Job> => {
  const floor = flags.failOn === undefined ? undefined : parseChoice(flags.failOn, '--fail-on', SEVERITIES)
  const report = await chooseReport(flags, io, parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']))
  const earlier = await earlierLogs(flags, io.cwd)
  const read = await readOptions([...inputs, ...earlier.files], { ...earlier.flags, ...flags }, io)
  const legal = readLegal(flags, read.zoneOut)
  const expectedHashes = await readExpected(flags.expectSha256, io.cwd)
  const options = { ...read, ...(legal === undefined ? {} : { legal }), ...(expectedHashes === undefined ? {} : { expectedHashes }) }
  await checkOutput(io, flags.output)
  await checkOutput(io, flags.scores)
  const key = await keyOf(flags, options, report)
  await checkCase(flags, options)
  return { floor, report, options, gone: earlier.gone, redact: await redactionOf(flags, options, key) }
}

/** What people are told of the reading, one line each. */
const readingLines = (analysis: Analysis, { report, options, gone }: Job, flags: ScanFlags): readonly string[] => {
  const wording = { lang: options.lang, zone: options.zoneOut }
  const quiet = flags.quiet === true
  return [
    ...(quiet ? [] : chosenUnasked(report, flags, wording)),
    ...gone.map((input) => notReread(input, wording)),
    ...inputLines(analysis.inputs, options, { quiet, isInspecting: false }),
    ...missingNames(analysis, options),
  ]
}

/** `ashiato [scan] inputs…`: the main job. */
export const scan = async (inputs: readonly string[], flags: ScanFlags, io: Io): Promise<number> => {
  const quiet = flags.quiet === true
  const job = await readJob(inputs, flags, io)
  const { floor, report, options, redact } = job
  const wording = { lang: options.lang, zone: options.zoneOut }
  const progress = createProgress(io, { quiet, lang: options.lang })
  const analysis = await analyze(options, progress.update).finally(progress.clear)
  const { document, inputs: inputsRead } = analysis
  for (const path of [flags.output, flags.scores]) await checkNoInput(io, path, inputFiles(inputsRead))
  for (const line of readingLines(analysis, job, flags)) talk(io, line)
  const whole = await sealed(flags, { analysis, options, redact }, io)
  if (flags.scores !== undefined) await writeOut(io, flags.scores, scoreLines(analysis))
  // Logs that were added to a case are shown as what they make of it: of themselves they know neither the attack nor whom it hit.
  const own = reportDocument(analysis, report)
  const shown = whole ?? (redact === undefined ? own : redact.redaction.document(own))
  await writeOut(io, flags.output, report.render(shown, renderOptions(flags, wording, io)))
  const code = exitCode(document, floor)
  if (code === EXIT.found && floor !== undefined && !quiet) talk(io, whatWakes(document, floor, wording))
  return code
}
