import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** One process from start to end, as a user would wait for it. */
export interface Measured {
  readonly seconds: number
  readonly peakMb: number
  readonly cpuSeconds: number
  /** What it wrote to its scratch file; 0 where it needed none. */
  readonly scratchMb: number
  /** SHA-256 of what it printed, without the line that tells the run's date. */
  readonly digest: string
  readonly lines: readonly string[]
}

const USAGE = join(import.meta.dirname, 'report-usage.mjs')
const KEPT_LINES = 40

/** Runs a script under this Node, reading its stdout. Rejects when it fails: a failed run has no time. */
export const measure = (script: string, args: readonly string[], nodeArgs: readonly string[] = []): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const startedMs = performance.now()
    const child = spawn(process.execPath, [...nodeArgs, '--import', USAGE, script, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    const hash = createHash('sha256')
    const lines: string[] = []
    const said = { stderr: '', usage: '' }
    const { stdout, stderr } = child
    if (stdout === null || stderr === null) throw new Error('no pipes')
    createInterface({ input: stdout, crlfDelay: Infinity }).on('line', (line) => {
      if (!line.startsWith('  "run":')) hash.update(line).update('\n')
      if (lines.length < KEPT_LINES) lines.push(line)
    })
    stderr.on('data', (chunk: Buffer) => {
      said.stderr += chunk.toString()
    })
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      said.usage += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0 && code !== 1) return reject(new Error(`${script} ended with ${code}: ${said.stderr.slice(-2000)}`))
      const usage = JSON.parse(said.usage) as Pick<Measured, 'peakMb' | 'cpuSeconds' | 'scratchMb'>
      return resolve({ seconds: (performance.now() - startedMs) / 1000, ...usage, digest: hash.digest('hex'), lines })
    })
  })

/** Smallest, middle and largest of some numbers. */
export const spread = (numbers: readonly number[]): { readonly min: number; readonly median: number; readonly max: number } => {
  const sorted = numbers.toSorted((left, right) => left - right)
  return { min: sorted[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}

/** The three as they stand in a table. */
export const cell = (numbers: readonly number[], digits: number): string => {
  const { min, median, max } = spread(numbers)
  return `${min.toFixed(digits)} / **${median.toFixed(digits)}** / ${max.toFixed(digits)}`
}
