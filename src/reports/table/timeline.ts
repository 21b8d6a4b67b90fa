import { describeNone } from '../../i18n/describe/none.ts'
import { legibleNames } from '../../i18n/describe/legible-names.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { firstNames, riskiestSessions, verdictsByAccount } from '../../i18n/describe/reading-order.ts'
import { describeActions, describeOrigin, describeProgram } from '../../i18n/describe/session.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { CaseDocument, CaseSession, RenderOptions } from '../../model/case.ts'
import { grid, type Column } from './grid.ts'
import type { Palette } from './paint.ts'

/** Rows that a screenful can carry; the rest is in CSV and JSON, and is counted. */
const MOST_SESSIONS = 25
/** From this width on the program has a column of its own. */
const WIDE = 120
/** Columns of a program's name, and of any other cell: a name of a megabyte must not push the rest away. Full texts are in the document. */
const AGENT_COLUMNS = 40
/** A fingerprint that is cut is none. */
const KEY_COLUMNS = 80
const CELL_COLUMNS = 160

type Named = (account: string) => readonly string[]

/** An id of a directory says nothing to people: its name stands below it, or for it where there is no room; the accounts' list has both. */
const namedIn = (document: CaseDocument, wide: boolean): Named => {
  const names = firstNames(document)
  const legible = legibleNames(document)
  return (account) => (wide || legible(account) === account ? [account, names.get(account) ?? ''] : [legible(account)])
}

const accountCell = ({ account }: CaseSession, named: Named): string =>
  named(account ?? '')
    .filter((part) => part !== '')
    .map((part) => safeText(part, CELL_COLUMNS))
    .join('\n')

const cellsOf = (session: CaseSession, named: Named, options: RenderOptions): string[] => {
  const { ips, place } = describeOrigin(session, options)
  const agent = safeText(describeProgram(session, options), session.agent === null ? KEY_COLUMNS : AGENT_COLUMNS)
  const wide = options.width >= WIDE
  const from = [ips, place, wide ? '' : agent].filter((part) => part !== '').map((part) => safeText(part, CELL_COLUMNS))
  return [
    moment(session.start, options.zone),
    accountCell(session, named),
    from.join(wide ? ' ' : '\n'),
    ...(wide ? [agent] : []),
    String(session.risk),
    safeText(describeActions(session, options), 2 * CELL_COLUMNS),
  ]
}

/** Suspicious sessions in time order, the riskiest where there are too many. */
export const timelineLines = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] => {
  const sessions = riskiestSessions(document, MOST_SESSIONS)
  if (sessions.length === 0) return [`  ${describeNone(document, options)}`]
  const verdicts = verdictsByAccount(document)
  const paintAccount = (line: string, row: number): string => {
    const verdict = verdicts.get(sessions[row]?.account ?? '')
    return verdict === undefined ? line : palette.verdict[verdict](line)
  }
  const wide = options.width >= WIDE
  const named = namedIn(document, wide)
  const columns: Column[] = [
    { title: say('column.time', {}, options), min: wide ? 25 : 14 },
    { title: say('column.account', {}, options), min: wide ? 20 : 12, paint: paintAccount },
    { title: say('column.from', {}, options), min: 18 },
    ...(wide ? [{ title: say('column.agent', {}, options), min: 16 }] : []),
    { title: say('column.risk', {}, options), min: 4, right: true },
    { title: say('column.done', {}, options), min: 16 },
  ]
  const lines = grid(
    columns,
    sessions.map((session) => cellsOf(session, named, options)),
    options.width,
    palette,
  )
  const more = document.sessions.length - sessions.length
  return more === 0 ? lines : [...lines, `  ${palette.faint(say('report.more', { count: more }, options))}`]
}
