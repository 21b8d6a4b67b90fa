import { describeOthers } from '../../i18n/describe/other-accounts.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { describeActions, describeOrigin, describeUsual, describeProgram } from '../../i18n/describe/session.ts'
import { describeReason } from '../../i18n/describe/step.ts'
import { say } from '../../i18n/translate.ts'
import type { CaseAccount, CaseDocument, CaseSession, CaseStep, RenderOptions } from '../../model/case.ts'

/** An account in words as a person reads them; made safe where they are written. */
export interface AccountRow {
  readonly account: string
  readonly provider: string
  readonly tenant: string | null
  readonly names: string
  /** The person's other accounts. */
  readonly others: string
  readonly verdict: CaseAccount['verdict']
  readonly severity: CaseAccount['severity']
  readonly harmClass: string
  readonly flags: string
  readonly decision: CaseAccount['decision']['state']
  readonly decided: string
  readonly first: string
  readonly reasons: readonly string[]
  readonly usual: string
  readonly sessions: readonly string[]
  /** As the case has them: worded where they are written, once for all accounts that have the same. */
  readonly steps: readonly CaseStep[]
}

const sessionText = (session: CaseSession, options: RenderOptions): string => {
  const { ips, place } = describeOrigin(session, options)
  const end = session.end === session.start ? '' : ` – ${moment(session.end, options.zone)}`
  const parts = [
    moment(session.start, options.zone) + end,
    ips,
    place,
    describeProgram(session, options),
    describeActions(session, options),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** Sessions by id and account: a provider's session id may serve several accounts. */
export type SessionsOf = (account: CaseAccount) => readonly CaseSession[]

export const indexSessions = ({ sessions }: CaseDocument): SessionsOf => {
  const key = (id: string, account: string | null): string => `${id}\u0000${account ?? ''}`
  const byKey = new Map(sessions.map((session) => [key(session.id, session.account), session]))
  return ({ account, sessions: ids }) => ids.flatMap((id) => byKey.get(key(id, account)) ?? [])
}

export const accountRow = (account: CaseAccount, sessionsOf: SessionsOf, options: RenderOptions): AccountRow => {
  const { decision, firstSuspicious } = account
  const comma = options.lang === 'ja' ? '、' : ', '
  const kind = account.kind === 'takeover' ? [] : [say(`case-kind.${account.kind}`, {}, options)]
  return {
    account: account.account,
    provider: account.provider,
    tenant: account.tenant,
    names: account.names.filter((name) => name !== account.account).join(comma),
    others: describeOthers(account.alsoKnownAs, options).join(' / '),
    verdict: account.verdict,
    severity: account.severity,
    harmClass: account.class ?? '',
    flags: [...kind, ...account.flags.map((flag) => say(`flag.${flag}`, {}, options))].join(comma),
    decision: decision.state,
    decided: [decision.by, decision.at === null ? null : moment(decision.at, options.zone), decision.why]
      .filter((part) => part !== null)
      .join(' · '),
    first: firstSuspicious === null ? '' : moment(firstSuspicious, options.zone),
    reasons: account.reasons.map((reason) => describeReason(reason, options)),
    usual: describeUsual(account, options),
    sessions: sessionsOf(account).map((session) => sessionText(session, options)),
    // What was written before a person cleared it would lock its owner out.
    steps: decision.state === 'cleared' ? [] : account.checklist,
  }
}
