import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataset } from './generate.ts'
import { measure, type Measured } from './measure.ts'

const CHAIN = join(import.meta.dirname, '..', 'bin', 'ashiato.js')
const SMALL = { events: 1_000_000, accounts: 200_000 } as const
const LARGE = { events: 10_000_000, accounts: 1_000_000 } as const
const MOST_TIMES = 11
const MOST_MB = 1500

// Judged by processor time, not by the clock: other work on the machine would show.
const run = (file: string): Promise<Measured> => measure(CHAIN, [file, '--to', 'json', '--quiet'])

/** Ten times the log, five times the accounts, once: does the chain stay linear, and how much memory does it take? */
export const benchLarge = async (cache: string, say: (text: string) => void): Promise<number> => {
  const small = await run(await dataset(cache, 'auth0', SMALL.events, SMALL.accounts))
  say(`1 M events: ${small.seconds.toFixed(1)} s, ${small.cpuSeconds.toFixed(1)} s of processor time, ${small.peakMb.toFixed(0)} MB`)
  const file = await dataset(cache, 'auth0', LARGE.events, LARGE.accounts)
  try {
    const large = await run(file)
    const times = large.cpuSeconds / small.cpuSeconds
    say(
      `10 M events, 1 M accounts: ${large.seconds.toFixed(1)} s, ${large.cpuSeconds.toFixed(1)} s of processor time (${times.toFixed(1)} × that of 1 M, at most ${MOST_TIMES}), ${large.peakMb.toFixed(0)} MB (at most ${MOST_MB})`,
    )
    return times <= MOST_TIMES && large.peakMb <= MOST_MB ? 0 : 1
  } finally {
    // Ten gigabytes are not left behind.
    if (existsSync(file)) rmSync(file)
  }
}
