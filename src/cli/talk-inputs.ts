import { saySafely } from '../i18n/complaint.ts'
import type { MessageId } from '../i18n/catalogue.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import type { MessageData } from '../model/finding.ts'
import { nearest } from '../kernel/nearest.ts'
import { safeText } from '../kernel/safe-text.ts'
import { whyIncomplete } from '../pipeline/case-inputs.ts'
import type { AnalyzeOptions } from '../pipeline/options.ts'
import type { InputRead, InputsRead } from '../pipeline/read-inputs.ts'

const COMMANDS = ['scan', 'inspect', 'account', 'formats', 'rules', 'completion', 'help']

type Speak = (id: MessageId, data: MessageData) => string

/** The files that were read, archives for their members: what must not be written over. */
export const inputFiles = ({ inputs }: InputsRead): readonly string[] =>
  inputs.flatMap(({ source }) => {
    if (source.kind === 'file') return [source.file]
    return source.kind === 'member' && 'file' in source.archive ? [source.archive.file] : []
  })

/** Standard input by name; a file as the user wrote it. */
export const inputName = (path: string, options: SayOptions): string => (path === '-' ? say('cli.stdin', {}, options) : path)

const rejected = ({ counts }: InputRead, path: string, speak: Speak): string => {
  const [first] = counts.rejects
  const why = first === undefined ? '' : speak(`reject.${first.why}`, {})
  return speak('cli.rejected', { path, share: counts.rejected / counts.records, line: `${first?.line ?? ''}`, why })
}

const unknownFormat = (path: string, format: string, speak: Speak): string =>
  format === 'auto' ? speak('cli.unknown-format', { path }) : speak('cli.not-of-format', { path, format })

/** What is wrong with an input as a whole, with what to do about it; undefined when nothing is. */
const problemOf = (input: InputRead, format: string, speak: Speak, path: string): string | undefined => {
  const why = whyIncomplete(input)
  if (why === undefined) return undefined
  const { error } = input.result
  if (error !== undefined) return speak(`input-error.${error.id}`, { path, detail: error.detail })
  if (why === 'unknown-format') return unknownFormat(path, format, speak)
  if (why === 'rejected') return rejected(input, path, speak)
  if (why === 'truncated')
    return speak('cli.cut-off', { path, line: `${input.counts.rejects.find((reject) => reject.why === why)?.line ?? ''}` })
  return speak('cli.no-events', { path })
}

/** The reason and the mapping to start from, for the first input that needs one: twenty files of one kind need one mapping. */
const mappingLines = ({ inputs }: InputsRead): readonly string[] => {
  const refused = inputs.find((input) => whyIncomplete(input) === 'unknown-format')
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

/**
 * What was wrong with inputs, and the sum of all records: lines for stderr, fit for a terminal. Problems are said even when
 * asked to be quiet.
 */
export const inputLines = (read: InputsRead, { lang, zoneOut, format }: AnalyzeOptions, quiet: boolean): readonly string[] => {
  const options: SayOptions = { lang, zone: zoneOut }
  const speak: Speak = (id, data) => saySafely(id, data, options)
  const nameOf = (path: string): string => inputName(path, options)
  const problems = [
    ...read.errors.map(({ path, id, detail }) => missingLine(nameOf(path), id, detail, speak)),
    ...read.inputs.flatMap((input) => problemOf(input, format, speak, nameOf(input.result.path)) ?? []),
  ]
  return [
    ...problems,
    ...(quiet ? [] : [...(format === 'auto' ? mappingLines(read) : []), sumLine(read.inputs, speak)]),
    ...(problems.length === 0 ? [] : [speak('cli.incomplete', { count: problems.length })]),
  ]
}
