import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/cli/plugins/check.ts'
import { checkFormat } from '../../src/cli/plugins/format-check.ts'
import { checkProvider } from '../../src/cli/plugins/provider-check.ts'
import { checkReport } from '../../src/cli/plugins/report-check.ts'
import { checkRule } from '../../src/cli/plugins/rule-check.ts'
import { formats } from '../../src/formats/registry.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { reports } from '../../src/reports/registry.ts'
import { rules } from '../../src/rules/registry.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { runCli } from './support/run-cli.ts'

const cwd = tempFolder()

const RULE = `id: 'mine', title: { en: 'Mine', ja: '自作' }, severity: 'medium', attack: [], tags: [], partition: ['account'], stage: 2,
  when: { action: ['login'], outcome: ['success'] }, needs: ['account'],
  parameters: { gap: { default: '1d', type: 'duration', en: 'A pause.' } }, episode: 'gap',
  question: { en: 'Who?', ja: '誰か' }, howItDecides: { en: 'So.', ja: 'こう' }, falsePositives: ['Some.'], blindSpots: [],
  messages: { found: { en: 'Found.', ja: '検知' } }, state: {},
  create: ({ report }) => ({ event: (event) => report(event, { messageId: 'found', data: {}, evidence: [event.row] }) })`
const SHAPE = `name: 'log', kind: 'json', signature: { has: ['at', 'shop'] },
  fields: { time: { path: 'at', syntax: 'iso' }, account: 'member' },
  classify: { by: ['event'], to: () => ({ action: 'login', outcome: 'success' }) }`
const FORMAT = `id: 'my-shop', title: 'My shop', provider: 'generic', zone: 'in-record', repeats: 'legitimate', successes: 'always',
  spec: 'none', howToExport: { en: 'Copy it.', ja: '複製する' }`
const REPORT = `id: 'mine', title: 'Mine', mediaType: 'text/plain', parts: [], render: () => ['one\\n']`
const PROVIDER = `id: 'my-site', title: 'Mine', setup: []`

writeFileSync(
  join(cwd, 'log.ndjson'),
  `${JSON.stringify({ at: '2026-11-09T02:06:04Z', shop: 1, event: 'login', member: 'm1' })}\n${JSON.stringify({ at: '2026-11-09T02:07:04Z', shop: 1, event: 'login', member: 'm1' })}\n`,
)
const shapes = (changed = ''): string => `${FORMAT}, shapes: [{ ${SHAPE}, ${changed} }]`
writeFileSync(join(cwd, 'shop.mjs'), `export const format = { ${shapes()} }`)

let count = 0
const run = (kind: string, part: string, lang = 'en') => {
  const shop = kind === 'format' ? [] : ['--plugin', 'shop.mjs']
  // Node keeps modules: each is a file of its own.
  count += 1
  const file = `mine-${count}.mjs`
  writeFileSync(join(cwd, file), `export const ${kind} = { ${part} }`)
  const to = kind === 'report' ? 'mine' : 'json'
  return runCli(['log.ndjson', ...shop, '--plugin', file, '--to', to, '--quiet', '--lang', lang], { cwd })
}

