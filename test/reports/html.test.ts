import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describeSummary } from '../../src/i18n/describe/summary.ts'
import { report as html } from '../../src/reports/html/index.ts'
import { safeText } from '../../src/kernel/safe-text.ts'
import { escapeHtml, markup as template, scriptJson } from '../../src/kernel/safe-html.ts'
import { pictureOf } from '../../src/reports/html/charts/campaign-links.ts'
import { binActivity } from '../../src/reports/html/charts/bins.ts'
import { createSharedSteps } from '../../src/reports/html/shared-steps.ts'
import type { CaseActivity, CaseDocument } from '../../src/model/case.ts'
import { CASES, HOSTILE, hostileCase, LANGS, optionsFor, readCase, renderText } from './documents.ts'

const textOf = (page: string): string =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39|#96);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' })[name] ?? '',
    )
    .replace(/\s+/g, ' ')
const dataOf = (page: string): { accounts: { account: string; shown?: string; steps: number[] }[]; steps: { commands: string[] }[] } =>
  JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '') as never

describe.each(CASES)('$name', ({ name, zone }) => {
  test.each(LANGS)('%s: says every sentence of the summary, and is readable without the script', (lang) => {
    const document = readCase(name, lang)
    const text = textOf(renderText(html, document, { lang, zone }))
    const said = describeSummary(document, { lang, zone }).flatMap(({ items }) => items.map((item) => item.replace(/^(?:!|\d+) /, '')))
    expect(said.length).toBeGreaterThan(5)
    for (const sentence of said.filter((one) => !one.startsWith('→'))) expect(text).toContain(sentence.replace(/\s+/g, ' '))
    for (const { account, checklist } of document.accounts.filter(({ verdict }) => verdict === 'compromised')) {
      expect(text).toContain(account)
      for (const step of checklist) for (const { command } of step.commands) expect(text).toContain(command)
    }
  })
  test.each(LANGS)('%s: every command comes out of the shared texts as it went in', (lang) => {
    const document = readCase(name, lang)
    const { accounts, steps } = dataOf(renderText(html, document, { lang, zone }))
    const commands = new Map(
      accounts.map(({ account, steps: own }) => [
        account,
        own.flatMap((index) => steps[index]?.commands ?? []).map((text) => text.replaceAll('\u0001', account).split('\n')[0]),
      ]),
    )
    const wanted = document.accounts.map(
      ({ account, checklist }) => [account, checklist.flatMap((step) => step.commands.map(({ command }) => command))] as const,
    )
    expect(wanted.flatMap(([, own]) => own).length).toBeGreaterThan(3)
    for (const [account, own] of wanted) expect(commands.get(account)).toEqual(own)
  })
})

test('accounts share the text of a step only where it is the same, with what a command needs and what is remarked on it', () => {
  const [step] = readCase('okta-takeover', 'en').accounts.flatMap(({ checklist }) =>
    checklist.filter(({ commands }) => commands.length > 0),
  )
  const [command] = step?.commands ?? []
  if (step === undefined || command === undefined) throw new Error('the written case has no command')
  const shared = createSharedSteps(optionsFor({}))
  const numberOf = (permission: string | null, note: string | null): number =>
    shared.indexOf({ ...step, commands: [{ ...command, permission, note }] }, 'taro')
  const all = [numberOf(null, null), numberOf('okta.users.manage', null), numberOf('okta.users.read', null)]
  const noted = [numberOf(null, 'asks first'), numberOf(null, 'cannot be undone')]
  expect(new Set([...all, ...noted]).size).toBe(5)
  expect(numberOf('okta.users.read', null)).toBe(all[2])
  expect(shared.texts()[all[2] ?? -1]).toContain('okta.users.read')
})

test('the policy names the hashes of the very script and style, and nothing is loaded', () => {
  const page = renderText(html, readCase('shop-stuffing', 'ja'), { lang: 'ja' })
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? []
  expect(script.length).toBeGreaterThan(1000)
  expect(policy).toContain(`script-src ${hash(script)};`)
  expect(policy).toContain(`style-src ${hash(style)};`)
  expect(policy).toContain("default-src 'none'")
  expect(page).not.toMatch(/\s(?:src|srcset|style|on\w+)=|@import|url\(|https?:\/\//)
  expect(page).toContain('<html lang="ja">')
})

test('names written by attackers are text: no tag, no attribute, no control character, no end of the data', () => {
  const page = renderText(html, hostileCase(HOSTILE), {})
  expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/)
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page.match(/<\/script/g)).toHaveLength(2)
  expect(textOf(page)).toContain('<script>alert(1)</script>')
  expect(dataOf(page).accounts.map(({ account }) => account)).toEqual([HOSTILE, HOSTILE])
})

