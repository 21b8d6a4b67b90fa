import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { cell } from './measure.ts'
import type { ThreadProfile } from './profile.ts'
import { workloadsTable, type Workload } from './workloads.ts'

export interface Figures {
  readonly date: string
  readonly events: number
  readonly bytes: number
  readonly chain: { readonly seconds: readonly number[]; readonly peakMb: readonly number[]; readonly cpuSeconds: readonly number[] }
  readonly parse: readonly number[]
  readonly database: { readonly load: readonly number[]; readonly total: readonly number[]; readonly peakMb: readonly number[] } | undefined
  readonly isSame: boolean
  readonly workloads: readonly Workload[]
  readonly profile: readonly ThreadProfile[]
  /** The same with the twelve rules that the project began with. */
  readonly firstRules: readonly ThreadProfile[]
}

type Row = readonly [what: string, value: string]

const perSecond = (amount: number, seconds: readonly number[]): string =>
  cell(
    seconds.map((taken) => amount / taken),
    0,
  )

/** How many times as long as the others in the same round. */
const against = (seconds: readonly number[], others: readonly number[]): string =>
  cell(
    seconds.map((taken, round) => taken / (others[round] ?? Number.NaN)),
    2,
  )

const databaseRows = ({ chain, database }: Figures): readonly Row[] =>
  database === undefined
    ? []
    : [
        ['DuckDB: load, seconds', cell(database.load, 2)],
        ['DuckDB: load and twelve questions, seconds', cell(database.total, 2)],
        ['DuckDB: peak RSS, MB', cell(database.peakMb, 0)],
        ['the chain against DuckDB', against(chain.seconds, database.total)],
      ]

/** The figures as a table, for the terminal and for the page. */
export const figuresTable = (figures: Figures): string => {
  const { events, bytes, chain, parse } = figures
  const rows: readonly Row[] = [
    ['`ashiato FILE --to json`, seconds', cell(chain.seconds, 2)],
    ['events per second', perSecond(events, chain.seconds)],
    ['MB per second', perSecond(bytes / 1e6, chain.seconds)],
    ['CPU seconds, all threads', cell(chain.cpuSeconds, 2)],
    ['peak RSS, MB', cell(chain.peakMb, 0)],
    ['`JSON.parse` per line and nothing else, seconds', cell(parse, 2)],
    ['the chain against bare `JSON.parse`', against(chain.seconds, parse)],
    ...databaseRows(figures),
  ]
  return ['| | min / **median** / max |', '|---|---|', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n')
}

const profileTable = ({ seconds, shares }: ThreadProfile, name: string): string =>
  [
    `**${name}** (${seconds.toFixed(1)} s under the profiler)`,
    '',
    '| station | share |',
    '|---|---|',
    ...shares.filter(([, share]) => share >= 1).map(([what, share]) => `| ${what} | ${share.toFixed(0)} % |`),
  ].join('\n')

const shareOf = ([main]: readonly ThreadProfile[], station: string): string =>
  `${(main?.shares.find(([what]) => what === station)?.[1] ?? 0).toFixed(0)} %`

const THREADS = [
  'Main thread: decoding, store, rules, cases, report',
  'Reading thread: read, hash, frame, scan',
  'Places thread: countries and networks of addresses',
  'Weighing thread: scores and traces of logins, beside the rules',
]

/** docs/PERFORMANCE.md. */
export const performancePage = (figures: Figures): string => `# Performance

Written by \`npm run bench\`. ${figures.date}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}.
Load average at the end of the run: ${(loadavg()[0] ?? 0).toFixed(1)}; with one core per thread and nothing else running it is below 2, and times above that are too long.

${figures.events.toLocaleString('en')} Auth0-like events, ${(figures.bytes / 1e9).toFixed(2)} GB of NDJSON, warm file cache; ${figures.chain.seconds.length} rounds, in each of which the programs run one after
the other, so that ratios are taken under the same conditions.

${figuresTable(figures)}

The chain hashes the evidence, decodes, orders, resolves accounts, looks up places and networks, runs every rule, judges accounts and writes
checklists. The database loads the columns it needs and answers twelve questions (\`bench/questions.ts\`) without places, networks or verdicts.
The case document of the measured way ${figures.isSame ? 'equals' : '**DIFFERS FROM**'} the one of the reference way (every record through \`JSON.parse\`, one thread), to the byte.

## Other shapes and other exports

${workloadsTable(figures.workloads)}

## Where the time goes

${figures.profile.map((thread, index) => profileTable(thread, THREADS[index] ?? `Thread ${index}`)).join('\n\n')}

The rule stage takes ${shareOf(figures.profile, 'rules')} of the run with all rules, and ${shareOf(figures.firstRules, 'rules')} with the twelve that the project began with.

## What was tried and did not help

${readFileSync(join(import.meta.dirname, 'tried.md'), 'utf8').trimEnd()}

## Method

The data come from \`bench/population.ts\` (seeded; kept under \`.cache/bench\`): 30 days, home and mobile lines of real carriers' blocks, 8 % mistyped
logins, one agent family per account, and a two-hour list attack from sixty addresses on 0.1 % of the accounts. \`bin/ashiato.js\` runs directly under
Node 24 as a child process; time is from its start to its end, memory its peak resident set. \`npm run bench -- smoke\` runs 100,000 events and fails
only on gross regressions, as a ratio of processor time to bare \`JSON.parse\` in the same run.
`
