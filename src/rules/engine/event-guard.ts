import type { RuleEvent } from '../define-rule.ts'

/** Lends the event for one call: whatever touches it afterwards throws a TypeError. For tests of rules, not for speed. */
export const lend = (event: RuleEvent, use: (lent: RuleEvent) => void): void => {
  const { proxy, revoke } = Proxy.revocable(event, {})
  try {
    use(proxy)
  } finally {
    revoke()
  }
}
