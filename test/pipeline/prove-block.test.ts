import { expect, it } from 'vitest'
import { proveBlock } from '../../src/pipeline/prove-block.ts'
import { parseTime } from '../../src/kernel/time.ts'
import type { CaseStep } from '../../src/model/case.ts'
import { tableOf } from '../cases/table.ts'

const ATTACKER = '203.0.113.9'

type Act = readonly [minute: number, type: string, ip: string]

/** One record of an Auth0 tenant per line. */
const logOf = (events: readonly Act[]): string =>
  events
    .map(([minute, type, ip], index) =>
      JSON.stringify({
        date: `2026-11-20T18:${String(minute).padStart(2, '0')}:00.000Z`,
        type,
        ip,
        connection: 'Username-Password-Authentication',
        client_id: 'Xy12ExampleClient0000000000000001',
        user_id: 'auth0|6500000000000000000000a1',
        user_name: 'alice@example.com',
        user_agent: 'Mozilla/5.0',
        log_id: `9002026112018000000500000010836200000000000122337205400${index}`,
      }),
    )
    .join('\n')

const AT = (minute: number): number =>
  parseTime(`2026-11-20T18:${String(minute).padStart(2, '0')}:00Z`, 'iso', { zone: 'UTC', year: () => 2026 })

const stateOf = async (since: number, ...events: readonly Act[]): Promise<string> => {
  const table = await tableOf({ 'tenant.ndjson': `${logOf(events)}\n` })
  expect(table.size).toBe(events.length)
  const { state, stateAt } = proveBlock({ id: 'case/C2', state: 'open' } as CaseStep, table, new Set([ATTACKER]), AT(since))
  return state === 'open' ? state : `${state} ${stateAt?.slice(11, 16)}`
}

it('a denial from an address of the attack proves that it is blocked', async () => {
  expect(await stateOf(1, [0, 'fp', ATTACKER], [5, 'limit_mu', ATTACKER])).toBe('done 18:05')
})

it('not one that the attack had met already, down to the last event that was known', async () => {
  expect(await stateOf(5, [5, 'limit_mu', ATTACKER], [6, 'fp', ATTACKER])).toBe('open')
})

it('nor a refusal for another reason, nor the denial of somebody else', async () => {
  expect(await stateOf(1, [2, 'fp', ATTACKER], [3, 'limit_wc', ATTACKER], [4, 'limit_mu', '198.51.100.7'])).toBe('open')
  // The API's limit for everybody: nobody is turned away by name.
  expect(await stateOf(1, [2, 'api_limit', ATTACKER])).toBe('open')
})

it('a success from there afterwards contradicts it, one before does not', async () => {
  expect(await stateOf(1, [2, 's', ATTACKER], [5, 'limit_mu', ATTACKER])).toBe('done 18:05')
  expect(await stateOf(1, [5, 'limit_mu', ATTACKER], [8, 's', '198.51.100.7'], [9, 's', ATTACKER])).toBe('contradicted 18:09')
})
