import type { CaseAccount, CaseOtherAccount } from '../model/case.ts'
import type { Action, Outcome } from '../model/vocabulary.ts'
import { indexByAccount } from '../cases/account-rows.ts'
import { learnHistory } from '../cases/history.ts'
import { writeUsual } from '../cases/document/accounts.ts'
import { writeOthers } from '../cases/document/other-accounts.ts'
import type { CaseUsual } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import type { Analysis } from './analyze.ts'

export interface StoryEvent {
  /** Epoch µs. */
  readonly time: number
  readonly action: Action
  readonly outcome: Outcome
  readonly code: string | undefined
  readonly ip: string | undefined
  readonly country: string | undefined
  readonly agent: string | undefined
  /** Part of a session that counts against the account. */
  readonly suspicious: boolean
}

/** What the addresses of this account's suspicious events did elsewhere. */
export interface Touched {
  readonly source: string
  readonly accounts: number
  readonly failures: number
  readonly successes: number
}

export interface AccountStory {
  readonly account: string
  readonly provider: string
  readonly names: readonly string[]
  readonly others: readonly CaseOtherAccount[]
  readonly entry: CaseAccount | undefined
  readonly usual: CaseUsual
  readonly events: readonly StoryEvent[]
  readonly touched: readonly Touched[]
}

/** Accounts whose id or asserted name passes the test; the same name may be an account of several systems. */
const accountsWhere = (table: EventTable, test: (text: string) => boolean): readonly number[] => {
  const found: number[] = []
  for (let key = 0; key < table.accounts.size; key += 1) {
    if (test(table.accounts.get(key) ?? '') || table.accounts.namesOf(key).some(test)) found.push(key)
  }
  return found
}

/** As logged; where nothing is called exactly so, whatever differs in case or width only (people type from memory). */
const findAccounts = (table: EventTable, name: string): readonly number[] => {
  const exact = accountsWhere(table, (text) => text === name)
  if (exact.length > 0) return exact
  const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
  const wanted = folded(name)
  return accountsWhere(table, (text) => folded(text) === wanted)
}

const othersOn = ({ table, judged: { read } }: Analysis, account: number, suspicious: ReadonlySet<number>): readonly Touched[] => {
  const found = new Map<number, { readonly accounts: Set<number>; failures: number; successes: number }>()
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    const other = table.account[row] as number
    if (!suspicious.has(source) || other === account) continue
    let touched = found.get(source)
    if (touched === undefined) found.set(source, (touched = { accounts: new Set(), failures: 0, successes: 0 }))
    if (other >= 0) touched.accounts.add(other)
    if (read.isAttempt(row)) touched.failures += 1
    if (read.isSuccess(row)) touched.successes += 1
  }
  return [...found]
    .map(([source, { accounts, failures, successes }]) => ({
      source: table.places.sources.get(source) ?? '',
      accounts: accounts.size,
      failures,
      successes,
    }))
    .toSorted((left, right) => right.failures - left.failures || (left.source < right.source ? -1 : 1))
}

const storyOf = (key: number, analysis: Analysis): AccountStory => {
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
  const inSession = new Set(judgedAccount?.sessions.flatMap((session) => session.rows))
  const bad = new Set(
    judgedAccount === undefined
      ? []
      : [
          ...judgedAccount.sessions.flatMap((session) => session.rows.map(read.source)),
          ...judgedAccount.attackSources.map(({ source }) => source),
        ],
  )
  return {
    account: table.accounts.get(key) ?? '',
    provider: table.accounts.provider(key),
    names: table.accounts.namesOf(key),
    others: writeOthers(judged.personsOf([key]).get(key) ?? [], table.accounts),
    entry,
    usual:
      entry !== undefined && entry.checklist.length > 0
        ? entry.usual
        : writeUsual(
            learnHistory(rows, read, Number.POSITIVE_INFINITY, () => true),
            read,
          ),
    events: [...rows].map((row) => {
      const { action, outcome, code } = read.cls(row)
      const place = table.place[row] as number
      return {
        time: read.time(row),
        action,
        outcome,
        code,
        ip: table.places.ips.get(place < 0 ? -1 : (table.places.ip[place] as number)),
        country: read.countryText(row),
        agent: read.agentText(row),
        suspicious: inSession.has(row),
      }
    }),
    touched: othersOn(analysis, key, new Set([...bad].filter((source) => source >= 0))),
  }
}

/** Everything about the accounts of this id or name. */
export const accountStories = (name: string, analysis: Analysis): readonly AccountStory[] =>
  findAccounts(analysis.table, name).map((key) => storyOf(key, analysis))
