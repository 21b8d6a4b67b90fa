import type { Command, Option } from 'commander'
import { formats } from '../../formats/registry.ts'
import { SEVERITIES, VERDICTS } from '../../model/vocabulary.ts'
import { reports } from '../../reports/registry.ts'
import { rules } from '../../rules/registry.ts'
import { scenarioWords } from '../../simulate/choose.ts'
import { encoders } from '../../simulate/encoders/registry.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { helpText } from '../talk/help-format.ts'

/** What may be typed in one place: one of these words, a path, or what nobody can guess. */
export type Values = readonly string[] | 'file' | 'folder' | 'other'

export interface Flag {
  /** `--to` */
  readonly long: string
  /** `-t` */
  readonly short?: string
  readonly about: string
  /** None for a switch. */
  readonly values?: Values
}

export interface Described {
  readonly name: string
  readonly about: string
  readonly flags: readonly Flag[]
  /** Of its first argument. */
  readonly first: Values
}

/** What runs when no command is named. */
export const MAIN = 'scan'
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

const idsOf = (plugIns: readonly { readonly id: string }[]): readonly string[] => plugIns.map(({ id }) => id)

const RULES = idsOf(rules)
const FORMATS = idsOf(formats)

/** By option, or by command and option where they differ. */
const OF_OPTION: Readonly<Record<string, Values>> = {
  '--format': ['auto', ...FORMATS],
  'simulate --format': idsOf(encoders),
  '--only': RULES,
  '--skip': RULES,
  '--to': ['table', 'csv', 'json', 'ndjson'],
  'scan --to': [...reports.keys()],
  'inspect --to': ['table', 'json', 'ndjson'],
  'account --to': ['table', 'json', 'ndjson'],
  '--dedupe': ['exact'],
  '--verdict': VERDICTS,
  '--decision': ['pending', 'confirmed', 'cleared'],
  '--class': ['A', 'B', 'C'],
}

/** By what stands behind an option or a command: `<file>`, `[inputs...]`. */
const OF_PLACEHOLDER: Readonly<Record<string, Values>> = {
  file: 'file',
  inputs: 'file',
  dir: 'folder',
  case: 'folder',
  lang: ['en', 'ja'],
  severity: SEVERITIES,
  shell: SHELLS,
}

const placeholderOf = ({ flags }: Option): string => /<(.+)>/.exec(flags)?.[1] ?? ''

const flagOf = (option: Option, command: string, lang: Lang): readonly Flag[] => {
  const { long, short, description, hidden, required } = option
  if (typeof long !== 'string' || hidden) return []
  const values = OF_OPTION[`${command} ${long}`] ?? OF_OPTION[long] ?? OF_PLACEHOLDER[placeholderOf(option)] ?? 'other'
  return [{ long, about: helpText(description, lang), ...(typeof short === 'string' ? { short } : {}), ...(required ? { values } : {}) }]
}

/** Every command as it is declared: a completion made from this cannot be out of date. */
export const describeCommands = (program: Command, lang: Lang): readonly Described[] => {
  const names = program.commands.map((command) => command.name())
  const ofCommand: Readonly<Record<string, Values>> = { formats: FORMATS, rules: RULES, simulate: scenarioWords, help: names }
  return program.commands.map((command) => ({
    name: command.name(),
    about: helpText(command.description(), lang),
    flags: command.options.flatMap((option) => flagOf(option, command.name(), lang)),
    first: ofCommand[command.name()] ?? OF_PLACEHOLDER[command.registeredArguments[0]?.name() ?? ''] ?? 'other',
  }))
}

/** A text as one word of any of these shells. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
