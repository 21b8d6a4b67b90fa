import { classOf, CONTACT_CHANGES, FACTOR_CHANGES, harmOf } from '../cases/rows/after-login.ts'
import type { Citations } from '../cases/document/cite.ts'
import { writeSession } from '../cases/document/sessions.ts'
import { createRowReader, type RowReader } from '../cases/rows/row-reader.ts'
import { cutSessions, type AccountSession } from '../cases/rows/sessions.ts'
import { accountKey } from '../casefolder/decided.ts'
import { mergeAccount } from '../casefolder/merge/accounts.ts'
import { planInputs } from '../casefolder/merge/inputs.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseAccount, CaseDocument, CaseReason, CaseSession, CaseStep } from '../model/case.ts'
import { isAffected, type Action, type Harm } from '../model/vocabulary.ts'
import { badSourcesOf, hitSources, sourcesOfCampaigns } from './bad-sources.ts'
import { rowFinder, type LogsRead } from './case-rows.ts'
import { citeRows } from './cite-rows.ts'
import type { Return } from './intruder-return.ts'
import { newlyEntered } from './newly-entered.ts'

const MOST_CITED = 20

const isIn = (action: Action): boolean => action === 'login' || action === 'session-use' || harmOf(action) !== undefined

/** Lines that the owner may be on as well prove nothing, even where the intruder came from one. */
const ownersToo = ({ sources = [] }: CaseDocument): ReadonlySet<string> =>
  new Set(sources.filter(({ shared, proxy, allowed }) => shared || proxy || allowed === true).map(({ source }) => source))

const returnsOf = (earlier: CaseDocument, logs: LogsRead, read: RowReader): readonly Return[] => {
  const affected = earlier.accounts.filter((account) => isAffected(account) && account.kind === 'takeover')
  const rowsOf = rowFinder(affected, logs)
  const sessions = Map.groupBy(earlier.sessions, ({ account }) => account)
  const ofCampaign = sourcesOfCampaigns(earlier)
  const hits = hitSources(earlier)
  const shared = ownersToo(earlier)
  return affected.flatMap((account) => {
    const bad = badSourcesOf(account, sessions.get(account.account) ?? [], ofCampaign, hits)
    const since = Date.parse(account.lastSuspicious ?? '') * 1000
    const rows = rowsOf(account).filter((row) => {
      const source = read.sourceText(row)
      const { action, outcome } = read.cls(row)
      const isKnown = source !== undefined && bad.has(source) && !shared.has(source)
      return isKnown && read.time(row) > since && (outcome === 'success' || outcome === 'info') && isIn(action) && !read.isByOther(row)
    })
    if (rows.length === 0) return []
    const inOrder = Int32Array.from(rows.toSorted((left, right) => left - right))
    return [{ account, sessions: cutSessions(logs.table, inOrder, read) }]
  })
}

const reasonOf = ({ rows }: AccountSession, read: RowReader, citations: Citations, wording: SayOptions): CaseReason => {
  const [first] = rows as readonly [number, ...number[]]
  const at = toIso(read.time(first))
  const actions = [...new Set(rows.map((row) => read.cls(row).action))]
  const data = { time: { time: at }, source: read.sourceText(first) ?? '', actions }
  const evidence = rows.slice(0, MOST_CITED).flatMap((row) => citations.get(row)?.ref ?? [])
  return { messageId: 'reason.known-intruder', data, text: say('reason.known-intruder', data, wording), at, evidence }
}

const asOpen = ({ stateAt: _at, stateWhy: _why, waitingUntil: _until, ...step }: CaseStep): CaseStep => ({
  ...step,
  state: 'open',
  stateBy: null,
})

/** The account as the newer logs alone would show it, had they known whose addresses these are. */
const entryOf = (
  { account, sessions }: Return,
  written: readonly CaseSession[],
  { read, citations, wording }: { readonly read: RowReader; readonly citations: Citations; readonly wording: SayOptions },
): CaseAccount => {
  const rows = sessions.flatMap((session) => session.rows)
  const done = new Set(rows.map((row) => read.cls(row).action))
  const harms = new Set<Harm>([...done].flatMap((action) => harmOf(action) ?? []))
  const has = (actions: ReadonlySet<Action>): boolean => [...actions].some((action) => done.has(action))
  const times = rows.map((row) => read.time(row))
  return {
    ...account,
    class: classOf(harms),
    harms: [...harms].toSorted(),
    flags: [
      ...account.flags,
      ...(has(CONTACT_CHANGES) ? ['contactChanged' as const] : []),
      ...(has(FACTOR_CHANGES) ? ['factorChanged' as const] : []),
    ],
    reasons: sessions.map((session) => reasonOf(session, read, citations, wording)),
    firstSuspicious: account.firstSuspicious ?? toIso(Math.min(...times)),
    lastSuspicious: toIso(Math.max(...times)),
    sessions: written.map(({ id }) => id),
    findings: [],
    checklist: account.checklist.map(asOpen),
  }
}

/**
 * The newer logs' document with what the intruders whom the case knows did in it. Alone, a login from an address that attacked in
 * earlier logs looks like any other, and the change of a contact behind it as the owner's; the steps would send a reset link to it.
 */
export const followIntruders = async (
  fresh: CaseDocument,
  earlier: CaseDocument,
  logs: LogsRead,
  wording: SayOptions,
): Promise<CaseDocument> => {
  // All logs together judge better than what is remembered of them.
  const { kept } = planInputs(earlier, fresh)
  if (kept.size === 0) return fresh
  const { table, inputs } = logs
  const read = createRowReader(table)
  // What the newer logs judge by themselves they know better.
  const judged = new Set(fresh.accounts.filter(isAffected).map(accountKey))
  const all = [...returnsOf(earlier, logs, read), ...newlyEntered(earlier, { table, read, kept })]
  const returns = all.filter(({ account }) => !judged.has(accountKey(account)))
  if (returns.length === 0) return fresh
  const cited = new Set(returns.flatMap(({ sessions }) => sessions.flatMap(({ rows }) => rows.slice(0, MOST_CITED))))
  const citations = await citeRows(table, inputs.inputs, cited)
  const accounts = new Map(fresh.accounts.map((account) => [accountKey(account), account]))
  const sessions = returns.flatMap((back) => {
    const { verdict, account } = back.account
    const written = back.sessions.map((session) => {
      const key = table.account.get(session.rows[0] as number)
      return { ...writeSession({ key, verdict, findings: [] }, session, { table, read }, citations), account }
    })
    const entry = entryOf(back, written, { read, citations, wording })
    const own = accounts.get(accountKey(entry))
    accounts.set(accountKey(entry), own === undefined ? entry : mergeAccount(own, entry))
    return written
  })
  return { ...fresh, accounts: [...accounts.values()], sessions: [...fresh.sessions, ...sessions] }
}
