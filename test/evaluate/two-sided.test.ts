import { expect, it } from 'vitest'
import { carrierOf } from '../../bench/evaluate/carried.ts'
import { growingExports } from '../../bench/evaluate/growing.ts'
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

/** A floor: docs/EVALUATION.md has the figures. That nobody is dropped again is the point. */
it.each([42, 44, 61])('what the export of the third day flags, those of days 4 to 14 still flag (seed %i)', async (seed) => {
  const days = await growingExports(seed, 700)
  expect(days.map(({ day }) => day)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  for (const { day, victims, flagged, dropped } of days.slice(1)) {
    expect(flagged / victims, `day ${day}`).toBeGreaterThan(0.5)
    expect(dropped, `day ${day}`).toBe(0)
  }
})
