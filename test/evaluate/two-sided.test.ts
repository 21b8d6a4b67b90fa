import { expect, it } from 'vitest'
import { carrierOf } from '../../bench/evaluate/carried.ts'
import { attackWishes } from '../../bench/evaluate/plan.ts'
import { run, type Run } from '../../bench/evaluate/runs.ts'

it('with all successes deleted nobody is called safe: whoever is listed is undetermined', async () => {
  const { document } = await run({
    seed: 41,
    wishes: attackWishes(41),
    accounts: 600,
    tell: (event) => (event.outcome === 'success' ? undefined : event),
  })
  expect(document.accounts.length).toBeGreaterThan(0)
  expect(document.accounts.filter(({ verdict }) => verdict !== 'undetermined')).toEqual([])
})

/** Each of these writes what the other formats do not: sessions without browser lines, browsers without sessions, neither. */
it.each(['auth0', 'keycloak', 'cognito', 'sshd'])('%s comes to the verdicts of an NDJSON log that tells no more', async (format) => {
  const settings = { seed: 41, wishes: attackWishes(41), accounts: 600 }
  const there = await run({ ...settings, tell: carrierOf(format) })
  const here = await run({ ...settings, format })
  const verdicts = ({ document, log }: Run): readonly string[] =>
    Array.from({ length: 600 }, (_, person) => document.accounts.find(({ account }) => account === log.accountOf(person))?.verdict ?? '')
  expect(verdicts(here)).toEqual(verdicts(there))
  expect(verdicts(here).filter((verdict) => verdict === 'compromised')).not.toEqual([])
})
