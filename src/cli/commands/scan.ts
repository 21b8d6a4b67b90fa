import { isAtLeast, SEVERITIES, type Severity } from '../../model/vocabulary.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { userError } from '../../kernel/user-error.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { say } from '../../i18n/translate.ts'
import { analyze } from '../../pipeline/analyze.ts'
import { reports } from '../../reports/registry.ts'
import type { Report } from '../../reports/define-report.ts'
import { EXIT, wantsColor, widthOf, type Io } from '../io.ts'
import { createProgress } from '../progress.ts'
import { readOptions, type ReadFlags } from '../scan-options.ts'
import { talkAboutInputs } from '../talk-inputs.ts'
import { parseChoice } from '../values.ts'
import { talk, writeOut } from '../write-out.ts'

export interface ScanFlags extends ReadFlags {
  readonly to?: string
  readonly part?: string
  readonly output?: string
  readonly failOn?: string
  readonly quiet?: boolean
}

const chooseReport = (flags: ScanFlags, io: Io, lang: Lang): Report => {
  const isTerminal = io.stdout.isTTY === true && (flags.output === undefined || flags.output === '-')
  const id = flags.to ?? (isTerminal ? 'table' : 'ndjson')
  if (flags.to === undefined && !isTerminal && flags.quiet !== true) talk(io, say('cli.pipe-ndjson', {}, { lang, zone: 'UTC' }))
  const found = reports.find((report) => report.id === id)
  if (found === undefined) throw userError(`--to: "${id}" is not known.`, `Known: ${reports.map((report) => report.id).join(', ')}.`)
  if (flags.part !== undefined && !found.parts.includes(flags.part)) {
    throw userError(`--part: ${id} has no part "${flags.part}".`, found.parts.length === 0 ? 'It has no parts.' : `Known: ${found.parts.join(', ')}.`)
  }
  return found
}

const exitCode = (document: CaseDocument, floor: Severity | undefined): number => {
  if (document.summary.incomplete) return EXIT.incomplete
  return floor !== undefined && document.findings.some(({ severity }) => isAtLeast(severity, floor)) ? EXIT.found : EXIT.done
}

/** `ashiato [scan] inputs…`: the main job. */
export const scan = async (inputs: readonly string[], flags: ScanFlags, io: Io): Promise<number> => {
  const options = await readOptions(inputs, flags, io)
  const floor = flags.failOn === undefined ? undefined : parseChoice(flags.failOn, '--fail-on', SEVERITIES)
  const report = chooseReport(flags, io, options.lang)
  const progress = createProgress(io, flags.quiet === true)
  const { document, inputs: read } = await analyze(options, progress.update).finally(progress.clear)
  const render: RenderOptions = {
    lang: options.lang, zone: options.zoneOut, part: flags.part, width: widthOf(io.stdout, io.env),
    color: flags.output === undefined && wantsColor(io.stdout, io.env),
  }
  talkAboutInputs(read, options, flags.quiet === true, (line) => talk(io, safeText(line)))
  await writeOut(io, flags.output, report.render(document, render))
  const code = exitCode(document, floor)
  if (code === EXIT.found && floor !== undefined && flags.quiet !== true) {
    const count = document.findings.filter(({ severity }) => isAtLeast(severity, floor)).length
    talk(io, say('cli.findings-at-or-above', { count, severity: floor }, { lang: options.lang, zone: options.zoneOut }))
  }
  return code
}
