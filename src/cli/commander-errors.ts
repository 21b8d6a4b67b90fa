import { CommanderError } from 'commander'
import { complain, type Complaint } from '../i18n/complaint.ts'

const quotedIn = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''
/** The long name out of `-t, --to <id>`. */
const longName = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags

const MADE: Readonly<Record<string, (message: string, command: string) => Complaint>> = {
  'commander.unknownOption': (message, command) => {
    const near = /Did you mean (?:one of )?([^?,]+)/.exec(message)?.[1]
    const option = quotedIn(message)
    return near === undefined
      ? complain('complaint.unknown-option', { option, command })
      : complain('complaint.unknown-option-near', { option, command, near })
  },
  'commander.optionMissingArgument': (message, command) =>
    complain('complaint.option-without-value', { option: longName(quotedIn(message)), command }),
  'commander.missingArgument': (message, command) => complain('complaint.argument-missing', { placeholder: quotedIn(message), command }),
  'commander.excessArguments': (_, command) => complain('complaint.too-many-arguments', { command }),
}

/** What commander found wrong with a command's line, as a complaint of ours: in the reader's language, with what to do next. */
export const complaintOf = (error: CommanderError, command: string): Error => MADE[error.code]?.(error.message, command) ?? error

/** Help and version end commander by an "error" with exit code 0; help for what does not exist by another one. */
export const isCommanderError = (error: unknown): error is CommanderError => error instanceof CommanderError
