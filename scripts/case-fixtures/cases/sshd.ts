import type { CaseFixture } from '../case-fixture.ts'
import { writeSshd } from '../sshd.ts'
import { attackLine, DAY, HOUR, MINUTE, peopleOf, SCRIPT, type Deed } from '../world.ts'

const START = Date.UTC(2026, 10, 1, 0, 5)
const STAFF = peopleOf(4, 'example.net')
const GUESSED = ['root', 'admin', 'oracle', 'postgres', 'ubuntu', 'test', 'git', 'deploy', 'backup', 'pi', 'ftpuser', 'jenkins']

const work = (): readonly Deed[] =>
  Array.from({ length: 5 }, (_, day) => day).flatMap((day) =>
    STAFF.map((person, index): Deed => ({
      at: START + day * DAY + index * 37 * MINUTE,
      kind: 'key',
      person,
      line: person.home,
      program: SCRIPT,
    })),
  )

/** Names of the trade, root and one of the staff among them, from two addresses. */
const attack = (): readonly Deed[] =>
  Array.from({ length: 96 }, (_, index): Deed => {
    const common = {
      at: START + 4 * DAY + 3 * HOUR + index * 6_500 + ((index * 13) % 9) * 300,
      line: attackLine(index % 2),
      program: SCRIPT,
    }
    if (index % 6 === 5) return { ...common, kind: 'bad-password', typed: 'root' }
    if (index % 16 === 8 && STAFF[1] !== undefined) return { ...common, kind: 'bad-password', person: STAFF[1] }
    return { ...common, kind: 'unknown', typed: GUESSED[1 + (index % (GUESSED.length - 1))] ?? 'test' }
  })

/** `Bob` and `bob` are two accounts of a Unix system; only one of them is guessed. */
const twoBobs = (): readonly Deed[] => [
  ...[0, 1, 2].map((day): Deed => ({
    at: START + day * DAY + 5 * HOUR,
    kind: 'key',
    typed: 'Bob',
    line: { ...attackLine(0), ip: '192.0.2.77' },
    program: SCRIPT,
  })),
  ...[0, 1, 2].map((day): Deed => ({
    at: START + day * DAY + 6 * HOUR,
    kind: 'key',
    typed: 'bob',
    line: { ...attackLine(0), ip: '192.0.2.78' },
    program: SCRIPT,
  })),
]

export const sshdBruteforce = (): CaseFixture => ({
  name: 'sshd-bruteforce',
  files: { 'auth.log': writeSshd([...work(), ...attack()]) },
  truth: {
    about: 'Two addresses guess names and passwords on a server; nobody gets in.',
    accounts: {},
    targeted: 2,
    notListed: ['hana.sato', STAFF[0]?.mail.split('@')[0] ?? ''],
    headline: 'headline.attempts-only',
  },
})

export const sshdCompromised = (): CaseFixture => ({
  name: 'sshd-compromised',
  files: {
    'auth.log': writeSshd([
      ...work(),
      ...twoBobs(),
      ...attack(),
      ...Array.from({ length: 26 }, (_, index): Deed => ({
        at: START + 4 * DAY + 8 * HOUR + index * 7_900 + ((index * 7) % 5) * 900,
        kind: 'bad-password',
        typed: 'Bob',
        line: attackLine(9),
        program: SCRIPT,
      })),
      { at: START + 4 * DAY + 8 * HOUR + 4 * MINUTE, kind: 'password', typed: 'Bob', line: attackLine(9), program: SCRIPT },
    ]),
  },
  truth: {
    about: 'As sshd-bruteforce, and the password of Bob (not bob) is found by a third address.',
    accounts: { Bob: { verdict: 'compromised', class: 'A', flags: ['campaignSource', 'thinHistory'] } },
    targeted: 2,
    notListed: ['bob'],
  },
})
