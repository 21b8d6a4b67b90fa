import { describe, expect, test } from 'vitest'
import { matchesHeader } from '../../src/formats/signature.ts'
import { format } from '../../src/formats/entra/index.ts'
import { entraError } from '../../src/formats/entra-error-codes.ts'
import { allCases, decodeCase } from '../support/format-fixtures.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS, readCorpus } from './decode-corpus.ts'

const normalHeader = (line: string): string[] =>
  line
    .trim()
    .split(',')
    .map((name) => name.replace(/\s+/g, ' ').trim().toLowerCase())

test.each(['50074', '50076', '50079', '50072', '50158'])('%s: the password was right and the second factor is open', (code) => {
  expect(entraError(code, '')).toMatchObject({ outcome: 'challenge', reason: 'mfa-required', accountKnown: true })
})

test.each([
  ['MFA denied; user declined the authentication', 'mfa-denied'],
  ['MFA denied; Phone App Reported Fraud', 'mfa-fraud-reported'],
  ['MFA denied; user did not respond to mobile app notification', 'mfa-timeout'],
  ['MFA denied; invalid verification code', 'mfa-failed'],
  ['', 'mfa-failed'],
])('500121 with "%s" is %s', (text, reason) => {
  expect(entraError('500121', text)).toMatchObject({ outcome: 'failure', reason, accountKnown: true })
})

test('a code that is not in the table is a failure, never a success', () => {
  for (const code of ['999123', '__proto__', 'constructor'])
    expect(entraError(code, '')).toEqual({ name: code, outcome: 'failure', reason: 'other' })
})

test('only errorCode 0, the word Success in the languages of the portal, and what B2C says of its own become a successful login', () => {
  const events = allCases()
    .filter((fixture) => fixture.format === 'entra')
    .flatMap((fixture) => decodeCase(format, fixture).events)
  const codes = events
    .map((line) => JSON.parse(line) as { action: string; outcome: string; code: string })
    .filter(({ action, outcome }) => ['login', 'session-use'].includes(action) && outcome === 'success')
    .map(({ code }) => code)
  expect([...new Set(codes)].toSorted()).toEqual([
    '0',
    'Success',
    'issue an id_token to the application',
    'validate local account credentials',
    '成功',
  ])
})

test.skipIf(!hasCorpus)(`Azure Monitor samples — ${NO_CORPUS}`, () => {
  const { fates, kinds } = decodeCorpus(format, 'entra-azuremonitor/panther-analysis/azure_signin_rules/events.ndjson')
  expect(fates).toEqual({ used: 36, 'ignored: machine-login': 8, 'ignored: other-operation': 2, 'ignored: request-only': 1 })
  expect(kinds).toMatchObject({
    'login/success': 10,
    'session-use/success': 4,
    'login/failure/bad-credentials': 2,
    'login/blocked/locked': 2,
    'role-grant/success': 3,
  })
})

describe.skipIf(!hasCorpus)(`published headers — ${NO_CORPUS}`, () => {
  test.each([
    ['InteractiveSignIns', 'portal-csv'],
    ['ApplicationSignIns', 'portal-csv-applications'],
    ['LegacySignInLogs', 'powershell-csv'],
  ])('%s is %s and nothing else', (file, shape) => {
    const header = normalHeader(readCorpus(`entra-csv/transcribed/${file}-header.csv`))
    const matching = format.shapes.filter((one) => one.kind === 'csv' && matchesHeader(one, header)).map(({ name }) => name)
    expect(matching).toEqual([shape])
  })
})
