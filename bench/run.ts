import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchFormats } from './formats.ts'
import { dataset } from './generate.ts'
import { benchLarge } from './large.ts'
import { measure, spread } from './measure.ts'
import { figuresTable, performancePage, type Figures } from './performance-page.ts'
import { profile } from './profile.ts'
import { runWorkloads, workloadsTable } from './workloads.ts'

const ROOT = join(import.meta.dirname, '..')
const CHAIN = join(ROOT, 'bin', 'ashiato.js')
const CACHE = join(ROOT, '.cache', 'bench')
const script = (name: string): string => join(import.meta.dirname, `${name}.ts`)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Beyond this many times the processor time of bare JSON.parse something is badly wrong; what is usual is half of it. Not wall time: other work would show. */
const GROSS_RATIO = 18
/** The rules that the project began with: whether more rules cost more is seen against these. */
const FIRST_RULES = [
  'account-guessing',
  'success-after-guessing',
  'single-source-stuffing',
  'single-source-spray',
  'low-and-slow-source',
  'distributed-guessing',
  'user-enumeration',
  'impossible-travel',
  'new-context-success',
  'session-moved',
  'mfa-fatigue',
  'change-after-doubt',
]
const PLAN = { full: { events: 1_000_000, accounts: 200_000, rounds: 5 }, smoke: { events: 100_000, accounts: 20_000, rounds: 3 } } as const

type Round = Pick<Figures, 'chain' | 'parse' | 'database'> & { readonly digests: ReadonlySet<string>; readonly parseCpu: readonly number[] }

const askDatabase = async (file: string): Promise<{ load: number; total: number; peakMb: number } | undefined> => {
  try {
    const { lines, peakMb } = await measure(script('duckdb'), [file, '2'])
    const { load, asked } = JSON.parse(lines[0] ?? '') as { load: number; asked: number }
    return { load, total: load + asked, peakMb }
  } catch (error) {
    say(`DuckDB left out: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return undefined
  }
}

const runRounds = async (file: string, rounds: number, withDatabase: boolean): Promise<Round> => {
  const chain = { seconds: [] as number[], peakMb: [] as number[], cpuSeconds: [] as number[] }
  const database = { load: [] as number[], total: [] as number[], peakMb: [] as number[] }
  const parse: number[] = []
  const parseCpu: number[] = []
  const digests = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const parsed = await measure(script('json-parse'), [file])
    parse.push(parsed.seconds)
    parseCpu.push(parsed.cpuSeconds)
    const { seconds, peakMb, cpuSeconds, digest } = await measure(CHAIN, [file, '--to', 'json', '--quiet'])
    chain.seconds.push(seconds)
    chain.peakMb.push(peakMb)
    chain.cpuSeconds.push(cpuSeconds)
    digests.add(digest)
    const answered = withDatabase ? await askDatabase(file) : undefined
    if (answered !== undefined) for (const key of ['load', 'total', 'peakMb'] as const) database[key].push(answered[key])
    say(
      `round ${round + 1}: chain ${seconds.toFixed(2)} s, ${peakMb.toFixed(0)} MB; JSON.parse ${parse.at(-1)?.toFixed(2)} s${answered === undefined ? '' : `; DuckDB ${answered.total.toFixed(2)} s`}`,
    )
  }
  return { chain, parse, parseCpu, digests, database: database.total.length === rounds ? database : undefined }
}

const smoke = async (): Promise<number> => {
  const { events, accounts, rounds } = PLAN.smoke
  const file = await dataset(CACHE, 'auth0', events, accounts)
  const { chain, parseCpu, digests } = await runRounds(file, rounds, false)
  const reference = await measure(script('reference'), [file])
  const ratio = spread(chain.cpuSeconds.map((seconds, round) => seconds / (parseCpu[round] ?? Number.NaN))).min
  const isSame = digests.size === 1 && digests.has(reference.digest)
  say(
    `${(events / spread(chain.seconds).median).toFixed(0)} events/s; ${ratio.toFixed(2)} × the processor time of bare JSON.parse (at most ${GROSS_RATIO}); document ${isSame ? 'equal' : 'DIFFERENT'} to the reference`,
  )
  return isSame && ratio <= GROSS_RATIO ? 0 : 1
}

const full = async (): Promise<number> => {
  const { events, accounts, rounds } = PLAN.full
  const file = await dataset(CACHE, 'auth0', events, accounts)
  const round = await runRounds(file, rounds, true)
  const reference = await measure(script('reference'), [file])
  const isSame = round.digests.size === 1 && round.digests.has(reference.digest)
  const chain = [file, '--to', 'json', '--quiet']
  const figures: Figures = {
    ...round,
    events,
    isSame,
    workloads: await runWorkloads(CACHE, say),
    bytes: statSync(file).size,
    date: new Date().toISOString().slice(0, 10),
    profile: await profile(script('chain'), chain),
    firstRules: await profile(script('chain'), [...chain, '--only', FIRST_RULES.join(',')]),
  }
  say(figuresTable(figures))
  say(workloadsTable(figures.workloads))
  writeFileSync(join(ROOT, 'docs', 'PERFORMANCE.md'), performancePage(figures))
  say(isSame ? 'docs/PERFORMANCE.md written.' : 'The document differs from the reference: these figures do not count.')
  return isSame ? 0 : 1
}

const [what, ...ids] = process.argv.slice(2)
const RUNS: Readonly<Record<string, () => Promise<number>>> = {
  smoke,
  formats: () => benchFormats(ids),
  large: () => benchLarge(CACHE, say),
}
process.exitCode = await (RUNS[what ?? ''] ?? full)()
