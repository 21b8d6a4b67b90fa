import { describeVerdict } from '../../i18n/describe/verdict.ts'
import { groupByGrounds } from '../../i18n/describe/grounds.ts'
import { describeOthers } from '../../i18n/describe/other-accounts.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { affectedAccounts, firstNames, notableAccounts, riskiestSessions } from '../../i18n/describe/reading-order.ts'
import { describeActions, describeOrigin, describeProgram } from '../../i18n/describe/session.ts'
import { say } from '../../i18n/translate.ts'
import { safeMarkdown, safeMarkdownCode } from '../../kernel/safe-text.ts'
import type { CaseAccount, CaseDocument, RenderOptions } from '../../model/case.ts'
import { bullets, heading, table } from './write.ts'

/** Rows that people read; complete lists are in CSV and JSON, and what is left out is counted. */
const MOST_ROWS = 200
const MOST_GROUNDS = 50

const more = (total: number, shown: number, options: RenderOptions): string =>
  total > shown ? `${say('report.more', { count: total - shown }, options)}\n\n` : ''

const row = (account: CaseAccount, options: RenderOptions): string[] => {
  const names = account.names
    .filter((name) => name !== account.account)
    .map(safeMarkdownCode)
    .join(' ')
  return [
    safeMarkdownCode(account.account) + (names === '' ? '' : ` ${names}`),
    describeVerdict(account, options),
    say(`severity.${account.severity}`, {}, options),
    account.class ?? '',
    account.firstSuspicious === null ? '' : moment(account.firstSuspicious, options.zone),
    account.flags.map((flag) => say(`flag.${flag}`, {}, options)).join(' / '),
    say(`decision.${account.decision.state}`, {}, options),
  ]
}

/** 5: every affected account, worst first; the merely attacked ones as a number. */
export function* accountsSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const accounts = [...affectedAccounts(document), ...notableAccounts(document)]
  const columns = [
    'column.account',
    'column.verdict',
    'column.severity',
    'column.class',
    'column.first-suspicious',
    'column.flags',
    'column.decision',
  ] as const
  yield table(
    columns.map((id) => say(id, {}, options)),
    accounts.slice(0, MOST_ROWS).map((account) => row(account, options)),
  )
  yield more(accounts.length, MOST_ROWS, options)
  const { targeted } = document.summary.accounts
  if (targeted > 0) yield `${say('report.targeted', { count: targeted }, options)}\n\n`
}

/** 6: the suspicious sessions in time order. */
export function* timelineSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const names = firstNames(document)
  const columns = ['column.time', 'column.account', 'column.from', 'column.agent', 'column.risk', 'column.done'] as const
  yield table(
    columns.map((id) => say(id, {}, options)),
    riskiestSessions(document, MOST_ROWS).map((session) => {
      const { place } = describeOrigin(session, options)
      return [
        moment(session.start, options.zone),
        session.account === null
          ? ''
          : [session.account, names.get(session.account) ?? '']
              .filter((part) => part !== '')
              .map(safeMarkdownCode)
              .join(' '),
        [...session.ips.map(safeMarkdownCode), safeMarkdown(place)].join(' '),
        safeMarkdown(describeProgram(session, options)),
        String(session.risk),
        safeMarkdown(describeActions(session, options)),
      ]
    }),
  )
  yield more(document.sessions.length, MOST_ROWS, options)
}

/** 7: why each account got its verdict, and what is usual for it. */
export function* groundsSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const accounts = [...affectedAccounts(document), ...notableAccounts(document)]
  for (const { accounts: told, reasons, usual } of groupByGrounds(accounts.slice(0, MOST_GROUNDS), options)) {
    for (const account of told) {
      yield heading(3, say('checklist.account', { account: account.account, verdict: describeVerdict(account, options) }, options))
      const others = describeOthers(account.alsoKnownAs, options)
      if (others.length > 0) yield bullets([`${say('report.others', {}, options)}: ${others.map(safeMarkdown).join(' / ')}`])
    }
    yield reasons.map((reason, index) => `${index + 1}. ${safeMarkdown(reason)}\n`).join('')
    yield `${reasons.length === 0 ? '' : '\n'}${bullets([`${say('report.usual', {}, options)}: ${safeMarkdown(usual)}`])}`
  }
  yield more(accounts.length, MOST_GROUNDS, options)
}
