import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './measure.ts'

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Share of one thread's time by station of the chain, largest first; in percent. */
export interface ThreadProfile {
  readonly seconds: number
  readonly shares: readonly (readonly [what: string, percent: number])[]
}

const whatOf = ({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string => {
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (functionName === '(idle)') return 'waiting for the other thread'
  if (url.startsWith('wasm:')) return 'scanner (WebAssembly)'
  const station = /\/dist\/(\w+)\//.exec(url)?.[1]
  if (station !== undefined) return station
  return url.includes('node_modules') ? 'libraries' : 'Node itself (files, hashing, strings, module loading)'
}

const readProfile = (path: string): ThreadProfile => {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, 'utf8')) as CpuProfile
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map<string, number>()
  samples.forEach((id, index) => {
    const frame = frames.get(id)
    const what = frame === undefined ? '?' : whatOf(frame)
    times.set(what, (times.get(what) ?? 0) + (timeDeltas[index] ?? 0))
  })
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  return {
    seconds: total / 1e6,
    shares: [...times].map(([what, time]) => [what, (100 * time) / total] as const).toSorted((left, right) => right[1] - left[1]),
  }
}

/** Where the time of a run goes, one entry per thread, the main one first. */
export const profile = async (script: string, args: readonly string[]): Promise<readonly ThreadProfile[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'ashiato-profile-'))
  try {
    await measure(script, args, ['--cpu-prof', `--cpu-prof-dir=${folder}`])
    return readdirSync(folder)
      .toSorted((left, right) => Number(left.split('.').at(-3)) - Number(right.split('.').at(-3)))
      .map((name) => readProfile(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
