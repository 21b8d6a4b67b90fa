import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { nearest } from '../../src/kernel/nearest.ts'
import { isContentNetwork } from '../../src/kernel/content-networks.ts'
import { makeInputFolder } from './support/input-folder.ts'
import { runCli } from './support/run-cli.ts'

const CASE = fileURLToPath(new URL('../../fixtures/cases/okta-takeover', import.meta.url))
const folder = makeInputFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scan = async (...flags: string[]): Promise<CaseDocument> =>
  JSON.parse((await runCli([CASE, '--to', 'json', '-q', ...flags], { cwd: folder })).stdout) as CaseDocument

describe('what is reported, never what is read', async () => {
  const whole = await scan()
  const hit = whole.accounts.find(({ verdict }) => verdict === 'compromised')
  const [source = ''] = whole.campaigns.flatMap(({ sources }) => sources)

  it('--account keeps one account with its sessions and findings, and the figures of the whole log', async () => {
    const one = await scan('--account', hit?.names[0] ?? '')
    expect(one.accounts).toEqual([hit])
    expect(one.sessions.map(({ id }) => id).toSorted()).toEqual([...(hit?.sessions ?? [])].toSorted())
    expect(one.findings.map(({ id }) => id).toSorted()).toEqual([...(hit?.findings ?? [])].toSorted())
    expect({ ...one.summary, caveats: one.summary.caveats.slice(1) }).toEqual(whole.summary)
    expect(whole.accounts.length).toBeGreaterThan(1)
  })

  it('--ip keeps what the address took part in: sessions, campaigns, and the accounts of both', async () => {
    const from = await scan('--ip', source)
    expect(from.sessions.every(({ ips }) => ips.includes(source))).toBe(true)
    expect(from.campaigns.map(({ sources }) => sources.includes(source))).toEqual([true])
    const [id = ''] = from.campaigns.map((campaign) => campaign.id)
    expect(from.accounts).toEqual(whole.accounts.filter(({ campaigns }) => campaigns.includes(id)))
    expect((await scan('--ip', '192.0.2.254')).accounts).toEqual([])
  })

  it('--ip takes a range, and refuses what is no address: an empty list would be read as an all-clear', async () => {
    const range = `${source.split('.').slice(0, 3).join('.')}.0/24`
    const { summary, ...lists } = await scan('--ip', range)
    expect(lists.campaigns).toEqual(whole.campaigns)
    expect(lists.accounts).toEqual(whole.accounts)
    expect(summary.caveats[0]).toEqual({ id: 'filtered-ip', data: { addresses: [range] } })
    const wrong = await runCli([CASE, '--ip', '203.0.113.256'], { cwd: folder })
    expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('"203.0.113.256" is not an address')
  })

  it('--account finds a name as `account` does, and says of one that is not there which period was read', async () => {
    const [name = ''] = hit?.names ?? []
    expect((await scan('--account', name.toUpperCase())).accounts).toEqual([hit])
    const none = await runCli([CASE, '--account', 'nobody@example.jp', '--to', 'json', '-q'], { cwd: folder })
    expect((JSON.parse(none.stdout) as CaseDocument).accounts).toEqual([])
    expect(none.stderr).toContain('No account of this id or name in these logs: nobody@example.jp')
    expect(none.stderr).toContain('The logs cover 2026-10-19')
    expect((await runCli([CASE, '--account', name, '-q'], { cwd: folder })).stderr).not.toContain('No account')
  })

  it('an empty list never says that the log holds nothing where only the filter left it out', async () => {
    for (const [filter, caveat] of [
      [['--since', '2030-01-01'], 'Lists show nothing that ended before 01/01 00:00:00+00:00; figures and steps are of the whole log'],
      [['--until', '2020-01-01'], 'Lists show nothing that began after 01/01 00:00:00+00:00; figures and steps are of the whole log'],
      [['--account', 'nobody'], 'Lists show only nobody; figures and steps are of the whole log'],
      [['--ip', '192.0.2.254'], 'Lists show only what 192.0.2.254 took part in; figures and steps are of the whole log'],
    ] as const) {
      for (const to of ['table', 'markdown', 'html']) {
        const { stdout } = await runCli([CASE, '--to', to, '-q', ...filter], { cwd: folder, env: { COLUMNS: '200' } })
        expect(stdout, `${to} ${filter.join(' ')}`).toContain(caveat)
        expect(stdout, to).toContain('None that fits what was asked to be shown')
      }
      const { stdout } = await runCli([CASE, '--to', 'table', '-q', ...filter], { cwd: folder })
      expect(stdout).not.toContain('None in these logs.')
    }
    const severe = await runCli([CASE, '--to', 'table', '-q', '--min-severity', 'critical'], { cwd: folder, env: { COLUMNS: '200' } })
    expect(severe.stdout).toContain('Lists show nothing below severity critical')
  })

  it('--since and --until cut where they say, in the zone of the reader', async () => {
    const start = whole.sessions.map((session) => session.start).toSorted()[0] ?? ''
    const local = new Date(Date.parse(start) + 9 * 3_600_000).toISOString().slice(0, 19)
    expect((await scan('--since', local, '--tz-out', 'Asia/Tokyo')).sessions).toEqual(whole.sessions)
    expect((await scan('--until', new Date(Date.parse(start) - 1).toISOString())).sessions).toEqual([])
    expect((await scan('--since', '2030-01-01')).findings).toEqual([])
  })

  it("--last counts from the log's end, not from the clock", async () => {
    const span = Date.parse(whole.summary.last ?? '') - Date.parse(whole.summary.first ?? '')
    expect((await scan('--last', `${Math.ceil(span / 1000)}s`)).findings).toEqual(whole.findings)
    expect((await scan('--last', '1s')).sessions).toEqual([])
  })

  it('--min-severity keeps what is at least as severe', async () => {
    const { findings } = await scan('--min-severity', 'high')
    expect(findings).toEqual(whole.findings.filter(({ severity }) => severity === 'high' || severity === 'critical'))
    expect(findings.length).toBeLessThan(whole.findings.length)
  })

  it('--skip leaves a rule out, --only leaves the others out', async () => {
    const [first] = whole.run.rules.ran
    expect((await scan('--skip', first ?? '')).run.rules.ran).toEqual(whole.run.rules.ran.slice(1))
    expect((await scan('--only', first ?? '')).run.rules.ran).toEqual([first])
  })
})

