import { readFileSync } from 'node:fs'
import type { CaseDocument, RenderOptions } from '../../src/model/case.ts'
import type { Lang } from '../../src/model/vocabulary.ts'
import type { Report } from '../../src/reports/define-report.ts'

/** The written cases, and the zone in which each is read. */
export const CASES = [
  { name: 'shop-stuffing', zone: 'Asia/Tokyo' },
  { name: 'okta-takeover', zone: 'UTC' },
] as const
export const LANGS: readonly Lang[] = ['en', 'ja']

export const readCase = (name: string, lang: Lang): CaseDocument =>
  JSON.parse(readFileSync(new URL(`../../fixtures/reports/${name}/document.${lang}.json`, import.meta.url), 'utf8')) as CaseDocument

export const optionsFor = (some: Partial<RenderOptions>): RenderOptions => ({
  lang: 'en',
  zone: 'UTC',
  color: false,
  width: 80,
  part: undefined,
  ...some,
})

export const renderText = (report: Report, document: CaseDocument, some: Partial<RenderOptions>): string =>
  [...report.render(document, optionsFor(some))].join('')

/** A case in which nothing was read. */
export const emptyCase: CaseDocument = {
  schema: 'ashiato.case/1',
  tool: { name: 'ashiato', version: '0.1.0' },
  run: { now: '2026-11-22T00:00:00.000Z', inputs: [], options: {}, rules: { ran: [], skipped: [] } },
  summary: {
    first: null,
    last: null,
    events: 0,
    headline: { messageId: 'no-events', data: {} },
    accounts: { compromised: 0, suspected: 0, targeted: 0, undetermined: 0 },
    misuse: 0,
    exposure: 0,
    passwordKnown: 0,
    attempts: 0,
    triedIds: 0,
    triedMembers: 0,
    campaignSuccesses: 0,
    firstAttempt: null,
    firstTakeover: null,
    lastAttempt: null,
    active: null,
    secondsSinceLastAttempt: null,
    afterLogin: { recorded: false, viewed: 0, changed: 0, pointsUsed: 0, purchased: 0, unknown: 0 },
    classes: { A: 0, B: 0, C: 0 },
    victims: null,
    caveats: [],
    incomplete: false,
  },
  findings: [],
  sessions: [],
  campaigns: [],
  accounts: [],
  steps: [],
}

/** What attackers write into names: escapes, title changes, reversed text, line breaks, formulas, markup, invisible characters. */
export const HOSTILE = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;owned\u0007',
  '\u009b2Jc1',
  'a\u202egnp.exe',
  'two\r\nlines',
  "=cmd|'/C calc'!A0",
  'pipe|pipe`tick`',
  '<script>alert(1)</script>',
  '[x](http://www.example.com/) **bold**',
  'zero\u200bwidth\ufeff',
  'lone\ud800',
  'private\ue000',
  '\u2028sep',
  '# heading',
  '```\nrm',
  '{time} {account}',
  '__proto__',
].join(' ')

/** The takeover case with every text that may come from a log replaced by a hostile one. */
export const hostileCase = (hostile: string): CaseDocument => {
  const document = readCase('okta-takeover', 'en')
  return {
    ...document,
    run: { ...document.run, inputs: document.run.inputs.map((input) => ({ ...input, path: hostile, format: hostile })) },
    summary: {
      ...document.summary,
      caveats: [
        { id: 'zone-assumed', data: { input: hostile, zone: hostile } },
        { id: hostile, data: {} },
      ],
    },
    findings: document.findings.map((finding) => ({ ...finding, account: hostile, source: hostile, text: hostile })),
    sessions: document.sessions.map((session) => ({
      ...session,
      account: hostile,
      ips: [hostile],
      country: hostile,
      agent: hostile,
      network: { asn: 1, org: hostile, kind: 'hosting' },
      actions: session.actions.map((action) => ({ ...action, code: hostile })),
    })),
    accounts: document.accounts.map((account) => ({
      ...account,
      account: hostile,
      names: [hostile],
      alsoKnownAs: [{ account: hostile, provider: hostile, tenant: hostile, link: 'email', verdict: null }],
      tenant: hostile,
      reasons: account.reasons.map((reason) => ({ ...reason, text: hostile, data: { ...reason.data, network: hostile, agent: hostile } })),
      usual: { ...account.usual, networks: [hostile], agents: [hostile] },
      checklist: account.checklist.map((step) => ({
        ...step,
        text: hostile,
        proof: hostile,
        list: [hostile],
        commands: [{ command: hostile, permission: hostile, note: hostile }],
      })),
    })),
    steps: document.steps.map((step) => ({ ...step, text: hostile, list: [hostile] })),
  }
}
