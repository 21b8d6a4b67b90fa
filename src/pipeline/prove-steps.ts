import { createRowReader } from '../cases/row-reader.ts'
import { indexByAccount } from '../cases/account-rows.ts'
import { accountKey } from '../casefolder/decided.ts'
import { sourceOf } from '../kernel/ip.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseAccount, CaseDocument, CaseSession, CaseStep, EvidenceRef } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import { matchProofs, type ProofEvent } from '../recovery/match-proofs.ts'
import { findProvider } from '../recovery/provider-registry.ts'
import type { Analysis } from './analyze.ts'
import { citeRows } from './cite-rows.ts'
import type { AnalyzeOptions } from './options.ts'

const ROW = 'row:'

/** A row stands for its evidence until it is known which of them prove something: only those are read again. */
const rowRef = (table: EventTable, row: number): EvidenceRef => ({
  record: `${ROW}${row}`,
  where: {
    input: table.input[row] as number,
    line: table.line[row] as number,
    offset: table.offset[row] as number,
    length: table.length[row] as number,
  },
})

const rowOf = (ref: EvidenceRef | null): number | undefined =>
  ref !== null && ref.record.startsWith(ROW) ? Number(ref.record.slice(ROW.length)) : undefined

const keysOf = (table: EventTable): ReadonlyMap<string, number> => {
  const keys = new Map<string, number>()
  for (let key = 0; key < table.accounts.size; key += 1) {
    const tenant = table.accounts.tenant(key) ?? null
    keys.set(accountKey({ account: table.accounts.get(key) ?? '', provider: table.accounts.provider(key), tenant }), key)
  }
  return keys
}

/** Addresses of the account's suspicious sessions that are not its own. */
const badSourcesOf = (account: CaseAccount, sessions: readonly CaseSession[]): ReadonlySet<string> => {
  const ids = new Set(account.sessions)
  const ips = sessions.filter(({ id }) => ids.has(id)).flatMap((session) => session.ips)
  return new Set(ips.map(sourceOf).filter((source) => !account.usual.sources.includes(source)))
}

/**
 * Ticks off, in the checklists of accounts, what the logs that were just read prove, and flags what they contradict. `since`: the
 * account as an earlier revision knew it; what was done after its last suspicious event is recovery, or the attacker again.
 * `inputNumber`: number of an input in the document.
 */
export const proveSteps = async (
  document: CaseDocument,
  since: ReadonlyMap<string, CaseAccount>,
  { table, inputs }: Pick<Analysis, 'table' | 'inputs'>,
  { ownProviders, inputNumber }: Pick<AnalyzeOptions, 'ownProviders'> & { readonly inputNumber: (input: number) => number },
): Promise<ReadonlyMap<string, readonly CaseStep[]>> => {
  const read = createRowReader(table)
  const keys = keysOf(table)
  const byAccount = indexByAccount(table)
  const sessions = Map.groupBy(document.sessions, ({ account }) => account)
  const matched = new Map<string, readonly CaseStep[]>()
  for (const account of document.accounts) {
    const key = keys.get(accountKey(account))
    const after = since.get(accountKey(account))?.lastSuspicious ?? account.lastSuspicious
    if (key === undefined || after === null || account.checklist.length === 0) continue
    const events = [...byAccount.of(key)].map((row): ProofEvent => {
      const { action, outcome, code } = read.cls(row)
      return {
        time: toIso(read.time(row)),
        action,
        outcome,
        code: code ?? null,
        source: read.sourceText(row) ?? null,
        evidence: rowRef(table, row),
      }
    })
    const context = {
      provider: findProvider(account.provider, ownProviders),
      after,
      badSources: badSourcesOf(account, sessions.get(account.account) ?? []),
    }
    matched.set(accountKey(account), matchProofs(account.checklist, events, context))
  }
  const rows = new Set([...matched.values()].flatMap((steps) => steps.flatMap(({ stateBy }) => rowOf(stateBy) ?? [])))
  const citations = await citeRows(table, inputs.inputs, rows)
  const cited = (ref: EvidenceRef | null): EvidenceRef | null => {
    const found = citations.get(rowOf(ref) ?? -1)?.ref
    return found === undefined ? ref : { ...found, where: { ...found.where, input: inputNumber(found.where.input) } }
  }
  return new Map([...matched].map(([key, steps]) => [key, steps.map((step) => ({ ...step, stateBy: cited(step.stateBy) }))]))
}
