import { say, type SayOptions } from '../i18n/translate.ts'
import { whyIncomplete } from '../pipeline/case-inputs.ts'
import type { AnalyzeOptions } from '../pipeline/options.ts'
import type { InputRead, InputsRead } from '../pipeline/read-inputs.ts'

const problemOf = (input: InputRead, options: SayOptions): string | undefined => {
  const { result, refusal, counts } = input
  const why = whyIncomplete(input)
  if (why === undefined) return undefined
  if (result.error !== undefined) return say(`input-error.${result.error.id}`, { path: result.path, detail: result.error.detail }, options)
  if (refusal !== undefined && counts.formats.size === 0) return `${result.path}: ${refusal}`
  const [first] = counts.rejects
  const detail = first === undefined ? '' : `${say(`reject.${first.why}`, {}, options)} (line ${first.line})`
  return say('cli.incomplete', { input: result.path, why: detail }, options)
}

/** What was wrong with inputs, and the sum of all records, on stderr. Problems are said even when asked to be quiet. */
export const talkAboutInputs = ({ inputs, errors }: InputsRead, { lang, zoneOut }: AnalyzeOptions, quiet: boolean, talk: (line: string) => void): void => {
  const options: SayOptions = { lang, zone: zoneOut }
  for (const { path, id, detail } of errors) talk(say(`input-error.${id}`, { path, detail }, options))
  for (const input of inputs) {
    const problem = problemOf(input, options)
    if (problem !== undefined) for (const line of problem.split('\n')) talk(line)
  }
  if (quiet) return
  const sum = (pick: (input: InputRead) => number): number => inputs.reduce((total, input) => total + pick(input), 0)
  talk(say('cli.read', {
    records: sum(({ counts }) => counts.records), used: sum(({ counts }) => counts.used),
    ignored: sum(({ counts }) => counts.ignored), rejected: sum(({ counts }) => counts.rejected),
  }, options))
}
