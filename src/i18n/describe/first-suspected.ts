import { countedVerdict, isCounted } from '../../model/counted.ts'
import type { CaseDocument } from '../../model/case.ts'

/**
 * When the first suspicious act in an account that is only suspected was, where that is before the first takeover that is judged: whoever
 * asks since when must not stop at the surer one. ISO; null where it adds nothing.
 */
export const firstSuspected = ({ accounts, summary: { firstTakeover } }: CaseDocument): string | null => {
  const [first] = accounts
    .filter((account) => isCounted(account) && countedVerdict(account) === 'suspected')
    .flatMap(({ firstSuspicious }) => firstSuspicious ?? [])
    .toSorted((left, right) => Date.parse(left) - Date.parse(right))
  if (first === undefined) return null
  return firstTakeover === null || Date.parse(first) < Date.parse(firstTakeover) ? first : null
}
