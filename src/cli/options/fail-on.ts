import { say, type SayOptions } from '../../i18n/translate.ts'
import type { CaseDocument } from '../../model/case.ts'
import { isAffected, isAtLeast, type Severity } from '../../model/vocabulary.ts'
import { breaksExpectation } from '../../pipeline/expected-hashes.ts'
import { EXIT } from '../io.ts'

/** What a watch is woken for: findings, and accounts that several weaker ones together say are taken over. */
const atOrAbove = ({ findings, accounts }: CaseDocument, floor: Severity): { readonly findings: number; readonly accounts: number } => ({
  findings: findings.filter(({ severity }) => isAtLeast(severity, floor)).length,
  accounts: accounts.filter((account) => isAffected(account) && isAtLeast(account.severity, floor)).length,
})

/** How a run ends that found this. `floor`: --fail-on. */
export const exitCode = (document: CaseDocument, floor: Severity | undefined): number => {
  if (document.summary.incomplete || breaksExpectation(document.summary.caveats)) return EXIT.incomplete
  if (floor === undefined) return EXIT.done
  const { findings, accounts } = atOrAbove(document, floor)
  return findings + accounts > 0 ? EXIT.found : EXIT.done
}

/** Why it ended as found. */
export const whatWakes = (document: CaseDocument, severity: Severity, wording: SayOptions): string => {
  const { findings, accounts } = atOrAbove(document, severity)
  return findings > 0
    ? say('cli.findings-at-or-above', { count: findings, severity }, wording)
    : say('cli.accounts-at-or-above', { count: accounts, severity }, wording)
}
