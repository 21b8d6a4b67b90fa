import type { CaseAccount, CaseOtherAccount } from '../model/case.ts'
import type { Action, Outcome, Severity } from '../model/vocabulary.ts'
import { indexByAccount } from '../cases/rows/account-rows.ts'
import { doneRows } from '../cases/strangers/done-actions.ts'
import { learnHistory } from '../cases/habits/history.ts'
import { deedsOf } from '../cases/document/deeds-of.ts'
import { isKeyLogin } from '../cases/document/key-logins.ts'
import { writeUsual } from '../cases/document/accounts.ts'
import { writeOthers } from '../cases/document/other-accounts.ts'
import type { CaseUsual } from '../model/case.ts'
import type { JudgedAccount } from '../cases/judging/judge-account.ts'
import type { RowReader } from '../cases/rows/row-reader.ts'
import type { Analysis } from './analyze.ts'
import { citeRows } from './cite-rows.ts'
import { findAccounts } from './find-accounts.ts'
import { touchedBy, type Touched, type Widespread } from './touched.ts'

export interface StoryEvent {
  /** Epoch µs. */
  readonly time: number
  readonly action: Action
  readonly outcome: Outcome
  readonly code: string | undefined
  /** The other account to which it was done. */
  readonly on?: string
  readonly ip: string | undefined
  readonly country: string | undefined
  readonly agent: string | undefined
  /** The key of a login by one, and whether an earlier one of those that are shown used it; the first of all has nothing to be held against. */
  readonly key?: { readonly fingerprint: string; readonly isNew: boolean }
  /** Part of a session that counts against the account. */
  readonly suspicious: boolean
}

export interface AccountStory {
  readonly account: string
  readonly provider: string
  readonly names: readonly string[]
  readonly others: readonly CaseOtherAccount[]
  readonly entry: CaseAccount | undefined
  /** Sentences of findings that are worth a look and make no verdict. */
  readonly unjudged: readonly string[]
  readonly usual: CaseUsual
  readonly events: readonly StoryEvent[]
  /** By the suspicious events of the account; where there is none, by all of them. */
  readonly touched: readonly Touched[]
  readonly widespread: readonly Widespread[]
}

/** Sessions that count against the account, and whatever came from where it was attacked; all of its own events where neither is known. */
const rowsToFollow = (
  rows: Int32Array,
  { sessions, attackSources }: Pick<JudgedAccount, 'sessions' | 'attackSources'>,
  read: RowReader,
): number[] => {
  const inSession = new Set(sessions.flatMap((session) => session.rows))
  const bad = new Set([...[...inSession].map(read.source), ...attackSources.map(({ source }) => source)])
  const own = [...rows].filter((row) => !read.isByOther(row))
  const followed = own.filter((row) => inSession.has(row) || (read.source(row) >= 0 && bad.has(read.source(row))))
  return followed.length > 0 ? followed : own
}

const WORTH_A_LOOK: ReadonlySet<Severity> = new Set(['medium', 'high', 'critical'])

const unjudgedFindings = (key: number, { judged, document }: Analysis): readonly string[] => {
  const ids = new Set(
    judged.findings.flatMap(({ id, accountKey, severity }) => (accountKey === key && WORTH_A_LOOK.has(severity) ? [id] : [])),
  )
  return document.findings.flatMap(({ id, text }) => (ids.has(id) ? [text] : []))
}

/** Records that are read again for one page; the latest are nearest to the question. */
const MOST_KEY_LOGINS = 500

/** By row: the keys of the account's logins, read again from the evidence. */
const keysByRow = async (rows: Int32Array, { table, inputs, judged }: Analysis): Promise<ReadonlyMap<number, StoryEvent['key']>> => {
  const logins = [...rows].filter((row) => isKeyLogin(row, judged.read)).slice(-MOST_KEY_LOGINS)
  if (logins.length === 0) return new Map()
  const citations = await citeRows(table, inputs.inputs, new Set(logins))
  const seen = new Set<string>()
  return new Map(
    logins.flatMap((row) => {
      const fingerprint = citations.get(row)?.draft?.credential
      if (fingerprint === undefined) return []
      const isNew = seen.size > 0 && !seen.has(fingerprint)
      seen.add(fingerprint)
      return [[row, { fingerprint, isNew }] as const]
    }),
  )
}

const storyOf = async (key: number, analysis: Analysis): Promise<AccountStory> => {
  const { table, judged, document } = analysis
  const { read } = judged
  const rows = indexByAccount(table).of(key)
  const judgedAccount = judged.accounts.find((account) => account.key === key)
  const entry =
    judgedAccount === undefined
      ? undefined
      : document.accounts.find(
          ({ account, provider, tenant }) =>
            account === table.accounts.get(key) &&
            provider === table.accounts.provider(key) &&
            tenant === (table.accounts.tenant(key) ?? null),
        )
  const keys = await keysByRow(rows, analysis)
  const deeds = judgedAccount === undefined ? [] : deedsOf(judgedAccount, table)
  const counted = new Set(judgedAccount === undefined ? [] : [...doneRows(judgedAccount), ...deeds])
  const shownRows = [...rows, ...deeds].toSorted((left, right) => left - right)
  return {
    account: table.accounts.get(key) ?? '',
    provider: table.accounts.provider(key),
    names: table.accounts.namesOf(key),
    others: writeOthers(judged.personsOf([key]).get(key) ?? [], table.accounts),
    entry,
    unjudged: entry === undefined ? unjudgedFindings(key, analysis) : [],
    usual:
      entry !== undefined && entry.checklist.length > 0
        ? entry.usual
        : writeUsual(
            learnHistory(rows, read, Number.POSITIVE_INFINITY, () => true),
            read,
          ),
    events: shownRows.map((row) => {
      const { action, outcome, code } = read.cls(row)
      const place = table.place.get(row)
      const shown = keys.get(row)
      return {
        time: read.time(row),
        action,
        outcome,
        code,
        ...(table.account.get(row) === key ? {} : { on: table.accounts.get(table.account.get(row)) ?? '' }),
        ip: table.places.ips.get(place < 0 ? -1 : (table.places.ip[place] as number)),
        country: read.countryText(row),
        agent: read.agentText(row),
        ...(shown === undefined ? {} : { key: shown }),
        suspicious: counted.has(row),
      }
    }),
    ...touchedBy(rowsToFollow(rows, judgedAccount ?? { sessions: [], attackSources: [] }, read), key, table, read),
  }
}

/** Everything about the accounts of this id or name. */
export const accountStories = async (name: string, analysis: Analysis): Promise<readonly AccountStory[]> =>
  Promise.all(findAccounts(analysis.table, name).map((key) => storyOf(key, analysis)))
