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

const SYSTEM = ['{?system }', '{?(to lvl }'].map((what) => `{:systemName}{:blanks}${what}`)
const START = ['{:blanks}{?ssh:}', ...TERMINALS.map((terminal) => `{user:user}{:blanks}{?${terminal}}`)]
const row = (time: string): readonly string[] =>
  START.flatMap((who) => ['{host:host}{:blanks}', ''].map((host) => `${who}{tty:terminal}{:blanks}${host}${time}`))

/** Rows as `last` prints them: with `-F`, where times are whole, and without, where the end is a time of day. */
export const cutLines: LinePlan = {
  signs: ['pts/', 'ssh:notty'],
  heads: [...row('{at:ctime}'), ...row('{time:minute} - '), ...row('{time:minute}'), ...SYSTEM, '{?wtmp begins }', '{?btmp begins }'],
  bodies: [
    ...ENDS.map(([line, instant]) => ({ line: `${line}{:blanks}({:duration}){:padding}`, values: { pattern: 'row', instant } })),
    ...STILL.map((words) => ({ line: `{:blanks}${words}{:padding}`, values: { pattern: 'row', instant: 'no' } })),
    { line: '{end:clock}{:blanks}({:duration}){:padding}', values: { pattern: 'row' } },
    ...['system boot', 'system down', '(to lvl {:digit})'].map((what) => ({
      line: `${what}{:blanks}{:word}{:blanks}{:ctime}{:text}`,
      values: { pattern: 'system' },
    })),
    ...['wtmp', 'btmp'].map((file) => ({ line: `${file} begins {:ctime}`, values: { pattern: 'trailer' } })),
  ],
  modes: new Map([['at', 'time']]),
  runs: {
    user: { letters: '!-~', least: 1, most: 256 },
    terminal: { letters: '!-~', least: 1, most: 30 },
    // Longer than the name of a weekday, which stands there where no host does.
    host: { letters: '!-~', least: 4, most: 255 },
    digit: { letters: '0-9', least: 1, most: 1 },
    systemName: { letters: '!-~', least: 1, most: 32 },
    duration: { letters: '-+\\d:', least: 1, most: 20 },
    padding: { letters: ' ', least: 0, most: 1000 },
  },
}
