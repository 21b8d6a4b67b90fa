import type { Enricher, Source } from '../../../src/enrich/define-enricher.ts'

/** The data of an enricher that is expected to open. */
export const opened = async <Given extends Source<unknown>, Options>(
  enricher: Enricher<Given, Options>,
  options: Options,
): Promise<Given> => {
  const found = await enricher.open(options)
  if (!found.ok) throw new Error(found.problem.text)
  return found.value
}
