import { NO_PATTERN, type LinePlan } from '../../model/line-plan.ts'

/** By the patterns of fail2ban.ts, with names that are one word. */
const WAYS = [
  ['Authentication', {}],
  ['XML-RPC authentication', { way: 'XML-RPC' }],
  ['REST authentication', { way: 'REST' }],
] as const
const MESSAGES: readonly (readonly [pattern: string, words: string, values: Readonly<Record<string, string>>])[] = [
  ['accepted', 'Accepted password for {user:word}', {}],
  ...WAYS.flatMap(
    ([way, values]) =>
      [
        ['unknownUser', `${way} attempt for unknown user {user:word}`, values],
        ['failed', `${way} failure for {user:word}`, values],
      ] as const,
  ),
  ['blocked', 'Blocked authentication attempt for {user:word}', {}],
  ['blocked', 'Blocked username authentication attempt for {user:word}', {}],
  ['multicall', 'XML-RPC multicall authentication failure', { way: 'XML-RPC' }],
  ['emptyName', 'Empty username', {}],
  ['resetRequested', 'Password reset requested for {user:word}', {}],
]

/** What else the plugin writes often, and is no login. */
const OTHERS = ['Blocked user enumeration attempt', 'Pingback requested'] as const

export const failToBanLines: LinePlan = {
  signs: [' wordpress(', ' wordpress[', ' wp('],
  heads: ['{time:bsd}', '{time:iso}', '<{:digits}>{time:bsd}', '<{:digits}>{time:iso}'].flatMap((time) =>
    ['wordpress({site:site})', 'wordpress', 'wp({site:site})'].flatMap((program) =>
      ['[{:digits}]', ''].map((pid) => `${time} {:host} ${program}${pid}: `),
    ),
  ),
  bodies: [
    ...MESSAGES.flatMap(([pattern, words, values]) => [
      { line: `${words} from {ip:address}`, values: { pattern, ...values } },
      { line: `${words} from {ip:address} via XML-RPC`, values: { pattern, via: 'XML-RPC', ...values } },
    ]),
    ...OTHERS.map((words) => ({ line: `${words} from {:address}`, values: { pattern: NO_PATTERN } })),
  ],
  modes: new Map([['time', 'time']]),
  runs: { site: { letters: "!-'*-~", least: 1, most: 255 } },
}
