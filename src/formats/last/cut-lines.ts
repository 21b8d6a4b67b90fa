import type { LinePlan } from '../../model/line-plan.ts'

const TERMINALS = ['pts/', 'ssh:', 'tty', ':', 'console'] as const
/** How a row says that its session has ended, and what that is to `instantOf`. */
const ENDS: readonly (readonly [line: string, instant: 'yes' | 'no'])[] = [
  [' - {=at}', 'yes'],
  [' - {:ctime}', 'no'],
  [' - crash', 'no'],
  [' - down', 'no'],
]
const STILL = ['still logged in', 'gone - no logout', 'still running'] as const

/** Rows with all of their columns, as `last -F -w` prints them. */
export const cutLines: LinePlan = {
  signs: ['pts/', 'ssh:notty'],
  heads: TERMINALS.flatMap((terminal) =>
    ['{host:host}{:blanks}', ''].map((host) => `{user:user}{:blanks}{?${terminal}}{tty:terminal}{:blanks}${host}{at:ctime}`),
  ),
  bodies: [
    ...ENDS.map(([line, instant]) => ({ line: `${line}{:blanks}({:duration}){:padding}`, values: { pattern: 'row', instant } })),
    ...STILL.map((words) => ({ line: `{:blanks}${words}{:padding}`, values: { pattern: 'row', instant: 'no' } })),
  ],
  modes: new Map([['at', 'time']]),
  runs: {
    user: { letters: '!-~', least: 1, most: 256 },
    terminal: { letters: '!-~', least: 1, most: 30 },
    // Longer than the name of a weekday, which stands there where no host does.
    host: { letters: '!-~', least: 4, most: 255 },
    duration: { letters: '-+\\d:', least: 1, most: 20 },
    padding: { letters: ' ', least: 0, most: 1000 },
  },
}
