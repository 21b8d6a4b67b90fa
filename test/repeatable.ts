import fc from 'fast-check'
import { describe, it } from 'vitest'

/** One seed: what passed here passes everywhere. `SEED=random npm test` looks further, and names the seed of what it finds. */
const SEED = process.env['SEED'] ?? '20261127'

fc.configureGlobal({ seed: SEED === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(SEED) })

type Each = (cases: unknown, ...rest: readonly unknown[]) => unknown

/** Cases that a test goes through, of which there are none: it would never run, and never fail. */
const refuseNone =
  (each: Each): Each =>
  (cases, ...rest) => {
    if (Array.isArray(cases) && cases.length === 0) throw new Error('.each of an empty list: nothing would be tested')
    return each(cases, ...rest)
  }
// Once per worker: files share what is imported.
const guarded = globalThis as { eachIsGuarded?: true }
if (guarded.eachIsGuarded === undefined)
  for (const chain of [it, describe]) Object.assign(chain, { each: refuseNone(chain.each.bind(chain) as Each) })
guarded.eachIsGuarded = true
