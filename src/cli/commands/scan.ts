import { extname } from 'node:path'
import { isAffected, isAtLeast, SEVERITIES, type Severity, type Lang } from '../../model/vocabulary.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { complain, complainUnknown, saySafely } from '../../i18n/complaint.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import { breaksExpectation } from '../../pipeline/expected-hashes.ts'
import { reportDocument } from '../../pipeline/report-document.ts'
import { analyze, type Analysis } from '../../pipeline/analyze.ts'
import { findAccounts } from '../../pipeline/find-accounts.ts'
import { scoreLines } from '../../pipeline/score-lines.ts'
import { reports } from '../../reports/registry.ts'
import type { Report } from '../../reports/define-report.ts'
import { checkCase, type CaseFlags } from '../case-folder/case-target.ts'
import { earlierLogs, type RereadFlags } from '../case-folder/earlier-logs.ts'
import { readWayBack } from '../case-folder/redacted-case.ts'
import { EXIT, wantsColor, widthOf, type Io } from '../io.ts'
import { readPlugins } from '../plugins/read-plugins.ts'
import { notFoundLines } from '../talk/not-found.ts'
import { createProgress } from '../talk/progress.ts'
import { readKey, type RedactFlags } from '../options/read-key.ts'
import { readExpected } from '../options/read-expected.ts'
import { readLegal, type LegalFlags } from '../options/legal-flags.ts'
import { readOptions, type ReadFlags } from '../options/scan-options.ts'
import { inputFiles, inputLines } from '../talk/talk-inputs.ts'
import { parseChoice } from '../options/values.ts'
import type { KeyedRedaction } from '../case-folder/write-case.ts'
import { checkNoInput, checkOutput, talk, writeOut } from '../talk/write-out.ts'

export interface ScanFlags extends ReadFlags, CaseFlags, LegalFlags, RedactFlags, RereadFlags {
  readonly to?: string
  readonly part?: string
  readonly output?: string
  readonly failOn?: string
  readonly expectSha256?: string
  readonly scores?: string
}

const isOnTerminal = (flags: ScanFlags, io: Io): boolean => io.stdout.isTTY === true && (flags.output === undefined || flags.output === '-')

/** What a file's name asks for, where `--to` does not say. */
const REPORT_OF_ENDING: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.txt': 'table',
}

const namedReport = ({ to, output }: ScanFlags): string | undefined => to ?? REPORT_OF_ENDING[extname(output ?? '').toLowerCase()]

/** What is written where nobody named an output: a pipe gets it without asking, a file although its ending names another kind. */
const chosenUnasked = ({ id }: Report, flags: ScanFlags, wording: SayOptions): readonly string[] => {
  if (namedReport(flags) !== undefined || id !== 'ndjson') return []
  const { output } = flags
  return [output === undefined || output === '-' ? say('cli.pipe-ndjson', {}, wording) : saySafely('cli.file-ndjson', { output }, wording)]
}

const chooseReport = async (flags: ScanFlags, io: Io, lang: Lang): Promise<Report> => {
  const own = (await readPlugins(flags.plugin, io.cwd, lang)).reports
  const id = namedReport(flags) ?? (isOnTerminal(flags, io) ? 'table' : 'ndjson')
  const found = own.find((report) => report.id === id) ?? (await reports.get(id)?.())
  if (found === undefined) throw complainUnknown('--to', id, [...own.map((report) => report.id), ...reports.keys()])
  if (flags.part === undefined || found.parts.includes(flags.part)) return found
  if (found.parts.length === 0) throw complain('complaint.no-parts', { report: id })
  throw complainUnknown('--part', flags.part, found.parts)
}

/** What a watch is woken for: findings, and accounts that several weaker ones together say are taken over. */
const atOrAbove = ({ findings, accounts }: CaseDocument, floor: Severity): { readonly findings: number; readonly accounts: number } => ({
  findings: findings.filter(({ severity }) => isAtLeast(severity, floor)).length,
  accounts: accounts.filter((account) => isAffected(account) && isAtLeast(account.severity, floor)).length,
})

