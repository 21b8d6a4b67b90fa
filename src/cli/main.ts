import { isUserError } from '../kernel/user-error.ts'
import { safeText } from '../kernel/safe-text.ts'
import { EXIT, type Io } from './io.ts'
import { createProgram } from './program.ts'
import { talk } from './write-out.ts'

const isCommanderExit = (error: unknown): error is Error & { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('commander.')

const reportError = (error: unknown, io: Io, debug: boolean): number => {
  // Commander has already said what was wrong; help and version are no errors.
  if (isCommanderExit(error)) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (isUserError(error)) {
    for (const line of error.message.split('\n')) talk(io, safeText(line))
    if (debug) talk(io, error.stack ?? '')
    return error.exitCode
  }
  const message = error instanceof Error ? error.message : String(error)
  talk(io, `ashiato: bug: ${safeText(message.split('\n', 1)[0] ?? '')} (run again with --debug for the stack, and please report it)`)
  if (debug && error instanceof Error) talk(io, error.stack ?? '')
  return EXIT.bug
}

/** Runs one command line (`argv` as Node gives it: program and script first); never throws, never exits: returns the exit code. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  let code: number = EXIT.done
  const program = createProgram(io, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], { from: 'node' })
    return code
  } catch (error) {
    return reportError(error, io, argv.includes('--debug'))
  }
}
