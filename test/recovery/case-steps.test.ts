import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { account, anyAccount, anyCampaigns, campaign, input } from './support/accounts.ts'

const ids = (steps: readonly { readonly id: string }[]): string[] => steps.map((step) => step.id)

describe('steps of the case', () => {
  it('evidence first while quiet, stopping first while active; service-wide stops belong to the business', () => {
    const quiet = buildChecklists(input([account()], [campaign()]), { lang: 'en' }).caseSteps
    expect(ids(quiet)[0]).toBe('case/P1')
    const active = buildChecklists(input([account({ class: 'C' })], [campaign({ active: true })]), { lang: 'en' }).caseSteps
    expect(ids(active).slice(0, 3)).toEqual(['case/C4', 'case/C2', 'case/C3'])
    expect(active.filter((step) => ['case/C3', 'case/C4'].includes(step.id)).map((step) => step.owner)).toEqual(['business', 'business'])
    expect(active.find((step) => step.id === 'case/P1')?.commands[0]?.command).toContain('sha256sum')
  })

  it('asks hosts for keys, and everybody else for a challenge', () => {
    const challenges = (providers: readonly string[]): readonly string[] =>
      ids(buildChecklists({ ...input([], [campaign()]), providers }, { lang: 'en' }).caseSteps).filter((id) => id.startsWith('case/C3'))
    expect(challenges(['sshd'])).toEqual(['case/C3.keys'])
    expect(challenges(['sshd', 'okta'])).toEqual(['case/C3'])
    expect(challenges([])).toEqual(['case/C3'])
  })

  it('blocks addresses from which accounts were entered beside those of campaigns, and counts who else is on them', () => {
    const entries = { sources: ['203.0.113.99'], spared: ['198.51.100.9'], collateral: ['z'] }
    const { caseSteps } = buildChecklists({ ...input([account()], []), entries }, { lang: 'en' })
    const block = caseSteps.find((step) => step.id === 'case/C2')
    expect(block?.text).toContain("the attack's 1 source,")
    expect(block?.userImpact).toContain('estimated legitimate users: 1; 1 more source is a relay, a proxy or a shared line: not blocked')
    expect(block?.userImpact).not.toContain('challenge')
    expect(ids(caseSteps)).not.toContain('case/C3')
  })

  it('blocks sources with their number, commands and the collateral', () => {
    const { caseSteps } = buildChecklists(
      input([account()], [campaign({ collateral: ['a', 'b', 'c', 'd'] }), campaign({ collateral: ['a'] })]),
      { lang: 'ja' },
    )
    const block = caseSteps.find((step) => step.id === 'case/C2')
    expect(block?.text).toContain('攻撃元のIPアドレス2個')
    expect(block?.userImpact).toContain('巻き込み推定 4アカウント')
    expect(block?.commands.map((item) => item.command).join('\n')).toMatch(
      /"ipv4_cidrs":\["203\.0\.113\.7\/32"\][^]*"ipv6_cidrs":\["2001:db8:1:2::\/64"\]/,
    )
  })

  it('of several systems, whose command it is stands with each, and for which shell', () => {
    const notesOf = (...providers: readonly string[]): readonly (string | null)[] => {
      const accounts = providers.map((provider, at) => account({ provider, account: `u-${at}` }))
      const { caseSteps } = buildChecklists(input(accounts, [campaign()]), { lang: 'en' })
      return caseSteps.find((step) => step.id === 'case/C2')?.commands.map(({ note }) => note) ?? []
    }
    expect(
      notesOf('entra', 'cognito').every((note) => /^(?:Microsoft Entra ID \(PowerShell\)|Amazon Cognito \(sh\)): \S/.test(note ?? '')),
    ).toBe(true)
    expect(notesOf('cognito')[0]).toBe('once per shell')
    expect(notesOf('cognito', 'wordpress')[0]).toBe('once per shell')
  })

  it('no command takes more networks than its vendor allows, and each has what it relies on before it', () => {
    const sources = Array.from({ length: 45 }, (_, at) => `203.0.113.${at}`)
    const commandsOf = (provider: string): readonly string[] => {
      const { caseSteps } = buildChecklists(input([account({ provider })], [campaign({ sources: ['2001:db8:1::/64', ...sources] })]), {
        lang: 'en',
      })
      return caseSteps.find((step) => step.id === 'case/C2')?.commands.map(({ command }) => command) ?? []
    }
    const networks = commandsOf('auth0').map((command) => command.match(/[0-9a-f:.]+\/(?:32|64)/g)?.length ?? 0)
    expect(networks).toEqual([0, 0, 20, 20, 5, 1])
    expect(commandsOf('auth0').join('\n')).toMatch(
      /^auth0 login\n[^]*'Incident response 1'[^]*'Incident response 3'[^]*'Incident response IPv6 3'/,
    )
    const [organisation, token, ...zones] = commandsOf('okta')
    expect([organisation, token, zones.length]).toEqual([expect.stringMatching(/^O=/), expect.stringMatching(/^T=/), 1])
  })

  it('is as many commands as the vendor takes, the busiest sources first, and says where the rest is blocked', () => {
    const sources = Array.from({ length: 1234 }, (_, at) => `10.${at >> 8}.${at & 255}.1`)
    const attempts = new Map([
      ['10.4.200.1', 900],
      ['2001:db8:1::/64', 800],
    ])
    const given = { ...input([account({ provider: 'auth0' })], [campaign({ sources: [...sources, '2001:db8:1::/64'] })]), attempts }
    for (const lang of ['en', 'ja'] as const) {
      const { caseSteps } = buildChecklists(given, { lang })
      const commands = (caseSteps.find((step) => step.id === 'case/C2')?.commands ?? []).filter(({ command }) =>
        command.includes('network-acl'),
      )
      const text = commands.map(({ command }) => command).join('\n')
      expect(text.match(/[0-9a-f:.]+\/(?:32|64)/g)).toHaveLength(200)
      expect([text.includes('"10.4.200.1/32"'), text.includes('"2001:db8:1::/64"')]).toEqual([true, true])
      expect(commands.filter(({ note }) => note?.includes('1,035') && note.includes('04_lists/blocklist.csv')).length).toBeGreaterThan(0)
    }
  })

  it('says how many sources a block leaves out, and counts nobody who is only on those', () => {
    const { caseSteps } = buildChecklists(input([account()], [campaign({ collateral: [], spared: ['203.0.113.9', '203.0.113.10'] })]), {
      lang: 'en',
    })
    expect(caseSteps.find((step) => step.id === 'case/C2')?.userImpact).toMatch(/legitimate users: 0; 2 more sources are relays/)
  })

  it('legal clock: durations only, both final terms; dates once it is known when', () => {
    const plain = buildChecklists(input([account()]), { lang: 'ja' }).caseSteps.filter((step) => step.id.startsWith('case/N2'))
    expect(plain.map((step) => `${step.id} ${step.due}`)).toEqual([
      'case/N2.decide P1D',
      'case/N2.prelim P5D',
      'case/N2.final-30 P30D',
      'case/N2.final-60 P60D',
      'case/N2.principals P3D',
      'case/N2.other PT72H',
    ])
    expect(plain.map((step) => step.text).join()).toMatch(/3〜5日以内[^]*30日以内[^]*60日以内/)
    expect(plain.every((step) => step.owner === 'legal')).toBe(true)
    const dated = buildChecklists(input([account()]), { lang: 'ja', awareAt: '2026-11-21T20:00:00Z' }).caseSteps
    // 22 November in Japan is day 1: the fifth day is the 26th, the thirtieth 21 December, to the end of that day.
    expect(dated.find((step) => step.id === 'case/N2.prelim')?.due).toBe('2026-11-26T14:59:59.000Z')
    expect(dated.find((step) => step.id === 'case/N2.final-30')?.due).toBe('2026-12-21T14:59:59.000Z')
    expect(dated.find((step) => step.id === 'case/N2.other')?.due).toBe('2026-11-24T20:00:00.000Z')
  })

  it('attempts only: no legal clock; no successes recorded: obtain them; nothing: nothing', () => {
    const attempts = buildChecklists(input([account({ verdict: 'targeted' })], [campaign()]), { lang: 'en' }).caseSteps
    expect(ids(attempts)).toEqual(['case/P1', 'case/P2', 'case/C2', 'case/C3', 'case/L2.stuffing', 'case/L2.limits', 'case/L3', 'case/F1'])
    const open = input([account({ verdict: 'undetermined' })])
    const stepsOf = (lacksSuccesses: boolean): readonly string[] =>
      ids(buildChecklists({ ...open, lacksSuccesses }, { lang: 'en' }).caseSteps).filter((id) => id.startsWith('case/S0'))
    expect(stepsOf(true)).toEqual(['case/S0'])
    // This log does record who got in: another one would leave the same account open.
    expect(stepsOf(false)).toEqual(['case/S0.unclear'])
    expect(buildChecklists(input([account({ verdict: 'targeted' })]), { lang: 'en' })).toMatchObject({ caseSteps: [], classSteps: [] })
  })

  it('whatever the case: unique ids, no placeholder left, open, deterministic, and the legal clock whenever somebody is affected', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 8 }), anyCampaigns, fc.constantFrom('en', 'ja'), (accounts, campaigns, lang) => {
        const made = buildChecklists(input(accounts, campaigns), { lang })
        const steps = [...made.caseSteps, ...made.classSteps]
        const affected = accounts.some((who) => who.verdict !== 'targeted' && made.accountSteps(who).length > 0)
        const every = [...steps, ...accounts.flatMap((who) => made.accountSteps(who))]
        expect(new Set(ids(steps)).size).toBe(steps.length)
        expect(every.filter((step) => step.state !== 'open' || /\{\w+\}/.test(`${step.text}${step.why}${step.userImpact}`))).toEqual([])
        expect(ids(made.caseSteps).includes('case/N2.decide')).toBe(affected)
        expect(buildChecklists(input(accounts, campaigns), { lang }).caseSteps).toEqual(made.caseSteps)
      }),
      { numRuns: 300 },
    )
  })
})

