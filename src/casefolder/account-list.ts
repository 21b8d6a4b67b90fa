import { moment } from '../i18n/describe/moment.ts'
import type { CaseAccount, CaseDocument, CaseSession } from '../model/case.ts'
import type { Verdict } from '../model/vocabulary.ts'
import { classOfAccount, isNobodys, isPasswordKnown } from './decided.ts'
import { countedVerdict, isCounted } from '../model/counted.ts'

export type Cell = string | number | null
/** A table with its column names first. */
export type Table = readonly (readonly Cell[])[]

interface Row {
  readonly account: CaseAccount
  readonly sessions: readonly CaseSession[]
}

const time = (iso: string | null | undefined, zone: string): Cell => (iso == null ? null : moment(iso, zone))

/** When a session was stolen, if that is how somebody got in: before it, the session is its owner's. ISO. */
const theftOf = ({ compromisedAt, reasons }: CaseAccount): string | undefined => {
  const isTheft = reasons.some(({ messageId, data }) => {
    const { time: at } = data
    return messageId === 'reason.session-moved' && typeof at === 'object' && 'time' in at && at.time === compromisedAt
  })
  return isTheft ? (compromisedAt ?? undefined) : undefined
}

/** What was done to the account in its suspicious sessions, in time order. */
const badActions = ({ account, sessions }: Row): readonly CaseSession['actions'][number][] => {
  const from = Date.parse(theftOf(account) ?? '')
  return sessions
    .flatMap(({ actions }) => actions)
    .filter(({ time: at, on }) => !(Date.parse(at) < from) && on === undefined)
    .toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time))
}

const badSuccesses = (row: Row): readonly string[] =>
  badActions(row).flatMap((action) => (action.outcome === 'success' ? [action.time] : []))

const isDone = ({ action, outcome }: CaseSession['actions'][number]): boolean =>
  action !== 'login' && action !== 'mfa' && action !== 'session-use' && (outcome === 'success' || outcome === 'info')

/** What was done after the bad login, each kind once, in the words of the document. */
const actionsAfter = (row: Row): string =>
  [...new Set(badActions(row).flatMap((action) => (isDone(action) ? [action.action] : [])))].join(' ')

const flag =
  (name: CaseAccount['flags'][number]) =>
  ({ account }: Row): Cell =>
    String(account.flags.includes(name))

const COLUMNS: readonly (readonly [name: string, cell: (row: Row, zone: string) => Cell])[] = [
  ['account', ({ account }) => account.account],
  ['provider', ({ account }) => account.provider],
  ['tenant', ({ account }) => account.tenant],
  ['names', ({ account }) => account.names.join(' ')],
  ['verdict', ({ account }) => account.verdict],
  ['decision', ({ account }) => account.decision.state],
  ['decided_by', ({ account }) => account.decision.by],
  ['decided_at', ({ account }, zone) => time(account.decision.at, zone)],
  ['first_bad_success', (row, zone) => time(badSuccesses(row)[0], zone)],
  ['last_bad_success', (row, zone) => time(badSuccesses(row).at(-1), zone)],
  ['campaign', ({ account }) => account.campaigns.join(' ')],
  ['actions_after_login', actionsAfter],
  ['contact_changed', flag('contactChanged')],
  ['factor_changed', flag('factorChanged')],
  ['password_known', flag('passwordKnown')],
  ['mailbox_at_risk', flag('mailboxAtRisk')],
  ['class', ({ account }) => classOfAccount(account)],
]

/** The rows of the accounts that `isListed`, with the names of the columns first. */
export const accountRows = ({ accounts, sessions }: CaseDocument, zone: string, isListed: (account: CaseAccount) => boolean): Table => {
  const byId = new Map(sessions.map((session) => [`${session.account}\u0000${session.id}`, session]))
  return [
    COLUMNS.map(([name]) => name),
    ...accounts.filter(isListed).map((account) => {
      const row = { account, sessions: account.sessions.flatMap((id) => byId.get(`${account.account}\u0000${id}`) ?? []) }
      return COLUMNS.map(([, cell]) => cell(row, zone))
    }),
  ]
}

export interface AccountFilter {
  readonly verdicts: readonly Verdict[]
  /** Only accounts whose decision is one of these; empty: all but the cleared ones. */
  readonly decisions: readonly CaseAccount['decision']['state'][]
  readonly classes: readonly string[]
}

/** The accounts that a list asks for. Cleared ones are listed only where that is asked for. */
export const listAccounts = (document: CaseDocument, zone: string, { verdicts, decisions, classes }: AccountFilter): Table =>
  accountRows(document, zone, (account) => {
    const counted = account.decision.state === 'cleared' ? account.verdict : (countedVerdict(account) ?? account.verdict)
    const isWanted = decisions.length === 0 ? account.decision.state !== 'cleared' : decisions.includes(account.decision.state)
    return isWanted && verdicts.includes(counted) && (classes.length === 0 || classes.includes(classOfAccount(account) ?? ''))
  })

/** Whoever was or may have been entered, or whose password is known to somebody else. What an intruder made is nobody's: a link would reach the intruder. */
const hasOwnerToHelp = (account: CaseAccount): boolean => (isCounted(account) || isPasswordKnown(account)) && !isNobodys(account)

/** Whose password must be reset. */
export const resetList = (document: CaseDocument, zone: string): Table => accountRows(document, zone, hasOwnerToHelp)

/** Over which channel somebody is reached: not where the thief reads along. */
const channelOf = (account: CaseAccount): string => {
  if (account.flags.includes('contactChanged')) return 'old-contact'
  return classOfAccount(account) === 'C' && account.flags.includes('mailboxAtRisk') ? 'other-than-mail' : 'usual'
}

const FIRST_BAD_SUCCESS = COLUMNS.findIndex(([name]) => name === 'first_bad_success')

/** Whom to tell, by class, over which channel, and when somebody was first in. */
export const notifyList = (document: CaseDocument, zone: string): Table => {
  const [, ...rows] = accountRows(document, zone, hasOwnerToHelp)
  return [
    ['account', 'provider', 'tenant', 'names', 'class', 'counted_as', 'channel', 'first_bad_success'],
    ...document.accounts
      .filter(hasOwnerToHelp)
      .map((account, index): readonly Cell[] => [
        account.account,
        account.provider,
        account.tenant,
        account.names.join(' '),
        classOfAccount(account),
        isCounted(account) ? countedVerdict(account) : 'password-known',
        channelOf(account),
        rows[index]?.[FIRST_BAD_SUCCESS] ?? null,
      ]),
  ]
}
