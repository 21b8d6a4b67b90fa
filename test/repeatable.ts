import fc from 'fast-check'

/** One seed: what passed here passes everywhere. `SEED=random npm test` looks further, and names the seed of what it finds. */
const SEED = process.env['SEED'] ?? '20261127'

fc.configureGlobal({ seed: SEED === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(SEED) })
