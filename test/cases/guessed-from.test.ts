import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 10, 2)
const DAY_S = 86_400
const NIGHT = 10 * DAY_S + 17 * 3600
const PEOPLE = ['deploy', 'ops', 'alice', 'bob', 'carol', 'dave']
const ATTACKER = '45.134.26.77'

interface Line {
  readonly at: number
  readonly text: string
}

const line = (at: number, text: string, index: number): string =>
  `${new Date(START + at * 1000).toISOString().slice(0, 19)}+00:00 web1 sshd[${1000 + index}]: ${text}`

const accepted = (at: number, who: string, ip: string): Line => ({
  at,
  text: `Accepted password for ${who} from ${ip} port ${40_000 + (at % 20_000)} ssh2`,
})
const failed = (at: number, who: string): Line => ({
  at,
  text: `Failed password for ${PEOPLE.includes(who) ? '' : 'invalid user '}${who} from ${ATTACKER} port ${40_000 + (at % 20_000)} ssh2`,
})

const mornings = PEOPLE.flatMap((who, person) =>
  Array.from({ length: 11 }, (_, day) => accepted(day * DAY_S + person * 300, who, `118.0.4.${person + 10}`)),
)
/** Six names that nobody has, and twelve guesses at one that somebody has: too few for the rules about sources. */
const tries = ['admin', 'test', 'oracle', 'ubuntu', 'postgres', 'git', ...Array.from({ length: 12 }, () => 'deploy')].map((who, index) =>
  failed(NIGHT + index * 9, who),
)

const scan = (lines: readonly Line[]): Promise<CaseDocument> => {
  const log = [...mornings, ...tries, ...lines].toSorted((left, right) => left.at - right.at)
  return scanLogs({ 'auth.log': log.map(({ at, text }, index) => line(at, text, index)).join('\n') })
}

describe('an address from which a password was found by trying', () => {
  it('is an attack with all that it tried, not only with what no success explains', async () => {
    const document = await scan([accepted(NIGHT + 200, 'deploy', ATTACKER)])
    expect(accountOf(document, 'deploy')?.verdict).toBe('compromised')
    expect(document.campaigns).toHaveLength(1)
    expect(document.campaigns[0]?.sources).toEqual([ATTACKER])
    expect(document.campaigns[0]?.tried).toBe(7)
    expect(document.campaigns[0]?.compromised).toEqual(['deploy'])
  })
  it('is one for whoever else got in from there', async () => {
    const document = await scan([accepted(NIGHT + 200, 'deploy', ATTACKER), accepted(NIGHT + 2400, 'carol', ATTACKER)])
    expect(accountOf(document, 'carol')?.verdict).toBe('compromised')
    expect(document.campaigns[0]?.compromised).toEqual(['deploy', 'carol'])
  })
  it('shows no session of the owner at home, although the journey there was too fast', async () => {
    const document = await scan([accepted(NIGHT + 200, 'deploy', ATTACKER), accepted(11 * DAY_S, 'deploy', '118.0.4.10')])
    expect(document.sessions.map(({ ips }) => ips)).toEqual([[ATTACKER]])
  })
})