describe("an account's commands", () => {
  const who = account({ contactChanged: { old: 'old@example.com', new: 'new@example.net' } })
  it('have the target filled in, and proofs', () => {
    const steps = buildChecklists(input([who]), { lang: 'ja' }).accountSteps(who)
    const block = steps.find((step) => step.id === 'C1')
    expect(block?.commands).toEqual([
      { command: "auth0 users update --blocked=true -- 'auth0|0123456789abcdef'", permission: 'update:users', note: null },
    ])
    expect(block?.proof).toContain('sapi')
    expect(steps.find((step) => step.id === 'E3')?.commands[0]?.command).toContain("--email='old@example.com'")
    expect(steps.find((step) => step.id === 'E1')?.residualRisk).toContain('アクセストークン')
    expect(steps.find((step) => step.id === 'E1')?.commands[0]?.note).toContain('Enterprise')
  })
  it('ask for the log from 30 days before what was first suspicious to 30 days after what was last', () => {
    const member = account({ provider: 'okta', account: '00u1' })
    const steps = buildChecklists(input([member]), { lang: 'en' }).accountSteps(member)
    const commands = steps.find((step) => step.id === 'P1')?.commands.map(({ command }) => command) ?? []
    expect(commands.filter((command) => /since=2026-10-21T17%3A02.*until=2026-12-20T17%3A20/.test(command))).toHaveLength(1)
  })
  it('are left out where the log does not carry the former contact, or the id cannot be written', () => {
    const lost = { ...who, contactChanged: { old: null, new: 'new@example.net' } }
    expect(
      buildChecklists(input([lost]), { lang: 'en' })
        .accountSteps(lost)
        .find((step) => step.id === 'E3')?.commands,
    ).toEqual([])
    const nul = { ...who, account: 'a\0b' }
    expect(
      buildChecklists(input([nul]), { lang: 'en' })
        .accountSteps(nul)
        .find((step) => step.id === 'C1')?.commands,
    ).toEqual([])
  })
})
