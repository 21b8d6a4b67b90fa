import { expect, test } from 'vitest'
import { report as markdown } from '../../src/reports/markdown/index.ts'
import { report as table } from '../../src/reports/table/index.ts'
import { CASES, readCase, renderText } from './documents.ts'

/** Ids, names of products and protocols, and what Japanese responders write in Latin letters. */
const ALLOWED = new Set([
  'ashiato',
  'Ashiato',
  'ID',
  'IP',
  'CSIRT',
  'CS',
  'SHA',
  'SUMS',
  'JST',
  'UTC',
  'A',
  'B',
  'C',
  'json',
  'timezone',
  'markdown',
  'csv',
  'to',
  'log',
  'web',
  'Asia',
  'Tokyo',
  'Example',
  'Hosting',
  'Mobile',
  'Fiber',
  'VPS',
  'Transit',
  'Office',
  'Net',
  'Safari',
  'iOS',
  'Chrome',
  'Windows',
  // Okta's Adaptive MFA.
  'MFA',
  'Android',
  'macOS',
  'Firefox',
  'Linux',
  'python',
  'requests',
  'system',
  'generic',
  'mfa',
  'fatigue',
  'session',
  'moved',
  'okta',
  'FACTOR',
  'sh',
  'logs',
  'lifecycle',
  'unsuspend',
  'users',
  'manage',
  'read',
  'x',
])

test.each(CASES)('$name in Japanese has no English word but ids and the terms of others', ({ name, zone }) => {
  const document = readCase(name, 'ja')
  const known = new Set(document.accounts.flatMap(({ account, names }) => [account, ...names]))
  for (const report of [table, markdown]) {
    // So wide that no name is broken between lines.
    let text = renderText(report, document, { lang: 'ja', zone, width: 400 })
    for (const id of known) text = text.replaceAll(id, '')
    const words =
      text
        .replaceAll('\\', '')
        .replace(/^\s*```[\s\S]*?```/gm, '')
        .replace(/^\s+\$ .*$/gm, '')
        .replace(/[0-9a-f]{64}|\b2001:db8:[0-9a-f:]+/g, '')
        .replace(/\b[a-z_]+(\.[a-z_]+){2,}/g, '')
        .match(/[A-Za-z]+/g) ?? []
    expect(words.filter((word) => !ALLOWED.has(word))).toEqual([])
  }
})
