import { Command } from 'commander'
import { checkValues, complaintOf } from './commander-errors.ts'
import { addCaseCommands } from './declare/case-commands.ts'
import { addReadingCommands } from './declare/reading-commands.ts'
import { addHelp, addReferenceCommands } from './declare/reference-commands.ts'
import type { Settle } from './declare/settle.ts'
import { addSimulate } from './declare/simulate-command.ts'
import { widthOf, type Io } from './io.ts'
import { helpFormat } from './talk/help-format.ts'
import { helpEnding } from './talk/help-texts.ts'
import type { Spoken } from './talk/spoken.ts'
import { toolVersion } from './version.ts'

const WIDEST_HELP = 120
const helpWidth = ({ stdout, env }: Io): number => Math.min(WIDEST_HELP, widthOf(stdout, env))

/** The command line. Commander's own exits are thrown, so that `main` decides about exit codes. */
export const createProgram = (io: Io, settle: Settle, spoken: Spoken): Command => {
  const { lang } = spoken
  const program = new Command('ashiato')
    .description('Reads exported login logs; says who got in, what was done, and what must be done now, account by account.')
    .version(toolVersion(), '-V, --version')
    .helpOption('-h, --help', 'display help for command')
    // Commander's own would answer a misspelt command with the whole page and no word about why.
    .helpCommand(false)
    .configureHelp(helpFormat(lang))
    // Ours are in the reader's language.
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => helpWidth(io),
      getErrHelpWidth: () => helpWidth(io),
      // Said by `main`, in the reader's language.
      outputError: () => undefined,
    })
  addReadingCommands(program, io, settle, spoken)
  addCaseCommands(program, io, settle)
  addReferenceCommands(program, io, settle)
  addSimulate(program, io, settle)
  addHelp(program)
  program.hook('preAction', (_, command) => checkValues(command))
  for (const command of [program, ...program.commands]) {
    if (command !== program) {
      command.copyInheritedSettings(program)
      // Wherever there may be a bug, the sentence about it names this.
      command.optionsGroup('Talking:').option('--debug', 'show the stack of an error')
    }
    command.addHelpText('after', () => helpEnding(command.name(), lang, helpWidth(io)))
    command.exitOverride((error) => {
      throw complaintOf(error, command)
    })
  }
  return program
}
