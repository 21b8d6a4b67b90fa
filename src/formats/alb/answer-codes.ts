import type { Classification, IgnoredRecord } from '../define-format.ts'

/** What the load balancer answered by itself, without asking the application: by status. */
export const balancerAnswers: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'> | IgnoredRecord>> = {
  // To https, or to an identity provider: the browser asks again, and that request counts.
  '301': { ignore: 'redirected-by-balancer' },
  '302': { ignore: 'redirected-by-balancer' },
  '403': { outcome: 'blocked', reason: 'policy-denied' },
  '460': { outcome: 'info', reason: 'interrupted' },
}
