import type { RuleEvent } from '../define-rule.ts'

/** Lends the event for one call: whatever touches it afterwards throws a TypeError. For tests of rules, not for speed. */
export const lend = (event: RuleEvent, use: (lent: RuleEvent) => void): void => {
  const get = (target: RuleEvent, name: string | symbol): unknown => Reflect.get(target, name, target)
  const { proxy, revoke } = Proxy.revocable(event, { get })
  try {
    use(proxy)
  } finally {
    revoke()
  }
}
