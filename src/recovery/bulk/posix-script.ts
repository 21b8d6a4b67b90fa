import { say, type SayOptions } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { Provider, ProviderCommand } from '../define-provider.ts'
import { fillCommand } from '../fill-command.ts'
import { quotePosix } from '../shell-quote.ts'
import { BULK_STEPS, type BulkCommands, type BulkRow, type BulkStep } from './bulk-steps.ts'
import { placeholdersOf, valueOf, variableOf, withVariables } from './posix-template.ts'
import { POSIX_END, POSIX_START } from './posix-runner.ts'

export interface BulkScript {
  /** `A-okta`: class and provider; the script's logs are named after it. */
  readonly name: string
  /** What the list is: a log of another list must not make this one skip anybody. */
  readonly list: string
  readonly provider: Provider
  readonly commands: BulkCommands
  readonly rows: readonly BulkRow[]
  /** Accounts of the class and provider that are not in the script. */
  readonly leftOut: number
}

const comment = (text: string): string => `# ${safeText(text)}\n`
const setting = (name: string, text: string): string => `${name}=${quotePosix(text)}\n`

/** Two signs and a space, so that a command of several lines stays a comment. */
const example = (template: string, row: BulkRow): string => `${(fillCommand(template, row.values, 'posix') ?? '').replace(/^/gm, '#   ')}\n`

const commandLines = ({ command, note, fallback }: ProviderCommand, row: BulkRow, options: SayOptions): string =>
  [
    example(command, row),
    note === undefined ? '' : comment(`  (${note[options.lang]})`),
    ...(fallback === undefined
      ? []
      : [comment(`  (${say('bulk.needs', { needs: fallback.needs[options.lang] }, options)})`), example(fallback.command, row)]),
  ].join('')

const stepHead = (step: BulkStep, { commands, rows }: BulkScript, options: SayOptions): string => {
  const own = rows.filter(({ steps }) => steps.includes(step))
  const [first] = own
  if (first === undefined) return ''
  const title = comment(say('bulk.step', { step, words: say(`bulk.words.${step}`, {}, options), count: own.length }, options))
  return title + commands[step].map((command) => commandLines(command, first, options)).join('')
}

/** What a plan may lack is chosen by whoever runs it, never by a failure: a network error must not block people. */
const callOf = ({ command, fallback }: ProviderCommand): string =>
  fallback === undefined
    ? withVariables(command)
    : `if [ "\${WITHOUT_PLAN:-no}" = yes ]; then ${withVariables(fallback.command)}; else ${withVariables(command)}; fi`

const stepFunction = (step: BulkStep, commands: readonly ProviderCommand[]): string =>
  `step_${step}() {\n${commands.map((command) => `  ${callOf(command)}`).join(' &&\n')}\n}\n`

const usedSteps = ({ rows }: BulkScript): readonly BulkStep[] => BULK_STEPS.filter((step) => rows.some(({ steps }) => steps.includes(step)))

const countOf = (step: BulkStep, { rows }: BulkScript): number => rows.filter(({ steps }) => steps.includes(step)).length

/** A script for `sh`: prints what it would do until `--run`; see its own head for the rest. */
export function* posixScript(script: BulkScript, options: SayOptions): Iterable<string> {
  const { provider, commands, rows } = script
  const steps = usedSteps(script)
  const inside = placeholdersOf(
    steps.flatMap((step) => commands[step].flatMap(({ command, fallback }) => [command, fallback?.command ?? ''])),
  )
  const head = { name: script.name, title: provider.title, count: rows.length, out: script.leftOut }
  yield '#!/bin/sh\n'
  yield comment(say('bulk.title', head, options))
  for (const line of say('bulk.usage', { name: script.name }, options).split('\n')) yield comment(line)
  if (script.leftOut > 0) yield comment(say('bulk.left-out', head, options))
  for (const step of steps) yield `#\n${stepHead(step, script, options)}`
  yield '\n'
  yield setting('NAME', script.name) + setting('LIST', script.list) + setting('STEPS', steps.join(' '))
  yield setting('COUNTS', steps.map((step) => `${step}=${countOf(step, script)}`).join(' '))
  yield `SETUP='${provider.setup.join('\n').replaceAll("'", "'\\''")}'\n`
  for (const word of ['usage-line', 'would', 'estimate', 'stopped', 'done', 'need-env', 'resumed'] as const)
    yield setting(`SAY_${word.replace('-', '_')}`, say(`bulk.say.${word}`, {}, options))
  yield '\n'
  for (const step of steps) yield stepFunction(step, commands[step])
  yield POSIX_START
  yield `row() {\n  number=$1 steps=$2 ${inside.map((one, i) => `${variableOf(one)}=\${${i + 4}}`).join(' ')}\n  id=$3\n  take\n}\n`
  for (const [index, row] of rows.entries())
    yield `row ${index + 1} ${row.steps.join(',')} ${[row.account, ...inside.map((one) => valueOf(one, row.values) ?? '')].map(quotePosix).join(' ')}\n`
  yield POSIX_END
}
