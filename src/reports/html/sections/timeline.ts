import { describeNone } from '../../../i18n/describe/none.ts'
import { moment } from '../../../i18n/describe/moment.ts'
import { firstNames, riskiestSessions, verdictsByAccount } from '../../../i18n/describe/reading-order.ts'
import { describeActions, describeOrigin, describeProgram } from '../../../i18n/describe/session.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'
import { sessionLanes } from '../charts/lanes.ts'
import { dataTable } from '../table.ts'

const MOST_ROWS = 200
const COLUMNS = ['column.time', 'column.account', 'column.verdict', 'column.from', 'column.agent', 'column.risk', 'column.done'] as const

/** Lanes for the eye, the table for reading: the riskiest sessions in time order. */
export const timelineSection = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const verdicts = verdictsByAccount(document)
  const names = firstNames(document)
  const sessions = riskiestSessions(document, MOST_ROWS)
  if (sessions.length === 0) return markup`<p>${describeNone(document, options)}</p>`
  const rows = sessions.map((session) => {
    const { ips, place } = describeOrigin(session, options)
    const verdict = verdicts.get(session.account ?? '')
    return [
      moment(session.start, options.zone),
      [session.account ?? '', names.get(session.account ?? '') ?? ''].filter((part) => part !== '').join(' · '),
      verdict === undefined ? '' : say(`verdict-short.${verdict}`, {}, options),
      [ips, place].filter((part) => part !== '').join(' · '),
      describeProgram(session, options),
      session.risk,
      describeActions(session, options),
    ]
  })
  const more = document.sessions.length - sessions.length
  const rest = more > 0 ? markup`<p class="note">${say('report.more', { count: more }, options)}</p>` : markup``
  return markup`${sessionLanes(document, options)}${dataTable(
    COLUMNS.map((id) => say(id, {}, options)),
    rows,
  )}${rest}`
}
