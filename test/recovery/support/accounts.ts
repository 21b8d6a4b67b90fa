import fc from 'fast-check'
import type { RecoveryAccount, RecoveryCampaign, RecoveryInput } from '../../../src/recovery/recovery-input.ts'
import { providers } from '../../../src/recovery/providers/registry.ts'
import { MATRIX } from '../../../src/recovery/plan/matrix.ts'

/** A plain compromised account; tests say what differs. */
export const account = (changes: Partial<RecoveryAccount> = {}): RecoveryAccount => ({
  account: 'auth0|0123456789abcdef',
  provider: 'auth0',
  tenant: null,
  names: ['taro@example.jp'],
  verdict: 'compromised',
  kind: 'takeover',
  flags: [],
  class: 'A',
  findingTypes: ['single-source-stuffing'],
  contactChanged: null,
  factorChanged: false,
  roleGranted: false,
  tokenCreated: false,
  forwardingChanged: false,
  consentGranted: false,
  settingsChanged: false,
  sources: ['203.0.113.7'],
  sessions: [],
  compromisedAt: '2026-11-20T17:14:00Z',
  firstSuspicious: '2026-11-20T17:02:00Z',
  lastSuspicious: '2026-11-20T17:20:00Z',
  ...changes,
})

export const campaign = (changes: Partial<RecoveryCampaign> = {}): RecoveryCampaign => ({
  sources: ['203.0.113.7', '2001:db8:1:2::/64'],
  method: 'stuffing',
  active: false,
  ...changes,
})

export const input = (accounts: readonly RecoveryAccount[], campaigns: readonly RecoveryCampaign[] = []): RecoveryInput => ({
  accounts,
  campaigns,
  period: { first: '2026-11-18T00:00:00Z', last: '2026-11-22T03:15:00Z' },
})

export const PROVIDER_IDS = [...providers.map(({ id }) => id), 'my-shop']
const ALL_FINDINGS = [...MATRIX.flatMap((row) => row.findings), 'sigma-unknown-rule']

/** Any finding set × provider × flags × facts. */
export const anyAccount: fc.Arbitrary<RecoveryAccount> = fc.record({
  account: fc.constantFrom('u-1', 'taro@example.jp', "o'neil"),
  provider: fc.constantFrom(...PROVIDER_IDS),
  tenant: fc.constant(null),
  names: fc.constantFrom([], ['taro@example.jp']),
  verdict: fc.constantFrom('compromised', 'suspected', 'targeted', 'undetermined'),
  kind: fc.constantFrom('takeover', 'takeover', 'misuse', 'exposure'),
  flags: fc.subarray(['passwordKnown', 'campaignSource', 'privileged', 'mailboxAtRisk', 'thinHistory']),
  class: fc.constantFrom('A', 'B', 'C', null),
  decision: fc.constantFrom('pending', 'confirmed', 'cleared'),
  findingTypes: fc.subarray(ALL_FINDINGS, { maxLength: 6 }),
  contactChanged: fc.constantFrom(null, { old: 'old@example.com', new: 'new@example.net' }, { old: null, new: null }),
  factorChanged: fc.boolean(),
  roleGranted: fc.boolean(),
  tokenCreated: fc.boolean(),
  forwardingChanged: fc.boolean(),
  consentGranted: fc.boolean(),
  settingsChanged: fc.boolean(),
  sources: fc.constantFrom([], ['203.0.113.7']),
  sessions: fc.constant([]),
  compromisedAt: fc.constant(null),
  firstSuspicious: fc.constant('2026-11-20T17:02:00Z'),
  lastSuspicious: fc.constant(null),
  active: fc.boolean(),
})

export const anyCampaigns: fc.Arbitrary<RecoveryCampaign[]> = fc.array(
  fc.record({
    sources: fc.constantFrom(['203.0.113.7'], ['198.51.100.9', '2001:db8::/64']),
    method: fc.constantFrom('stuffing', 'spray', 'guessing', 'low-and-slow', 'distributed', 'enumeration', 'mixed'),
    active: fc.boolean(),
  }),
  { maxLength: 2 },
)