describe('what inspect warns of', () => {
  const line = (at: number, address: string): string =>
    `2026-11-${String(1 + Math.floor(at / 100)).padStart(2, '0')}T02:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}Z web sshd[${at}]: Accepted password for user${at % 40} from ${address} port ${1024 + at} ssh2`
  const inspect = async (name: string, lines: readonly string[]): Promise<string> => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
    return (await runCli(['inspect', name, '-q'], { cwd: folder, env: { COLUMNS: '120' } })).stdout
  }

  it('private addresses on most events', async () => {
    const page = await inspect(
      'private.log',
      Array.from({ length: 60 }, (_, at) => line(at, `10.0.0.${at}`)),
    )
    expect(page).toContain('private 100%')
    expect(page).toContain('! 100% of the events come from private addresses, a CDN or a load balancer')
  })

  it('three addresses that make nearly everything', async () => {
    const page = await inspect(
      'few.log',
      Array.from({ length: 60 }, (_, at) => line(at, '192.0.2.1')),
    )
    expect(page).toMatch(/! three addresses make 100% of the events|! 100% of the events come from/)
  })

  it('a silence that is long against the rhythm of the log', async () => {
    const quarterHour = (at: number): string => {
      const [day, hour, minute] = [1 + Math.floor(at / 96), Math.floor(at / 4) % 24, (at % 4) * 15].map((part) =>
        String(part).padStart(2, '0'),
      )
      return `2026-11-${day}T${hour}:${minute}:00Z web sshd[${at}]: Accepted password for user${at % 40} from 192.0.2.${at % 200} port ${1024 + at} ssh2`
    }
    const tenDays = Array.from({ length: 960 }, (_, at) => quarterHour(at))
    // The sixth day, from 02:00 to 14:00.
    const page = await inspect('gap.log', [...tenDays.slice(0, 5 * 96 + 8), ...tenDays.slice(5 * 96 + 56)])
    expect(page).toMatch(/! nothing from 2026-11-06 01:45.* to 2026-11-06 14:00/)
    expect(await inspect('no-gap.log', tenDays)).not.toContain('! nothing from')
    // A job of every night is silent by day: that is its rhythm.
    const nights = Array.from({ length: 400 }, (_, at) => line(at, `192.0.2.${at % 200}`))
    expect(await inspect('nights.log', nights)).not.toContain('! nothing from')
  })

  it('an export that ends at a page limit', async () => {
    const records = Array.from(
      { length: 100 },
      (_, at) =>
        `{"date":"2026-11-03T02:00:${String(at % 60).padStart(2, '0')}.000Z","type":"s","log_id":"9002026110300000000000000000000000000000000000000000${at}","user_id":"auth0|u${at}","user_name":"u${at}@example.com","client_id":"c","ip":"192.0.2.${at}","user_agent":"Chrome 130.0.0 / Windows 10.0.0"}`,
    )
    expect(await inspect('page.ndjson', records)).toContain('! exactly 100 records: the export may have been cut off')
    expect(await inspect('page-99.ndjson', records.slice(1))).not.toContain('cut off')
  })

  it('a content network, but not the relay that its operator runs for people', () => {
    expect(isContentNetwork({ asn: 13335, kind: 'hosting' })).toBe(true)
    expect(isContentNetwork({ asn: 13335, kind: 'relay' })).toBe(false)
    expect(isContentNetwork({ asn: 64500, kind: 'hosting' })).toBe(false)
    expect(isContentNetwork(undefined)).toBe(false)
  })
})

describe('what was probably meant', () => {
  it.each([
    ['jsn', ['json', 'ndjson', 'csv'], 'json'],
    ['inspcet', ['scan', 'inspect'], 'inspect'],
    ['OKTA', ['okta', 'auth0'], 'okta'],
    ['syslog', ['json', 'csv'], undefined],
    ['jsno', ['json', 'csv'], 'json'],
    ['jxyn', ['json', 'csv'], undefined],
    ['spray', ['single-source-spray', 'password-as-name'], 'single-source-spray'],
    ['source', ['single-source-spray', 'single-source-stuffing'], undefined],
    ['--tz', ['--to', '--tz-out'], '--tz-out'],
    ['--a', ['--tz-ahead', '--since'], undefined],
    ['D', ['A', 'B', 'C'], undefined],
    ['a', ['A', 'B', 'C'], 'A'],
    ['x'.repeat(100_000), ['json'], undefined],
  ])('%.10s', (word, choices, meant) => {
    expect(nearest(word, choices)).toBe(meant)
  })
})
