import type { Rule } from '../define-rule.ts'

const isNamed = (rule: Rule, names: readonly string[]): boolean =>
  names.some((name) => name === rule.id || name === rule.severity || rule.tags.includes(name))

/** `--only` and `--skip` take rule ids, tags and severities; skipping wins. An empty or missing `only` means all. */
export const isSelected = (rule: Rule, only: readonly string[] | undefined, skip: readonly string[] | undefined): boolean =>
  (only === undefined || only.length === 0 || isNamed(rule, only)) && !isNamed(rule, skip ?? [])
