import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dataset } from './generate.ts'
import { measure, type Measured } from './measure.ts'

const CHAIN = join(import.meta.dirname, '..', 'bin', 'ashiato.js')
const SMALL = { events: 1_000_000, accounts: 200_000 } as const
const LARGE = { events: 10_000_000, accounts: 1_000_000 } as const
const MOST_TIMES = 11
const MOST_MB = 1500
/** Of a log that is larger than the memory it is given. */
const SPILLED = { memory: '128MB', mostTimes: 2, mostShare: 1 / 3 } as const
const ALL_IN_MEMORY = '64GB'

// Judged by processor time, not by the clock: other work on the machine would show.
const run = (file: string, ...options: readonly string[]): Promise<Measured> =>
  measure(CHAIN, [file, '--to', 'json', '--quiet', '--now', NOW, ...options])
/** Documents are compared: the clock would show. */
const NOW = '2026-12-01T00:00:00Z'

const figures = ({ seconds, cpuSeconds, peakMb }: Measured): string =>
  `${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time, ${peakMb.toFixed(0)} MB`

/** The large log on disk against the same in memory. */
const benchSpilled = async (file: string, say: (text: string) => void): Promise<boolean> => {
  const inMemory = await run(file, '--memory', ALL_IN_MEMORY)
  say(`the same with all rows in memory: ${figures(inMemory)}`)
  const spilled = await run(file, '--memory', SPILLED.memory)
  const times = spilled.cpuSeconds / inMemory.cpuSeconds
  const share = (spilled.scratchMb * 1e6) / statSync(file).size
  const isSame = spilled.digest === inMemory.digest
  say(
    `under --memory ${SPILLED.memory}: ${figures(spilled)} (${times.toFixed(2)} × that in memory, at most ${SPILLED.mostTimes}), ${spilled.scratchMb.toFixed(0)} MB on disk (${(100 * share).toFixed(1)} % of the log, at most 33), document ${isSame ? 'equal' : 'DIFFERENT'}`,
  )
  return isSame && times <= SPILLED.mostTimes && share <= SPILLED.mostShare
}

/** Ten times the log, five times the accounts, once: does the chain stay linear, how much memory does it take, and with how little does it do? */
export const benchLarge = async (cache: string, say: (text: string) => void): Promise<number> => {
  const small = await run(await dataset(cache, 'auth0', SMALL.events, SMALL.accounts))
  say(`1 M events: ${figures(small)}`)
  const file = await dataset(cache, 'auth0', LARGE.events, LARGE.accounts)
  try {
    const large = await run(file)
    const times = large.cpuSeconds / small.cpuSeconds
    say(`10 M events, 1 M accounts: ${figures(large)} (${times.toFixed(1)} × that of 1 M, at most ${MOST_TIMES}; at most ${MOST_MB} MB)`)
    const isSpillingCheap = await benchSpilled(file, say)
    return times <= MOST_TIMES && large.peakMb <= MOST_MB && isSpillingCheap ? 0 : 1
  } finally {
    // Ten gigabytes are not left behind.
    if (existsSync(file)) rmSync(file)
  }
}
