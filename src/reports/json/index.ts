import type { CaseDocument } from '../../model/case.ts'
import { defineReport } from '../define-report.ts'
import { safeJson } from '../../kernel/safe-text.ts'

/** One member of the document: a list has one element per line, so that big cases stream and two revisions can be compared by line. */
function* member(key: string, value: unknown, isLast: boolean): Iterable<string> {
  const end = isLast ? '\n' : ',\n'
  if (!Array.isArray(value) || value.length === 0) {
    yield `  ${safeJson(key)}: ${safeJson(value)}${end}`
    return
  }
  yield `  ${safeJson(key)}: [\n`
  for (const [index, element] of value.entries()) yield `    ${safeJson(element)}${index === value.length - 1 ? '\n' : ',\n'}`
  yield `  ]${end}`
}

function* render(document: CaseDocument): Iterable<string> {
  const members = Object.entries(document)
  yield '{\n'
  for (const [index, [key, value]] of members.entries()) yield* member(key, value, index === members.length - 1)
  yield '}\n'
}

/** The case document `ashiato.case/1` itself, key order as in the document: the contract for other tools. */
export const report = defineReport({ id: 'json', title: 'Case document (JSON)', mediaType: 'application/json', parts: [], render })
