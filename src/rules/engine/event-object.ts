import type { RuleEvent } from '../define-rule.ts'

const freezeDeep = <T extends object | undefined>(value: T): T => {
  if (value !== undefined && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freezeDeep(part)
  }
  return value
}

const copyOf = <T extends object>(value: T): T => Object.freeze({ ...value })

/**
 * A fresh frozen object with everything that the view shows: what rules from outside the house get. It may be kept, except
 * for `threat`, which answers only during the call.
 */
export const toEventObject = (view: RuleEvent): RuleEvent => Object.freeze({
  ...view,
  geo: freezeDeep(view.geo === undefined ? undefined : { ...view.geo }),
  network: freezeDeep(view.network === undefined ? undefined : { ...view.network }),
  agent: freezeDeep(view.agent === undefined ? undefined : { ...view.agent }),
  facts: copyOf(view.facts),
  usual: copyOf(view.usual),
})
