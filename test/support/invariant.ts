import type { CaseDocument } from '../../src/model/case.ts'

/** Without every `where`, at any depth. */
const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'where')
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  )
}

/**
 * The part of a case document that must not depend on how a log was exported: everything except `run.inputs`, `run.now` and
 * every `where`. As text, so that even the order of keys and elements counts.
 */
export const invariantPart = ({ run, ...document }: CaseDocument): string =>
  JSON.stringify(withoutPlaces({ ...document, run: { options: run.options, rules: run.rules } }), undefined, 1)
