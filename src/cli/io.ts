/** Everything the command line touches outside the process, so that tests can stand in for it. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly nowMs: () => number
  /** The process's own events. Absent in tests that do not need them. */
  readonly signals?: Signals
}

/** What can end a run from outside: Ctrl-C and its kind, and an error that nobody was waiting for. */
export interface Signals {
  readonly once: (event: StopSignal | 'uncaughtException', listener: (cause: unknown) => void) => unknown
}

/** Signals that ask a run to stop, with the exit code of each: a shell's 128 and its number. */
export const STOP_CODE = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
export type StopSignal = keyof typeof STOP_CODE

/** Exit codes; stopped: STOP_CODE. Precedence: stopped > 70 > 2 > 3 > 1. */
export const EXIT = { done: 0, found: 1, usage: 2, incomplete: 3, bug: 70 } as const

/** Colour for a stream: NO_COLOR wins, FORCE_COLOR next, then whether a person is looking. */
export const wantsColor = (stream: { readonly isTTY?: boolean }, env: Io['env']): boolean => {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

const DEFAULT_WIDTH = 100

/** Columns of a terminal; elsewhere, and where a terminal was given no size (`script`, `docker run -t`: 0), what COLUMNS says, or a width that most windows have. */
export const widthOf = (stream: { readonly columns?: number }, env: Io['env']): number => {
  const asked = Number(env['COLUMNS'])
  if (stream.columns !== undefined && stream.columns > 0) return stream.columns
  return Number.isInteger(asked) && asked > 20 ? asked : DEFAULT_WIDTH
}