const exitCode = (document: CaseDocument, floor: Severity | undefined): number => {
  if (document.summary.incomplete || breaksExpectation(document.summary.caveats)) return EXIT.incomplete
  if (floor === undefined) return EXIT.done
  const { findings, accounts } = atOrAbove(document, floor)
  return findings + accounts > 0 ? EXIT.found : EXIT.done
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

const whatWakes = (document: CaseDocument, severity: Severity, wording: SayOptions): string => {
  const { findings, accounts } = atOrAbove(document, severity)
  return findings > 0
    ? say('cli.findings-at-or-above', { count: findings, severity }, wording)
    : say('cli.accounts-at-or-above', { count: accounts, severity }, wording)
}

/** Accounts that were asked for and are not in the logs: an empty list would leave it open whether they are clean or unknown. */
const missingNames = ({ table, document }: Analysis, { filters, lang, zoneOut: zone }: AnalyzeOptions): readonly string[] =>
  filters.accounts.filter((name) => findAccounts(table, name).length === 0).flatMap((name) => notFoundLines(name, document, { lang, zone }))

/** An earlier log of the case that `--reread` could not read. */
const notReread = (input: string, wording: SayOptions): string =>
  input === '-' ? say('cli.stdin-not-reread', {}, wording) : say('cli.not-reread', { input }, wording)

/** `ashiato [scan] inputs…`: the main job. */
export const scan = async (inputs: readonly string[], flags: ScanFlags, io: Io): Promise<number> => {
  const quiet = flags.quiet === true
  const floor = flags.failOn === undefined ? undefined : parseChoice(flags.failOn, '--fail-on', SEVERITIES)
  const report = await chooseReport(flags, io, parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']))
  const earlier = await earlierLogs(flags, io.cwd)
  const read = await readOptions([...inputs, ...earlier.files], { ...earlier.flags, ...flags }, io)
  const legal = readLegal(flags, read.zoneOut)
  const expectedHashes = await readExpected(flags.expectSha256, io.cwd)
  const options = { ...read, ...(legal === undefined ? {} : { legal }), ...(expectedHashes === undefined ? {} : { expectedHashes }) }
  const wording = { lang: options.lang, zone: options.zoneOut }
  await checkOutput(io, flags.output)
  await checkOutput(io, flags.scores)
  const key = await keyOf(flags, options, report)
  await checkCase(flags, options)
  const redact = await redactionOf(flags, options, key)
  const progress = createProgress(io, { quiet, lang: options.lang })
  const analysis = await analyze(options, progress.update).finally(progress.clear)
  const { document, inputs: inputsRead } = analysis
  for (const path of [flags.output, flags.scores]) await checkNoInput(io, path, inputFiles(inputsRead))
  const render: RenderOptions = {
    ...wording,
    part: flags.part,
    width: widthOf(io.stdout, io.env),
    color: (flags.output === undefined || flags.output === '-') && wantsColor(io.stdout, io.env),
  }
  if (!quiet) for (const line of chosenUnasked(report, flags, wording)) talk(io, line)
  for (const input of earlier.gone) talk(io, notReread(input, wording))
  for (const line of inputLines(inputsRead, options, { quiet, isInspecting: false })) talk(io, line)
  for (const line of missingNames(analysis, options)) talk(io, line)
  const whole = await sealed(flags, { analysis, options, redact }, io)
  if (flags.scores !== undefined) await writeOut(io, flags.scores, scoreLines(analysis))
  // Logs that were added to a case are shown as what they make of it: of themselves they know neither the attack nor whom it hit.
  const own = reportDocument(analysis, report)
  const shown = whole ?? (redact === undefined ? own : redact.redaction.document(own))
  await writeOut(io, flags.output, report.render(shown, render))
  const code = exitCode(document, floor)
  if (code === EXIT.found && floor !== undefined && !quiet) {
    talk(io, whatWakes(document, floor, wording))
  }
  return code
}
