import { describe, expect, it } from 'vitest'
import { writeAuth0 } from '../../scripts/case-fixtures/auth0.ts'
import { entraId } from '../../scripts/case-fixtures/entra.ts'
import { oktaId, writeOkta } from '../../scripts/case-fixtures/okta.ts'
import { SHOP_MAPPING, writeShop } from '../../scripts/case-fixtures/shop.ts'
import { attackLine, ATTACK_BROWSER, DAY, MINUTE, personOf, type Deed, type Person } from '../../scripts/case-fixtures/world.ts'
import { loadMapFile } from '../../src/formats/generic/load-mapping.ts'
import { accountOf, affectedOf, logsOf, scanCase, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const login = (person: Person, day: number): Deed => ({
  at: START + day * DAY,
  kind: 'login',
  person,
  line: person.home,
  program: person.computer,
  session: `${person.number}d${day}`,
})
const weeks = (person: Person): readonly Deed[] => [0, 3, 6, 9, 12, 15, 18].map((day) => login(person, day))
/** Guessed from one address until it works. */
const guessed = (person: Person, at: number): readonly Deed[] => {
  const from = { person, line: attackLine(1), program: ATTACK_BROWSER }
  return [
    ...Array.from({ length: 22 }, (_, index) => ({ ...from, at: at + index * 9_000 + (index % 4) * 1_300, kind: 'bad-password' })),
    { ...from, at: at + 4 * MINUTE, kind: 'login', session: 'guessed' },
  ]
}

describe('one e-mail address on two ids', () => {
  const [first, second] = [personOf(1, 'example.jp'), personOf(2, 'example.jp')]
  /** On day 10 the second account takes the first one's address; the ids stay two. */
  const moved = weeks(second).map((deed) => (deed.at > START + 10 * DAY ? { ...deed, person: { ...second, mail: first.mail } } : deed))

  it('does not make them one account', async () => {
    const document = await scanLogs({ 'okta.ndjson': writeOkta([...weeks(first), ...moved, ...guessed(first, START + 19 * DAY)]) })
    expect(affectedOf(document).map(({ account }) => account)).toEqual([oktaId(1)])
    expect(accountOf(document, oktaId(1))?.usual.logins).toBe(7)
  })
  it('nor does it when the other one is attacked', async () => {
    const attacked = guessed({ ...second, mail: first.mail }, START + 19 * DAY)
    const document = await scanLogs({ 'okta.ndjson': writeOkta([...weeks(first), ...moved, ...attacked]) })
    expect(affectedOf(document).map(({ account }) => account)).toEqual([oktaId(2)])
    expect(accountOf(document, oktaId(2))?.names).toEqual([second.mail, first.mail])
  })
})

describe('an export without tenants', () => {
  const person = personOf(1, 'example.com')
  const whole = writeAuth0([...weeks(person), ...guessed(person, START + 19 * DAY)])
  const tenantless = (line: string): string =>
    line.replace(',"tenant_name":"example-shop"', '').replace('"hostname":"example-shop.jp.auth0.com"', '"hostname":"login.example.com"')
  const lines = whole.trimEnd().split('\n')
  const mixed = lines.map((line, index) => (index % 2 === 0 ? tenantless(line) : line)).join('\n')

  it('is of the one tenant that the others name', async () => {
    const document = await scanLogs({ 'auth0.ndjson': mixed })
    expect(document.accounts.map(({ tenant }) => tenant)).toEqual(['example-shop'])
    expect(document.accounts[0]?.usual.logins).toBe(7)
    expect(document.accounts[0]?.reasons[0]?.data).toMatchObject({ attempts: 22 })
  })
  it('stays apart where there are two tenants to choose from', async () => {
    const other = lines
      .slice(0, 3)
      .map((line) =>
        line.replaceAll('example-shop', 'example-other').replaceAll('"log_id":"9', '"log_id":"8').replaceAll('"_id":"9', '"_id":"8'),
      )
    const document = await scanLogs({ 'auth0.ndjson': [mixed, ...other].join('\n') })
    expect(document.accounts.map(({ tenant }) => tenant)).not.toEqual(['example-shop'])
  })
  it('joins the mailbox log with the sign-ins of the same directory', async () => {
    const document = await scanCase('entra-mfa-fatigue')
    const account = accountOf(document, entraId(4))
    expect(account?.reasons.map(({ data }) => data['action'])).toContain('forwarding-change')
    expect(document.accounts.filter(({ names }) => names.includes(account?.names[0] ?? '-'))).toHaveLength(1)
  })
})

describe('names that look alike', () => {
  it('are two accounts in sshd, and the command names the right one', async () => {
    const document = await scanCase('sshd-compromised')
    const text = JSON.stringify(document.accounts.map(({ checklist }) => checklist.map(({ commands }) => commands)))
    expect(affectedOf(document).map(({ account }) => account)).toEqual(['Bob'])
    expect(text).toMatch(/\bBob\b/)
    expect(text).not.toMatch(/\bbob\b/)
  })
  it('keep their leading zeros and their width, byte for byte', async () => {
    const loaded = loadMapFile(SHOP_MAPPING, 'mapping.yaml')
    if (!('format' in loaded)) throw new Error('mapping')
    const rename = (id: string, deeds: readonly Deed[]): readonly Deed[] => deeds.map((deed) => ({ ...deed, typed: id }))
    const ids = ['0001234', 'ｔａｎａｋａ０１', "o'brien; rm"]
    const deeds = ids.flatMap((id, index) => {
      const person = personOf(index + 1, 'example.jp')
      return rename(id, [...weeks(person), ...guessed(person, START + 19 * DAY + index * 20 * MINUTE)])
    })
    const log = writeShop(deeds)
    const document = await scanLogs({ 'shop.csv': log }, { ownFormats: [loaded.format] })
    const listed = affectedOf(document).map(({ account }) => account)
    expect(listed.toSorted()).toEqual(ids.toSorted())
    for (const id of listed) expect(log).toContain(`,${id},`)
  })
})

describe('a name without an id', () => {
  it("is an account only where it ever got in: a list of other people's ids is not a list of members", async () => {
    const { campaigns, summary } = await scanCase('shop-csv')
    expect(campaigns).toHaveLength(1)
    expect(campaigns[0]).toMatchObject({ tried: 83, unknownIds: 64, targeted: 19 })
    expect(summary).toMatchObject({ triedIds: 83, triedMembers: 19 })
    expect(logsOf('shop-csv')['member-log.csv']?.toString('utf8')).toContain('90000000')
  })
})
