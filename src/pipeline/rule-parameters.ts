import { userError } from '../kernel/user-error.ts'
import { checkOverrides } from '../rules/engine/parameters.ts'
import type { ParameterOverrides } from '../rules/engine/parameters.ts'
import type { Rule } from '../rules/define-rule.ts'
import { rules as builtIn } from '../rules/registry.ts'

/** Refuses overrides of rules or parameters that do not exist, and values that do not fit, before anything is read. */
export const checkParameters = (overrides: ParameterOverrides, own: readonly Rule[]): void => {
  const problems = checkOverrides([...builtIn, ...own], overrides)
  if (problems.length > 0) throw userError(problems.join('\n'), '"ashiato rules" lists the rules, "ashiato rules ID" the parameters of one.')
}
