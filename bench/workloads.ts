import { statSync } from 'node:fs'
import { join } from 'node:path'
import { dataset } from './generate.ts'
import { cell, measure, spread, type Measured } from './measure.ts'
import { variant } from './variants.ts'

const CHAIN = join(import.meta.dirname, '..', 'bin', 'ashiato.js')
const DATABASE = join(import.meta.dirname, 'duckdb.ts')
const EVENTS = 300_000
const ACCOUNTS = 60_000
const ROUNDS = 5

/** One row: what was run, what it took, and what that is to be held against. */
export interface Workload {
  readonly what: string
  readonly seconds: readonly number[]
  readonly peakMb: readonly number[]
  readonly against: string
  /** In the same round, one number per round. */
  readonly ratio: readonly number[]
}

const run = async (file: string): Promise<{ seconds: number; peakMb: number }> => measure(CHAIN, [file, '--to', 'json', '--quiet'])

const ask = async (file: string, shape: string): Promise<number> => {
  const { lines } = await measure(DATABASE, [file, '2', shape])
  const { load, asked } = JSON.parse(lines[0] ?? '') as { load: number; asked: number }
  return load + asked
}

type Rows = Pick<Workload, 'seconds' | 'peakMb' | 'ratio'>

/** The same file again and again; `ratioOf` tells what a round is held against, in that round. */
const rounds = async (file: string, count: number, ratioOf: (seconds: number) => number | Promise<number>): Promise<Rows> => {
  const rows = { seconds: [] as number[], peakMb: [] as number[], ratio: [] as number[] }
  for (let round = 0; round < count; round += 1) {
    const { seconds, peakMb } = await run(file)
    rows.seconds.push(seconds)
    rows.peakMb.push(peakMb)
    rows.ratio.push(await ratioOf(seconds))
  }
  return rows
}

/** The chain and the database in turn, on the same file. */
const againstDatabase = async (shape: 'okta' | 'entra', cache: string): Promise<Workload> => {
  const file = await dataset(cache, shape, EVENTS, ACCOUNTS)
  const rows = await rounds(file, ROUNDS, async (seconds) => seconds / (await ask(file, shape)))
  return {
    what: `${EVENTS.toLocaleString('en')} ${shape} records, ${megabytes(file)} MB`,
    against: 'DuckDB: load and twelve questions',
    ...rows,
  }
}

const megabytes = (file: string): string => (statSync(file).size / 1e6).toFixed(0)

/** Speed in MB/s, as its own ratio. */
const throughput = async (shape: 'csv' | 'sshd', cache: string): Promise<Workload> => {
  const file = await dataset(cache, shape, EVENTS, ACCOUNTS)
  const rows = await rounds(file, ROUNDS, (seconds) => statSync(file).size / 1e6 / seconds)
  return { what: `${EVENTS.toLocaleString('en')} ${shape} lines, ${megabytes(file)} MB`, against: 'MB per second', ...rows }
}

/** The same log exported another way, against the plain file in time order. */
const exportedOtherwise = async (cache: string): Promise<Workload[]> => {
  const plain = await dataset(cache, 'auth0', EVENTS, ACCOUNTS)
  const kinds = ['gz', 'newest-first', 'shuffled'] as const
  const paths = [plain, ...(await Promise.all(kinds.map((kind) => variant(plain, kind))))]
  const results = paths.map(() => ({ seconds: [] as number[], peakMb: [] as number[], ratio: [] as number[] }))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, path] of paths.entries()) {
      const { seconds, peakMb } = await run(path)
      results[index]?.seconds.push(seconds)
      results[index]?.peakMb.push(peakMb)
      results[index]?.ratio.push(seconds / (results[0]?.seconds[round] ?? Number.NaN))
    }
  }
  return kinds.map((kind, index) => ({
    what: `${EVENTS.toLocaleString('en')} auth0 records, ${kind}`,
    against: 'time of the plain file in order',
    ...(results[index + 1] as (typeof results)[number]),
  }))
}

/** As little for 300,000 rows as 128 MB are for ten million. */
const LITTLE_MEMORY = '4MB'
const MUCH_MEMORY = '64GB'

/** A log that does not fit into the memory it is given, in turn with one that does: another document is no result. */
const spilled = async (cache: string): Promise<Workload> => {
  const file = await dataset(cache, 'auth0', EVENTS, ACCOUNTS)
  const runWith = (memory: string): Promise<Measured> => measure(CHAIN, [file, '--to', 'json', '--quiet', '--memory', memory])
  const rows = { seconds: [] as number[], peakMb: [] as number[], ratio: [] as number[] }
  let scratchMb = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const inMemory = await runWith(MUCH_MEMORY)
    const onDisk = await runWith(LITTLE_MEMORY)
    if (onDisk.digest !== inMemory.digest) throw new Error('the document of a spilled log differs')
    rows.seconds.push(onDisk.seconds)
    rows.peakMb.push(onDisk.peakMb)
    rows.ratio.push(onDisk.seconds / inMemory.seconds)
    scratchMb = onDisk.scratchMb
  }
  const share = (100 * scratchMb) / Number(megabytes(file))
  return {
    what: `${EVENTS.toLocaleString('en')} auth0 records under --memory ${LITTLE_MEMORY}: ${scratchMb.toFixed(0)} MB on disk, ${share.toFixed(0)} % of the log`,
    against: 'time with all rows in memory',
    ...rows,
  }
}

/** From the start of the process to its end on ten lines: nothing but starting. */
const starting = async (cache: string): Promise<Workload> => {
  const file = await variant(await dataset(cache, 'auth0', EVENTS, ACCOUNTS), 'ten-lines')
  return { what: 'ten lines', against: 'milliseconds from start to end', ...(await rounds(file, ROUNDS * 2, (seconds) => seconds * 1000)) }
}

export const runWorkloads = async (cache: string, say: (text: string) => void): Promise<Workload[]> => {
  const done: Workload[] = []
  const tell = (workload: Workload): void => {
    done.push(workload)
    say(
      `${workload.what}: ${spread(workload.seconds).median.toFixed(2)} s; ${workload.against}: ${spread(workload.ratio).median.toFixed(2)}`,
    )
  }
  tell(await starting(cache))
  tell(await againstDatabase('okta', cache))
  tell(await againstDatabase('entra', cache))
  tell(await throughput('csv', cache))
  tell(await throughput('sshd', cache))
  for (const workload of await exportedOtherwise(cache)) tell(workload)
  tell(await spilled(cache))
  return done
}

export const workloadsTable = (workloads: readonly Workload[]): string => {
  return [
    '| work | seconds, min / **median** / max | peak RSS, MB | held against | ratio or rate |',
    '|---|---|---|---|---|',
    ...workloads.map(
      ({ what, seconds, peakMb, against, ratio }) =>
        `| ${what} | ${cell(seconds, 2)} | ${spread(peakMb).median.toFixed(0)} | ${against} | ${cell(ratio, ratio.some((each) => each >= 10) ? 0 : 2)} |`,
    ),
  ].join('\n')
}
