import type { LinePlan } from '../../model/line-plan.ts'

const TERMINALS = ['pts/', 'ssh:', 'tty', ':', 'console'] as const
/** How a row says that its session has ended, and what that is to `instantOf`. */
const endsOf = (time: string): readonly (readonly [line: string, instant: 'yes' | 'no'])[] => [
  [' - {=at}', 'yes'],
  [` - {:${time}}`, 'no'],
  [' - crash', 'no'],
  [' - down', 'no'],
]
const STILL = ['still logged in', 'gone - no logout', 'still running'] as const

const SYSTEM = ['{?system }', '{?(to lvl }'].map((what) => `{:systemName}{:blanks}${what}`)
const START = ['{:blanks}{?ssh:}', ...TERMINALS.map((terminal) => `{user:user}{:blanks}{?${terminal}}`)]

const rowBody = (line: string, values: Readonly<Record<string, string>>): LinePlan['bodies'][number] => ({
  line: `${line}{:padding}`,
  values: { pattern: 'row', ...values },
})
/** With `-F` or `--time-format iso` times are whole; without, the end is a time of day. */
const rows = [
  ...['ctime', 'iso'].flatMap((time) =>
    endsOf(time).map(([line, instant]) => rowBody(`{at:${time}}${line}{:blanks}({:duration})`, { instant })),
  ),
  rowBody('{time:minute} - {end:clock}{:blanks}({:duration})', {}),
  ...['crash', 'down'].map((end) => rowBody(`{time:minute} - ${end}{:blanks}({:duration})`, { instant: 'no' })),
  ...['{at:ctime}', '{at:iso}', '{time:minute}'].flatMap((time) =>
    STILL.map((words) => rowBody(`${time}{:blanks}${words}`, { instant: 'no' })),
  ),
]

/** Rows as `last` prints them. */
export const cutLines: LinePlan = {
  signs: ['pts/', 'ssh:notty'],
  heads: [
    ...START.flatMap((who) => ['{host:host}{:blanks}', ''].map((host) => `${who}{tty:terminal}{:blanks}${host}`)),
    ...SYSTEM,
    '{?wtmp begins }',
    '{?btmp begins }',
  ],
  bodies: [
    ...rows,
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
