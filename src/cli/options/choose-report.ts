import { extname } from 'node:path'
import { complain, complainUnknown, saySafely } from '../../i18n/complaint.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import type { RenderOptions } from '../../model/case.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Report } from '../../reports/define-report.ts'
import { reports } from '../../reports/registry.ts'
import { wantsColor, widthOf, type Io } from '../io.ts'
import { readPlugins } from '../plugins/read-plugins.ts'

export interface OutputFlags {
  readonly to?: string
  readonly part?: string
  readonly output?: string
  readonly plugin?: readonly string[]
}

const isToStdout = ({ output }: OutputFlags): boolean => output === undefined || output === '-'

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

const namedReport = ({ to, output }: OutputFlags): string | undefined => to ?? REPORT_OF_ENDING[extname(output ?? '').toLowerCase()]

/** What is written where nobody named an output: a pipe gets it without asking, a file although its ending names another kind. */
export const chosenUnasked = ({ id }: Report, flags: OutputFlags, wording: SayOptions): readonly string[] => {
  if (namedReport(flags) !== undefined || id !== 'ndjson') return []
  return [isToStdout(flags) ? say('cli.pipe-ndjson', {}, wording) : saySafely('cli.file-ndjson', { output: flags.output ?? '' }, wording)]
}

/** The output that was asked for, or that fits where it goes. */
export const chooseReport = async (flags: OutputFlags, io: Io, lang: Lang): Promise<Report> => {
  const own = (await readPlugins(flags.plugin, io.cwd, lang)).reports
  const id = namedReport(flags) ?? (io.stdout.isTTY === true && isToStdout(flags) ? 'table' : 'ndjson')
  const found = own.find((report) => report.id === id) ?? (await reports.get(id)?.())
  if (found === undefined) throw complainUnknown('--to', id, [...own.map((report) => report.id), ...reports.keys()])
  if (flags.part === undefined || found.parts.includes(flags.part)) return found
  if (found.parts.length === 0) throw complain('complaint.no-parts', { report: id })
  throw complainUnknown('--part', flags.part, found.parts)
}

/** How it is to look where it goes. */
export const renderOptions = (flags: OutputFlags, wording: SayOptions, io: Io): RenderOptions => ({
  ...wording,
  part: flags.part,
  width: widthOf(io.stdout, io.env),
  color: isToStdout(flags) && wantsColor(io.stdout, io.env),
})