describe('a part of a user’s own that is not whole is the user’s to mend, and said before it is used', () => {
  it.each([
    ['rule', RULE],
    ['format', shapes()],
    ['report', REPORT],
    ['provider', `${PROVIDER}, acts: { 'block-account': [{ command: 'block {account}', reversible: 'yes', source: 'mine' }] }`],
  ] as const)('$0: one that is whole works', async (kind, part) => {
    const { code, stdout } = await run(kind, part)
    expect(code).toBe(0)
    expect(stdout).not.toBe('')
  })

  it.each([
    ['rule', `${RULE}, severity: 'urgent'`, 'rule "mine": severity: "urgent" is not known.\n  Known: info, low, medium, high, critical.'],
    ['rule', `${RULE}, partition: ['user']`, 'partition[0]: "user" is not known'],
    ['rule', `${RULE}, when: { action: ['log-in'] }`, 'when.action[0]: "log-in" is not known'],
    ['rule', `${RULE}, when: { actions: ['login'] }`, 'when: "actions" is not known'],
    ['rule', `${RULE}, needs: ['mail']`, 'needs[0]: "mail" is not known'],
    ['rule', `${RULE}, episode: 'pause'`, 'episode: "pause" is not known.\n  Known: gap.'],
    ['rule', `${RULE}, parameters: { gap: { default: '1 day', type: 'duration', en: 'A pause.' } }`, 'mine.gap: "1 day" is no duration'],
    ['rule', `${RULE}, create: () => undefined`, 'create is nothing, where an object belongs'],
    ['rule', `${RULE}, create: () => ({ event: () => { throw new Error('boom') } })`, 'rule "mine" does not work: boom'],
    ['rule', RULE.replace("messageId: 'found'", "messageId: 'seen'"), 'report.messageId: "seen" is not known.\n  Known: found.'],
    ['rule', RULE.replace('evidence: [event.row]', ''), 'has no report.evidence'],
    ['rule', `${RULE}, id: 'mfa-fatigue'`, 'there is a rule "mfa-fatigue" already'],
    ['format', `${shapes()}, zone: 'UTC'`, 'format "my-shop": zone: "UTC" is not known.\n  Known: in-record, utc, option.'],
    ['format', shapes("fields: { account: 'member' }"), 'has no shapes[0].fields.time'],
    ['format', shapes("fields: { time: 'at' }"), 'shapes[0].fields.time is "at", where a time field such as isoTime("at") belongs'],
    ['format', shapes("fields: { time: { path: 'at', syntax: 'iso' }, user: 'member' }"), 'shapes[0].fields: "user" is not known'],
    ['format', shapes("fields: { time: { path: 'at..', syntax: 'iso' } }"), 'path cannot be read: at..'],
    ['format', shapes("kind: 'ndjson'"), 'shapes[0].kind: "ndjson" is not known.\n  Known: json, csv, text.'],
    ['format', shapes("classify: { by: ['event'], to: () => undefined }"), 'classify is nothing, where an object belongs'],
    ['format', shapes("classify: { by: ['event'], to: () => ({ action: 'log-in', outcome: 'success' }) }"), 'classify.action: "log-in"'],
    ['format', shapes("classify: { by: ['event'], to: (event) => event.nothing.at }"), 'format "my-shop" does not work: Cannot read'],
    ['format', `${shapes()}, id: 'okta'`, 'there is a format "okta" already'],
    ['report', `${REPORT}, render: 'text'`, 'render is "text", where a function belongs'],
    ['report', `${REPORT}, render: () => [1]`, 'report "mine": render is 1, where text belongs'],
    ['report', `${REPORT}, render: () => { throw new Error('boom') }`, 'report "mine" does not work: boom'],
    ['report', `${REPORT}, id: 'json'`, 'there is a report "json" already'],
    ['provider', `${PROVIDER}, acts: { block: [] }`, 'acts: "block" is not known'],
    [
      'provider',
      `${PROVIDER}, acts: { 'block-account': 'block {account}' }`,
      'acts.block-account is "block {account}", where a list belongs',
    ],
    [
      'provider',
      `${PROVIDER}, acts: { 'block-account': [{ command: 'block {user}', reversible: 'yes', source: 'mine' }] }`,
      '{user} is unknown; write one of account',
    ],
  ] as const)('$0: $2', async (kind, part, said) => {
    const { code, stderr } = await run(kind, part)
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('A bug in Ashiato')
    expect(code).toBe(2)
  })

  it('in Japanese too', async () => {
    expect((await run('rule', `${RULE}, title: 'Mine'`, 'ja')).stderr).toContain('title にはオブジェクトが必要ですが、"Mine"になっています')
  })
})

describe('the checks take what TypeScript takes', () => {
  const flaws = (parts: readonly { readonly id: string }[], check: Check): readonly unknown[] =>
    parts.flatMap((part) => {
      const flaw = check(part, part.id)
      return flaw === undefined ? [] : [flaw]
    })

  it('all rules, formats, providers and outputs of the house', async () => {
    const outputs = await Promise.all([...reports.values()].map((load) => load()))
    expect([rules.length, formats.length, providers.length, outputs.length].every((count) => count > 5)).toBe(true)
    expect(flaws(rules, checkRule)).toEqual([])
    expect(flaws(formats, checkFormat)).toEqual([])
    expect(flaws(providers, checkProvider)).toEqual([])
    expect(flaws(outputs, checkReport)).toEqual([])
  })
})
