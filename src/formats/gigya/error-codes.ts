import type { Classification } from '../define-format.ts'

/** errCode. 0 is success; codes from 200000 to 299999 ask for something more; all others are errors. */
export const errors: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason' | 'accountKnown'>>> = {
  '0': { outcome: 'success', accountKnown: true },
  '206001': { outcome: 'challenge', reason: 'interrupted', accountKnown: true },
  '206002': { outcome: 'challenge', reason: 'interrupted', accountKnown: true },
  '401020': { outcome: 'blocked', reason: 'rate-limited' },
  '403041': { outcome: 'blocked', reason: 'disabled', accountKnown: true },
  '403042': { outcome: 'failure', reason: 'bad-credentials' },
  '403047': { outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  '403048': { outcome: 'blocked', reason: 'rate-limited' },
  '403100': { outcome: 'challenge', reason: 'must-change-password', accountKnown: true },
  '403101': { outcome: 'challenge', reason: 'mfa-required', accountKnown: true },
  '403102': { outcome: 'challenge', reason: 'mfa-required', accountKnown: true },
  '403120': { outcome: 'blocked', reason: 'locked', accountKnown: true },
}