test('templates escape whatever is not markup of ours', () => {
  expect(escapeHtml(`<a b="c" d='e'>&\u202e`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\\u{202e}')
  expect(template`<i title="${'">'}">${['<b>', template`<b>${1}</b>`]}</i>`.markup).toBe('<i title="&quot;&gt;">&lt;b&gt;<b>1</b></i>')
  expect(scriptJson({ name: '</script><!--' })).not.toContain('<')
})

test('bars lose no login, keep to 120, and begin at the midnight of the reader', () => {
  const hours = Array.from({ length: 5000 }, (_, hour): CaseActivity => {
    return { hour: new Date(Date.UTC(2026, 0, 1, hour)).toISOString(), successes: hour % 7, failures: hour % 5, attackAttempts: hour % 2 }
  })
  const { bins, stepMs } = binActivity(hours, 9 * 3_600_000)
  expect(bins.length).toBeGreaterThan(60)
  expect(bins.length).toBeLessThanOrEqual(121)
  expect(((bins[0]?.start ?? Number.NaN) + 9 * 3_600_000) % stepMs).toBe(0)
  const total = (list: readonly Omit<CaseActivity, 'hour'>[]): number =>
    list.reduce((sum, { successes, failures, attackAttempts }) => sum + successes + 1000 * failures + 1_000_000 * attackAttempts, 0)
  expect(total(bins)).toBe(total(hours))
})

const drawingsOf = (document: CaseDocument): readonly string[] =>
  (renderText(html, document, { lang: 'ja' }).match(/<div class="sheet">\s*<svg[\s\S]*?<\/svg>/g) ?? []).filter((one) => one.length > 500)

test('every chart is the same text each time, has no style of its own, and the colours of the page', () => {
  const document = readCase('shop-stuffing', 'ja')
  const [activity = '', campaign = '', lanes = '', ...more] = drawingsOf(document)
  expect(more).toEqual([])
  expect(drawingsOf(document)).toEqual([activity, campaign, lanes])
  for (const chart of [activity, campaign, lanes]) expect(chart).not.toMatch(/ style=|<style|#[\da-f]{6}|zr\d|ecmeta/)
  const parts = [
    [activity, ['attack', 'success', 'window', 'tick']],
    [campaign, ['tried', 'entered', 'source', 'account', 'middle', 'name', 'panel']],
    [lanes, ['risk-high', 'risk-middle', 'mark-change', 'mark-loss', 'name', 'tick', 'grid']],
  ] as const
  for (const [chart, classes] of parts)
    for (const part of classes) expect(chart).toMatch(new RegExp(`<(?:path|rect|polygon|circle|text|tspan) class="${part}"`))
})

test('a picture without an entry says so, and its columns have their headings', () => {
  const document = readCase('shop-stuffing', 'ja')
  const [, campaign = ''] = drawingsOf({
    ...document,
    sessions: document.sessions.map((session) => ({ ...session, ips: [] })),
    campaigns: document.campaigns.map((one) => ({ ...one, compromised: [] })),
  })
  for (const words of ['攻撃元', 'ログインに成功したアカウント', 'ログイン成功なし']) expect(textOf(campaign)).toContain(words)
})

test('a picture of many accounts shows each source, not only the accounts of the first', () => {
  const document = readCase('shop-stuffing', 'ja')
  const [campaign] = document.campaigns
  const [model] = document.sessions
  if (campaign === undefined || model === undefined) throw new Error('the written case has no campaign')
  const sessions = ['203.0.113.1', '203.0.113.2', '203.0.113.3'].flatMap((ip) =>
    Array.from({ length: 30 }, (_, index) => ({ ...model, account: `${ip} ${index}`, ips: [ip] })),
  )
  const { sources, accounts, moreAccounts } = pictureOf({ ...document, sessions }, { ...campaign, compromised: [] })
  expect(accounts).toHaveLength(12)
  expect(moreAccounts).toBe(78)
  expect(sources.slice(0, 3).map(({ entered }) => entered.length)).toEqual([4, 4, 4])
})

test('names in the charts stand there as they are, cut to their room: no markup, no template of the library', () => {
  const document = readCase('shop-stuffing', 'ja')
  const name = (id: string): string => `{strong|${id}} {b}\u202e<b>\n${'長'.repeat(50)}`
  const [, campaign = '', lanes = ''] = drawingsOf({
    ...document,
    sessions: document.sessions.map((session) => ({ ...session, account: name(session.account ?? '') })),
    campaigns: document.campaigns.map((one) => ({ ...one, compromised: one.compromised.map(name) })),
  })
  for (const [chart, columns] of [
    [campaign, 34],
    [lanes, 30],
  ] as const)
    expect(textOf(chart)).toContain(safeText(name('100877'), columns))
})

test('the highest bar of a log without failures has none', () => {
  const document = readCase('shop-stuffing', 'en')
  const activity = [{ hour: '2026-11-20T00:00:00.000Z', successes: 3, failures: 0, attackAttempts: 0 }]
  expect(renderText(html, { ...document, activity }, {})).toContain('Highest bars: 0 failed, 3 successful')
})

test('accounts entered without any attempt hang on the addresses that they were entered from', () => {
  const whole = readCase('okta-takeover', 'en')
  const document = { ...whole, campaigns: [], accounts: whole.accounts.map((account) => ({ ...account, campaigns: [] })) }
  const [, picture = ''] = drawingsOf(document)
  for (const words of ['198.51.100.23', '2001:db8:7:1::/64', 'm.ogawa@example.com', 't.baker@example.com'])
    expect(textOf(picture)).toContain(words)
  const page = renderText(html, document, {})
  expect(page).toContain('Suspicious logins into 2 accounts came from 2 addresses')
  const cleared = document.accounts.map((account) => ({ ...account, decision: { ...account.decision, state: 'cleared' as const } }))
  expect(renderText(html, { ...document, accounts: cleared }, {})).not.toContain('Suspicious logins into')
})
