import { say } from '../i18n/translate.ts'
import { isComplaint, saySafely } from '../i18n/complaint.ts'
import { SCANNER_NOT_BUILT } from '../input/scanner-not-built.ts'
import { systemCode } from '../kernel/system-code.ts'
import { isUserError } from '../kernel/user-error.ts'
import { safeText } from '../kernel/safe-text.ts'
import type { Lang } from '../model/vocabulary.ts'
import { commandFirst } from './command-first.ts'
import { isCommanderError } from './commander-errors.ts'
import { EXIT, STOP_CODE, type Io, type StopSignal } from './io.ts'
import { createProgram } from './program.ts'
import { spokenBy, type Spoken } from './talk/spoken.ts'
import { reasonOf } from '../i18n/reason-of.ts'
import { removeUnfinished } from '../state/unfinished.ts'
import { talk } from './talk/write-out.ts'

const stackOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .map((line) => safeText(line))
        .join('\n')
    : safeText(String(error))

const textOf = (error: Error, lang: Lang): string =>
  isUserError(error) && isComplaint(error)
    ? saySafely(error.messageId, error.data, { lang, zone: 'UTC' })
    : error.message
        .split('\n')
        .map((line) => safeText(line))
        .join('\n')

const reportError = (error: unknown, io: Io, argv: readonly string[], lang: Lang): number => {
  if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (argv.includes('--debug')) talk(io, stackOf(error))
  if (isUserError(error)) {
    talk(io, textOf(error, lang))
    return error.exitCode
  }
  if (systemCode(error) === SCANNER_NOT_BUILT) talk(io, say('cli.scanner-not-built', {}, { lang, zone: 'UTC' }))
  else talk(io, saySafely('cli.bug', { detail: reasonOf(error) }, { lang, zone: 'UTC' }))
  return EXIT.bug
}

/** A reader that goes away (`2>&1 | head`) is met where something is written; without a listener it would end the process. */
const survive = (streams: readonly NodeJS.WritableStream[]): void => {
  for (const stream of streams) if (stream.listenerCount('error') === 0) stream.on('error', () => undefined)
}

const run = async (argv: readonly string[], io: Io, spoken: Spoken): Promise<number> => {
  let code: number = EXIT.done
  const program = createProgram(
    io,
    (result) => {
      code = result
    },
    spoken,
  )
  await program.parseAsync([...commandFirst(argv.slice(2), program)], { from: 'user' })
  return code
}

const STOPS = Object.entries(STOP_CODE) as readonly (readonly [StopSignal, number])[]

/** Settles when the run is ended from outside: with 130 after Ctrl-C, with the error that nobody was waiting for. */
const untilStopped = (io: Io, spoken: Promise<Spoken>): Promise<number> =>
  new Promise((stop, crash) => {
    io.signals?.once('uncaughtException', crash)
    for (const [signal, code] of STOPS) {
      io.signals?.once(signal, async () => {
        const { lang } = await spoken
        talk(io, `${io.stderr.isTTY === true ? '\r\u001b[2K' : ''}${say('cli.interrupted', {}, { lang, zone: 'UTC' })}`)
        stop(code)
      })
    }
  })

/** Runs one command line (`argv` as Node gives it: program and script first); never throws, never exits: returns the exit code. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  survive([io.stdout, io.stderr])
  const spoken = spokenBy(argv, io.cwd)
  // Before anything is waited for: Ctrl-C counts from the start.
  const stopped = untilStopped(io, spoken)
  try {
    return await Promise.race([spoken.then((known) => run(argv, io, known)), stopped])
  } catch (error) {
    return reportError(error, io, argv, (await spoken).lang)
  } finally {
    removeUnfinished()
  }
}
