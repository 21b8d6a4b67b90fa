import { createRowReader } from '../cases/rows/row-reader.ts'
import { accountKey } from '../casefolder/decided.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseAccount, CaseDocument, CaseStep, EvidenceRef } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import { matchProofs, type ProofEvent } from '../recovery/match-proofs.ts'
import { findProvider } from '../recovery/provider-registry.ts'
import { badSourcesOf, hitSources, sourcesOfCampaigns } from './bad-sources.ts'
import { rowFinder, type LogsRead } from './case-rows.ts'
import { citeRows } from './cite-rows.ts'
import type { AnalyzeOptions } from './options.ts'
import { proveBlock } from './prove-block.ts'
import { rowOf, rowRef } from './row-ref.ts'

const BLOCK = 'case/C2'

export interface Proven {
  /** By account key. */
  readonly checklists: ReadonlyMap<string, readonly CaseStep[]>
  /** The block of the attack's sources, where a log shows something about it. */
  readonly block: CaseStep | undefined
}

interface ProofOptions extends Pick<AnalyzeOptions, 'ownProviders'> {
  /** Number of an input in the document. */
  readonly inputNumber: (input: number) => number
  /** End of the logs that an earlier revision knew, epoch µs: denials after it prove the block of the sources. */
  readonly blockedSince: number | null
}

const proofEvents = (table: EventTable): ((row: number) => ProofEvent) => {
  const read = createRowReader(table)
  return (row) => {
    const { action, outcome, code } = read.cls(row)
    return {
      time: toIso(read.time(row)),
      action,
      outcome,
      code: code ?? null,
      source: read.sourceText(row) ?? null,
      network: read.networkText(row) ?? null,
      byOther: read.isByOther(row),
      evidence: rowRef(table, row),
    }
  }
}

/** The checklists with what the logs show about their steps; evidence still as rows of the table. By account key. */
const matchChecklists = (
  document: CaseDocument,
  since: ReadonlyMap<string, CaseAccount>,
  logs: LogsRead,
  ownProviders: AnalyzeOptions['ownProviders'],
): ReadonlyMap<string, readonly CaseStep[]> => {
  const { table } = logs
  const matched = new Map<string, readonly CaseStep[]>()
  if (table.size === 0) return matched
  const logEnd = toIso(table.time.get(table.size - 1))
  const rowsOf = rowFinder(document.accounts, logs)
  const eventAt = proofEvents(table)
  const sessions = Map.groupBy(document.sessions, ({ account }) => account)
  const ofCampaign = sourcesOfCampaigns(document)
  const hits = hitSources(document)
  for (const account of document.accounts) {
    const after = since.get(accountKey(account))?.lastSuspicious ?? account.lastSuspicious
    if (after === null || account.checklist.length === 0) continue
    const context = {
      provider: findProvider(account.provider, ownProviders),
      after,
      badSources: badSourcesOf(account, sessions.get(account.account) ?? [], ofCampaign, hits),
      usual: new Set([...account.usual.sources, ...account.usual.networks]),
      logEnd,
    }
    matched.set(accountKey(account), matchProofs(account.checklist, rowsOf(account).map(eventAt), context))
  }
  return matched
}

const matchBlock = ({ steps, campaigns }: CaseDocument, table: EventTable, since: number | null): CaseStep | undefined => {
  const block = steps.find(({ id }) => id === BLOCK)
  if (block === undefined || since === null) return undefined
  const proven = proveBlock(block, table, new Set(campaigns.flatMap(({ sources }) => sources)), since)
  return proven.state === 'open' ? undefined : proven
}

/** Reads the records behind steps again: their evidence as the document names it. */
const stepCiter = async (
  steps: readonly CaseStep[],
  { table, inputs }: LogsRead,
  inputNumber: ProofOptions['inputNumber'],
): Promise<(step: CaseStep) => CaseStep> => {
  const rows = new Set(steps.flatMap(({ stateBy }) => rowOf(stateBy) ?? []))
  const citations = await citeRows(table, inputs.inputs, rows)
  const cited = (ref: EvidenceRef | null): EvidenceRef | null => {
    const found = citations.get(rowOf(ref) ?? -1)?.ref
    return found === undefined ? ref : { ...found, where: { ...found.where, input: inputNumber(found.where.input) } }
  }
  return (step) => ({ ...step, stateBy: cited(step.stateBy) })
}

/**
 * Ticks off, in the checklists of accounts, what the logs that were just read prove, and flags what they contradict. `since`: the
 * account as an earlier revision knew it; what was done after its last suspicious event is recovery, or the attacker again.
 */
export const proveSteps = async (
  document: CaseDocument,
  since: ReadonlyMap<string, CaseAccount>,
  logs: LogsRead,
  { ownProviders, inputNumber, blockedSince }: ProofOptions,
): Promise<Proven> => {
  const matched = matchChecklists(document, since, logs, ownProviders)
  const block = matchBlock(document, logs.table, blockedSince)
  const cite = await stepCiter([...[...matched.values()].flat(), ...(block === undefined ? [] : [block])], logs, inputNumber)
  return {
    checklists: new Map([...matched].map(([key, steps]) => [key, steps.map(cite)])),
    block: block === undefined ? undefined : cite(block),
  }
}
