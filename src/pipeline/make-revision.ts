import { writeSources } from '../cases/document/sources.ts'
import { accountKey, withDecisions } from '../casefolder/decided.ts'
import { graverOf } from '../casefolder/merge/accounts.ts'
import { renumber, type InputPlan } from '../casefolder/merge/inputs.ts'
import { tellHistory } from '../casefolder/merge/tell-history.ts'
import { mergeCases } from '../casefolder/merge/merge-cases.ts'
import type { CaseAccount, CaseDocument, CaseStep } from '../model/case.ts'
import type { Manifest } from '../model/case-folder.ts'
import { isAffected } from '../model/vocabulary.ts'
import { carryStates } from '../recovery/carry-states.ts'
import { withProgress } from '../recovery/step-progress.ts'
import type { Work } from '../state/case-folder/read-case.ts'
import type { SealedEvidence } from '../state/case-folder/sealed-evidence.ts'
import type { Analysis } from './analyze.ts'
import { followIntruders } from './follow-intruders.ts'
import type { AnalyzeOptions } from './options.ts'
import { proveSteps } from './prove-steps.ts'
import type { Redaction } from './redaction.ts'
import { remakeSteps } from './remake-steps.ts'

/** The revision that stands in the folder now. */
export interface EarlierCase {
  readonly document: CaseDocument
  readonly manifest: Manifest
  /** Of its SHA256SUMS. */
  readonly sha256sums: string
  /** null: redacted, it keeps no raw records. */
  readonly evidence: SealedEvidence | null
}

export interface RevisionParts {
  readonly earlier: EarlierCase | null
  readonly work: Work
  /** Absent: names stand as logged. */
  readonly redaction?: Redaction
}

interface Revision {
  readonly document: CaseDocument
  readonly plan: InputPlan | null
}

/** What an earlier revision knew of steps that no single account carries; their records now stand under other numbers. */
const earlierBlock = (earlier: EarlierCase | null, plan: InputPlan | undefined): readonly CaseStep[] =>
  (earlier?.document.steps ?? [])
    .filter(({ scope, progress }) => scope === 'case' && progress === undefined)
    .map((step) => ({ ...step, stateBy: step.stateBy === null ? null : (renumber([step.stateBy], plan?.fromOld ?? new Map())[0] ?? null) }))

/** What the logs that were read now show, by themselves and to whoever knows the case. */
const freshDocument = async (analysis: Analysis, { lang, zoneOut }: AnalyzeOptions, earlier: EarlierCase | null): Promise<CaseDocument> => {
  const read: CaseDocument = { ...analysis.document, sources: writeSources(analysis.judged) }
  return earlier === null ? read : followIntruders(read, earlier.document, analysis, { lang, zone: zoneOut })
}

const isLike = (one: CaseAccount, other: CaseAccount): boolean =>
  one.class === other.class && other.flags.every((flag) => one.flags.includes(flag))

/** Accounts of which both revisions together know more than the one whose steps they have: a contact that was changed since. */
const outgrown = (before: ReadonlyMap<string, CaseAccount>, fresh: CaseDocument, { accounts }: CaseDocument): ReadonlySet<string> => {
  const now = new Map(fresh.accounts.map((account) => [accountKey(account), account]))
  const isOutgrown = (account: CaseAccount): boolean => {
    // Nobody wrote it steps where only the case knows what its login means.
    if (isAffected(account) && account.checklist.length === 0) return true
    const [old, own] = [before.get(accountKey(account)), now.get(accountKey(account))]
    return old !== undefined && own !== undefined && !(isLike(old, account) && isLike(graverOf(old, own), account))
  }
  return new Set(accounts.filter(isOutgrown).map(accountKey))
}

/** What is said of each account's past, by all that the case knows of it. */
const withHistory = (
  document: CaseDocument,
  before: ReadonlyMap<string, CaseAccount>,
  { lang, zoneOut: zone }: Pick<AnalyzeOptions, 'lang' | 'zoneOut'>,
): CaseDocument => ({
  ...document,
  accounts: document.accounts.map((account) => tellHistory(account, !before.has(accountKey(account)), { lang, zone })),
})

/** Both revisions, where the newer logs came to others that were not read again. */
const addedTo = (merged: ReturnType<typeof mergeCases> | undefined): ReturnType<typeof mergeCases> | undefined =>
  merged !== undefined && merged.plan.kept.size > 0 ? merged : undefined

/** What was just read, together with what stood there before, with proven steps and people's decisions. */
export const makeRevision = async (
  analysis: Analysis,
  options: AnalyzeOptions,
  { earlier: sealed, work, redaction }: RevisionParts,
): Promise<Revision> => {
  const earlier = sealed === null || redaction === undefined ? sealed : { ...sealed, document: redaction.original(sealed.document) }
  const decisions = redaction?.decisions(work.decisions.entries) ?? work.decisions.entries
  const fresh = await freshDocument(analysis, options, earlier)
  const merged = earlier === null ? undefined : mergeCases(earlier.document, fresh)
  const since = new Map(earlier?.document.accounts.map((account) => [accountKey(account), account]))
  const added = addedTo(merged)
  const whole = added === undefined ? (merged?.document ?? fresh) : withHistory(added.document, since, options)
  const fromNew = added?.plan.fromNew
  const proven = await proveSteps(whole, since, analysis, {
    ownProviders: options.ownProviders,
    inputNumber: (input) => fromNew?.get(input) ?? input,
    blockedSince: earlier?.document.summary.last == null ? null : Date.parse(earlier.document.summary.last) * 1000,
  })
  const { checklists, block } = proven
  const accounts = whole.accounts.map((account) => ({ ...account, checklist: checklists.get(accountKey(account)) ?? account.checklist }))
  const carried = carryStates(whole.steps, earlierBlock(earlier, merged?.plan))
  const steps = carried.map((step) => (step.id === block?.id ? block : step))
  const decided = withDecisions({ ...whole, accounts, steps }, decisions)
  const isAsRead = fromNew === undefined && decisions.length === 0
  const anew = outgrown(since, fresh, decided)
  return { document: isAsRead ? withProgress(decided) : remakeSteps(decided, { ...options, anew }), plan: merged?.plan ?? null }
}
