import { expect, test } from 'vitest'
import { auditLeaks, MUST_NOT_TELL } from '../../bench/evaluate/audit.ts'

test('what the simulator invents does not tell attackers from customers, and nothing alone tells everything', () => {
  const leaks = auditLeaks([1, 2, 3, 4], [5, 6, 7, 8], 700)
  const invented: ReadonlySet<string> = new Set(MUST_NOT_TELL)
  // Two hundred logins of thieves: 0.08 is about two standard errors.
  const telling = leaks.filter(({ attribute, logins }) => invented.has(attribute) && Math.abs(logins - 0.5) > 0.1)
  expect(telling).toEqual([])
  expect(leaks.filter(({ logins, attempts }) => Math.max(logins, attempts) > 0.85)).toEqual([])
}, 120_000)
