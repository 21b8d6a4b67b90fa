import type { Format } from '../../formats/define-format.ts'
import type { Provider } from '../../recovery/define-provider.ts'
import type { Report } from '../../reports/define-report.ts'
import type { Rule } from '../../rules/define-rule.ts'

/** What `--plugin` takes, by the name under which a module exports one. */
export interface Kinds {
  readonly format: Format
  readonly rule: Rule
  readonly provider: Provider
  readonly report: Report
}
export type Kind = keyof Kinds

/** Parts of a user's own: made with the same `define…` helpers as the built-in ones. */
export interface Plugins {
  readonly formats: readonly Format[]
  readonly rules: readonly Rule[]
  readonly providers: readonly Provider[]
  readonly reports: readonly Report[]
}
