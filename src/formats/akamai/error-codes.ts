import type { Classification } from '../define-format.ts'

/** Error codes (before the `|`) with which Akamai's edge refuses a request by itself. */
export const edgeErrors: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>> = {
  ERR_ACCESS_DENIED: { outcome: 'blocked', reason: 'policy-denied' },
}
