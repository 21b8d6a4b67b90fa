import { complain, complainUnknown } from '../i18n/complaint.ts'
import { SEVERITIES } from '../model/vocabulary.ts'
import { checkOverrides, type ParameterOverrides } from '../rules/engine/parameters.ts'
import type { Rule } from '../rules/define-rule.ts'
import { rules as builtIn } from '../rules/registry.ts'

/** Where an override or a selector was written: `--set`, or `ashiato.yaml:3:5`. */
export type WhereIs = (path: readonly (string | number)[]) => string

/** Refuses overrides of rules or parameters that do not exist, and values that do not fit, before anything is read. */
export const checkParameters = (overrides: ParameterOverrides, own: readonly Rule[], whereIs: WhereIs): void => {
  const rules = [...builtIn, ...own]
  for (const [id, given] of Object.entries(overrides)) {
    const rule = rules.find((candidate) => candidate.id === id)
    if (rule === undefined)
      throw complainUnknown(
        whereIs([id]),
        id,
        rules.map((candidate) => candidate.id),
      )
    for (const [parameter, value] of Object.entries(given)) {
      const at = whereIs([id, parameter])
      const declared = Object.hasOwn(rule.parameters, parameter) ? rule.parameters[parameter] : undefined
      if (declared === undefined) throw complainUnknown(`${at}: ${id}`, parameter, Object.keys(rule.parameters))
      if (checkOverrides([rule], { [id]: { [parameter]: value } }).length === 0) continue
      throw complain('complaint.parameter-value', { at, rule: id, parameter, value: String(value), default: String(declared.default) })
    }
  }
}

/** Refuses what selects no rule: a typing error in `--only` must not pass for a clean log. */
export const checkSelectors = (selectors: readonly string[], own: readonly Rule[], whereIs: WhereIs): void => {
  const all = [...builtIn, ...own]
  const known = [...new Set([...all.map(({ id }) => id), ...all.flatMap(({ tags }) => tags), ...SEVERITIES])]
  selectors.forEach((value, index) => {
    if (!known.includes(value)) throw complainUnknown(whereIs([index]), value, known)
  })
}
