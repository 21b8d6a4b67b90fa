import { describeNone } from '../../i18n/describe/none.ts'
import { describeVerdict } from '../../i18n/describe/verdict.ts'
import { groupByGrounds, type Grounds } from '../../i18n/describe/grounds.ts'
import { describeOthers } from '../../i18n/describe/other-accounts.ts'
import { affectedAccounts, notableAccounts } from '../../i18n/describe/reading-order.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { CaseAccount, CaseDocument, RenderOptions } from '../../model/case.ts'
import { flow, hanging, paragraph } from './flow.ts'
import type { Palette } from './paint.ts'

const MOST_ACCOUNTS = 15
const MOST_NOTABLE = 5
/** Columns of a name and of a sentence: a name of a megabyte must not push the rest away. Full texts are in the document. */
const NAME_COLUMNS = 200
const SENTENCE_COLUMNS = 600

const title = (account: CaseAccount, options: RenderOptions, palette: Palette): string[] => {
  const { verdict, severity, flags, decision } = account
  const marks = [
    palette.severity[severity](`[${say(`severity.${severity}`, {}, options)}]`),
    palette.verdict[verdict](describeVerdict(account, options)),
    ...(account.class === null ? [] : [`${say('column.class', {}, options)} ${account.class}`]),
    ...flags.map((flag) => say(`flag.${flag}`, {}, options)),
    say(`decision.${decision.state}`, {}, options),
  ]
  const names = account.names.filter((name) => name !== account.account)
  const shown =
    palette.strong(safeText(account.account, NAME_COLUMNS)) + (names.length === 0 ? '' : ` (${safeText(names.join(', '), NAME_COLUMNS)})`)
  return flow([shown, ...marks], '  ', options.width - 2)
}

const othersLines = ({ alsoKnownAs }: CaseAccount, options: RenderOptions): string[] => {
  const others = describeOthers(alsoKnownAs, options).map((other) => safeText(other, NAME_COLUMNS))
  return others.length === 0 ? [] : paragraph(`    ${say('report.others', {}, options)}: `, others.join(' / '), options.width)
}

const groundsLines = ({ accounts, reasons, usual }: Grounds, options: RenderOptions, palette: Palette): string[] => [
  ...accounts.flatMap((account) => [...hanging('  ', title(account, options, palette)), ...othersLines(account, options)]),
  ...reasons.flatMap((reason, index) => paragraph(`    ${index + 1}. `, safeText(reason, SENTENCE_COLUMNS), options.width)),
  ...paragraph(`    ${say('report.usual', {}, options)}: `, safeText(usual, SENTENCE_COLUMNS), options.width),
]

const listed = (accounts: readonly CaseAccount[], most: number, options: RenderOptions, palette: Palette): string[] => {
  const lines = groupByGrounds(accounts.slice(0, most), options).flatMap((grounds) => [...groundsLines(grounds, options, palette), ''])
  const more = accounts.length - most
  return more <= 0 ? lines : [...lines, `  ${palette.faint(say('report.more', { count: more }, options))}`, '']
}

/** Affected accounts, worst first, each with its verdict; the numbered reasons and what is usual, once for all of whom the same is said. */
export const accountsLines = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] => {
  const lines = [
    ...listed(affectedAccounts(document), MOST_ACCOUNTS, options, palette),
    ...listed(notableAccounts(document), MOST_NOTABLE, options, palette),
  ]
  return lines.length === 0 ? [`  ${describeNone(document, options)}`] : lines.slice(0, -1)
}
