import { saySafely } from '../../i18n/complaint.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import type { MessageData } from '../../model/finding.ts'
import { fileOf } from '../../input/source.ts'
import { nearest } from '../../kernel/nearest.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { isOpenArray, whyIncomplete } from '../../pipeline/case-inputs.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import type { InputRead, InputsRead } from '../../pipeline/read-inputs.ts'

const COMMANDS = [
  'scan',
  'inspect',
  'account',
  'pivot',
  'list',
  'blocklist',
  'lookup',
  'decide',
  'brief',
  'checklist',
  'draft',
  'sample',
  'note',
  'verify',
  'unmask',
  'formats',
  'rules',
  'simulate',
  'completion',
  'help',
]

/** What the words for one input depend on: the format that was asked for, and how many inputs are of no known one. */
interface Situation {
  readonly format: string
  /** Is it `inspect` that is talking, which tells more by itself? */
  readonly isInspecting: boolean
  readonly refused: number
}

type Speak = (id: MessageId, data: MessageData) => string

/** What can be done about a file that is no text, where more than unpacking helps. */
const BINARIES: Readonly<Record<string, string>> = {
  EVTX: 'is-binary-evtx',
  journal: 'is-binary-journal',
  SQLite: 'is-binary-database',
  Access: 'is-binary-database',
  PDF: 'is-binary-picture',
  PNG: 'is-binary-picture',
  JPEG: 'is-binary-picture',
  pcap: 'is-binary-packets',
  OLE: 'is-office',
}

/** The files that were read, archives for their members: what must not be written over. */
export const inputFiles = ({ inputs }: InputsRead): readonly string[] => inputs.flatMap(({ source }) => fileOf(source) ?? [])

/** Standard input by name; a file as the user wrote it. */
export const inputName = (path: string, options: SayOptions): string => (path === '-' ? say('cli.stdin', {}, options) : path)

const rejected = ({ counts }: InputRead, { isInspecting }: Situation, path: string, speak: Speak): string => {
  const [first] = counts.rejects
  const why = first === undefined ? '' : speak(`reject.${first.why}`, {})
  return speak(isInspecting ? 'cli.rejected-here' : 'cli.rejected', {
    path,
    share: counts.rejected / counts.records,
    line: `${first?.line ?? ''}`,
    why,
  })
}

const isRefused = (input: InputRead): boolean => whyIncomplete(input, [input]) === 'unknown-format'

/** The reason stands in a refusal's first line, a mapping to start from in the others. */
const firstLine = (text: string | undefined): string => text?.split('\n', 1)[0] ?? ''

/** One alone is told the way out at length and shown a mapping; of several each gets a line with its reason. */
const unknownFormat = ({ refusal }: InputRead, { format, refused }: Situation, speak: Speak, path: string): string => {
  if (format !== 'auto') return speak('cli.not-of-format', { path, format })
  return refused === 1 ? speak('cli.unknown-format', { path }) : speak('cli.unknown-format-of-many', { path, why: firstLine(refusal) })
}

const cutOff = (input: InputRead, speak: Speak, path: string): string => {
  const last = input.counts.rejects.find(({ why }) => why === 'truncated')
  return last === undefined && isOpenArray(input)
    ? speak('cli.array-not-closed', { path })
    : speak('cli.cut-off', { path, line: `${last?.line ?? ''}` })
}

/** What is wrong with an input as a whole, with what to do about it; undefined when nothing is. */
const problemOf = (input: InputRead, all: readonly InputRead[], situation: Situation, speak: Speak, path: string): string | undefined => {
  const why = whyIncomplete(input, all)
  if (why === undefined) return undefined
  const { error } = input.result
  if (error !== undefined)
    return speak(`input-error.${error.id === 'is-binary' ? (BINARIES[error.detail] ?? error.id) : error.id}`, {
      path,
      detail: error.detail,
    })
  if (why === 'unknown-format') return unknownFormat(input, situation, speak, path)
  if (why === 'rejected') return rejected(input, situation, path, speak)
  if (why === 'empty') return speak('cli.no-records', { path })
  if (why === 'truncated') return cutOff(input, speak, path)
  return speak(situation.isInspecting ? 'cli.no-events-here' : 'cli.no-events', { path })
}

/** The reason and the mapping to start from where one input needs it; where several do, how to get one. */
const mappingLines = ({ inputs }: InputsRead, speak: Speak): readonly string[] => {
  const [refused, ...others] = inputs.filter(isRefused)
  if (others.length > 0) return [speak('cli.unknown-formats', { count: others.length + 1 })]
  return refused?.refusal === undefined ? [] : refused.refusal.split('\n').map((line) => `  ${safeText(line)}`.trimEnd())
}

/** A mistyped command looks like a file that does not exist. */
const missingLine = (path: string, id: string, detail: string, speak: Speak): string => {
  const near = id === 'missing' && !path.includes('/') && !path.includes('.') ? nearest(path, COMMANDS) : undefined
  return near === undefined ? speak(`input-error.${id}`, { path, detail }) : speak('cli.did-you-mean', { word: path, near })
}

const sumLine = (inputs: readonly InputRead[], speak: Speak): string => {
  const sum = (pick: (input: InputRead) => number): number => inputs.reduce((total, input) => total + pick(input), 0)
  return speak('cli.read', {
    records: sum(({ counts }) => counts.records),
    used: sum(({ counts }) => counts.used),
    ignored: sum(({ counts }) => counts.ignored),
    rejected: sum(({ counts }) => counts.rejected),
  })
}

/** What was wrong with inputs, a line each. */
export const problemLines = (
  { inputs, errors }: Pick<InputsRead, 'inputs' | 'errors'>,
  { lang, zoneOut, format }: AnalyzeOptions,
  isInspecting: boolean,
): readonly string[] => {
  const options: SayOptions = { lang, zone: zoneOut }
  const speak: Speak = (id, data) => saySafely(id, data, options)
  const nameOf = (path: string): string => inputName(path, options)
  const situation = { format, isInspecting, refused: inputs.filter(isRefused).length }
  return [
    ...errors.map(({ path, id, detail }) => missingLine(nameOf(path), id, detail, speak)),
    ...inputs.flatMap((input) => problemOf(input, inputs, situation, speak, nameOf(input.result.path)) ?? []),
  ]
}

/** More lines than this push everything else off the screen: a folder may hold thousands of files that are no logs. */
const MOST_PROBLEMS = 20

/**
 * What was wrong with inputs, and the sum of all records: lines for stderr, fit for a terminal. Problems are said even when
 * asked to be quiet.
 */
export const inputLines = (
  read: InputsRead,
  options: AnalyzeOptions,
  { quiet, isInspecting }: { readonly quiet: boolean; readonly isInspecting: boolean },
): readonly string[] => {
  const { lang, zoneOut: zone, format } = options
  const speak: Speak = (id, data) => saySafely(id, data, { lang, zone })
  const problems = problemLines(read, options, isInspecting)
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    ...(problems.length > MOST_PROBLEMS ? [speak('cli.problems-more', { count: problems.length - MOST_PROBLEMS })] : []),
    ...(quiet ? [] : [...(format === 'auto' ? mappingLines(read, speak) : []), sumLine(read.inputs, speak)]),
    ...(problems.length === 0 ? [] : [speak('cli.incomplete', { count: problems.length })]),
  ]
}
