import { CommanderError, type Command } from 'commander'
import { complain, type Complaint } from '../i18n/complaint.ts'
import { nearest } from '../kernel/nearest.ts'

const quotedIn = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''
/** The long name out of `-t, --to <id>`. */
const longName = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags

const longOptions = (command: Command): readonly string[] =>
  command.options.flatMap(({ long, hidden }) => (long === undefined || long === null || hidden ? [] : [long]))

const unknownOption = (option: string, command: Command): Complaint => {
  const near = nearest(option, longOptions(command))
  const data = { option, command: command.name() }
  return near === undefined ? complain('complaint.unknown-option', data) : complain('complaint.unknown-option-near', { ...data, near })
}

const MADE: Readonly<Record<string, (message: string, command: Command) => Complaint>> = {
  'commander.unknownOption': (message, command) => unknownOption(quotedIn(message), command),
  'commander.optionMissingArgument': (message, command) =>
    complain('complaint.option-without-value', { option: longName(quotedIn(message)), command: command.name() }),
  'commander.missingArgument': (message, command) =>
    complain('complaint.argument-missing', { placeholder: quotedIn(message), command: command.name() }),
  'commander.excessArguments': (_, command) => complain('complaint.too-many-arguments', { command: command.name() }),
}

/** What commander found wrong with a command's line, as a complaint of ours: in the reader's language, with what to do next. */
export const complaintOf = (error: CommanderError, command: Command): Error => MADE[error.code]?.(error.message, command) ?? error

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.includes(''))

/**
 * `ashiato "$LOGS" --since "$FROM"` where those are not set: what is empty was hardly meant, and would be taken for a value, or for the
 * working folder.
 */
export const checkValues = (command: Command): void => {
  if (command.args.includes('')) throw complain('complaint.argument-empty', { command: command.name() })
  const values: Readonly<Record<string, unknown>> = command.opts()
  const empty = command.options.find((option) => option.required && isEmpty(values[option.attributeName()]))
  if (empty !== undefined) throw complain('complaint.option-without-value', { option: longName(empty.flags), command: command.name() })
}

/** Help and version end commander by an "error" with exit code 0; help for what does not exist by another one. */
export const isCommanderError = (error: unknown): error is CommanderError => error instanceof CommanderError
