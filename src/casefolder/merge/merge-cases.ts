import type { CaseAccount, CaseCampaign, CaseDocument, CaseFinding, CaseSession } from '../../model/case.ts'
import { accountFinder } from '../account-finder.ts'
import { accountKey } from '../decided.ts'
import { mergeAccount } from './accounts.ts'
import { mergeActivity } from './activity.ts'
import { mergeCampaigns, mergeSources } from './campaigns.ts'
import { planInputs, renumber, type InputPlan } from './inputs.ts'
import { mergeSummary } from './summary.ts'

/** A finding is withdrawn only where all records it stood on were read again and it was not found again. */
const carriedFindings = (old: CaseDocument, now: CaseDocument, { kept, fromOld }: InputPlan): readonly CaseFinding[] => {
  const found = new Set(now.findings.map(({ id }) => id))
  return old.findings
    .filter(({ id, evidence }) => !found.has(id) && evidence.some(({ where }) => kept.has(where.input)))
    .map((finding) => ({ ...finding, evidence: renumber(finding.evidence, fromOld) }))
}

/** An account stays where a record that it stands on was not read again; one that cites none stays with the logs that named it. */
const standsStill = (account: CaseAccount, carried: ReadonlySet<string>, kept: ReadonlySet<number>): boolean => {
  const cited = account.reasons.flatMap(({ evidence }) => evidence)
  if (cited.length === 0 && account.findings.length === 0) return true
  return cited.some(({ where }) => kept.has(where.input)) || account.findings.some((id) => carried.has(id))
}

const renumberAccount = (account: CaseAccount, numbers: ReadonlyMap<number, number>): CaseAccount => ({
  ...account,
  reasons: account.reasons.map((reason) => ({ ...reason, evidence: renumber(reason.evidence, numbers) })),
  checklist: account.checklist.map((step) => ({
    ...step,
    stateBy: step.stateBy === null ? null : (renumber([step.stateBy], numbers)[0] ?? null),
  })),
})

const withCampaignIds = <Part extends { readonly campaigns: readonly string[] }>(part: Part, ids: ReadonlyMap<string, string>): Part => ({
  ...part,
  campaigns: [...new Set(part.campaigns.map((id) => ids.get(id) ?? id))],
})

const mergeAccounts = (old: readonly CaseAccount[], now: readonly CaseAccount[]): readonly CaseAccount[] => {
  const merged = new Map(old.map((account) => [accountKey(account), account]))
  for (const account of now) {
    const before = merged.get(accountKey(account))
    merged.set(accountKey(account), before === undefined ? account : mergeAccount(before, account))
  }
  const rank = { compromised: 0, suspected: 1, undetermined: 2, targeted: 3 } as const
  return [...merged.values()].toSorted(
    (left, right) =>
      rank[left.verdict] - rank[right.verdict] ||
      Date.parse(left.firstSuspicious ?? '9999-12-31') - Date.parse(right.firstSuspicious ?? '9999-12-31') ||
      (accountKey(left) < accountKey(right) ? -1 : 1),
  )
}

const isCarriedCampaign = ({ findings }: CaseCampaign, carried: ReadonlySet<string>, found: ReadonlySet<string>): boolean =>
  findings.length === 0 || findings.some((id) => carried.has(id) || found.has(id))

const MOST_ACTIONS = 50

/** One session of the provider that goes on in the newer logs. */
const joinSession = (old: CaseSession, now: CaseSession): CaseSession => {
  const all = [...new Map([...old.actions, ...now.actions].map((action) => [JSON.stringify(action), action])).values()].toSorted(
    (left, right) => Date.parse(left.time) - Date.parse(right.time),
  )
  return {
    ...now,
    start: Date.parse(old.start) <= Date.parse(now.start) ? old.start : now.start,
    end: Date.parse(old.end) > Date.parse(now.end) ? old.end : now.end,
    ips: [...new Set([...old.ips, ...now.ips])],
    risk: Math.max(old.risk, now.risk),
    findings: [...new Set([...old.findings, ...now.findings])],
    actions: all.slice(0, MOST_ACTIONS),
    moreActions: old.moreActions + now.moreActions + Math.max(0, all.length - MOST_ACTIONS),
  }
}

const sessionKey = ({ account, id }: Pick<CaseSession, 'account' | 'id'>): string => `${account}\u0000${id}`

/** Sessions of both; of the older revision those that an account still lists. */
const mergeSessions = (old: CaseDocument, now: CaseDocument, standing: readonly CaseAccount[]): readonly CaseSession[] => {
  const listed = new Set(standing.flatMap(({ account, sessions }) => sessions.map((id) => sessionKey({ account, id }))))
  const merged = new Map(old.sessions.filter((session) => listed.has(sessionKey(session))).map((session) => [sessionKey(session), session]))
  for (const session of now.sessions) {
    const before = merged.get(sessionKey(session))
    merged.set(sessionKey(session), before === undefined ? session : joinSession(before, session))
  }
  return [...merged.values()].toSorted((left, right) => Date.parse(left.start) - Date.parse(right.start) || (left.id < right.id ? -1 : 1))
}

/** Accounts keep the tenant under which the case knows them: decisions, notes and steps are kept by it. */
const namedAsBefore = ({ accounts }: CaseDocument, now: CaseDocument): CaseDocument => {
  const known = accountFinder(accounts.map((account) => [account, account.tenant] as const))
  return { ...now, accounts: now.accounts.map((account) => ({ ...account, tenant: known(account) ?? account.tenant })) }
}

/**
 * The next revision of a case after new logs: what the older revision found in logs that were not read again stands beside what the
 * newer logs show. Where every older input was read again the newer document stands alone. Steps of the case and of its classes are
 * those of the newer logs: whoever merges makes them anew.
 */
export const mergeCases = (old: CaseDocument, fresh: CaseDocument): { readonly document: CaseDocument; readonly plan: InputPlan } => {
  const now = namedAsBefore(old, fresh)
  const plan = planInputs(old, now)
  if (plan.kept.size === 0) return { document: now, plan }
  const carried = carriedFindings(old, now, plan)
  const carriedIds = new Set(carried.map(({ id }) => id))
  const foundIds = new Set(now.findings.map(({ id }) => id))
  const standing = old.accounts.filter((account) => standsStill(account, carriedIds, plan.kept))
  const { campaigns, ids } = mergeCampaigns(
    old.campaigns.filter((campaign) => isCarriedCampaign(campaign, carriedIds, foundIds)),
    now.campaigns,
  )
  const accounts = mergeAccounts(
    standing.map((account) => withCampaignIds(renumberAccount(account, plan.fromOld), ids)),
    now.accounts.map((account) => withCampaignIds(renumberAccount(account, plan.fromNew), ids)),
  )
  const document: CaseDocument = {
    ...now,
    run: { ...now.run, inputs: plan.inputs },
    summary: mergeSummary(old.summary, now.summary, { accounts, campaigns }),
    findings: [...carried, ...now.findings.map((finding) => ({ ...finding, evidence: renumber(finding.evidence, plan.fromNew) }))],
    sessions: mergeSessions(old, now, standing),
    campaigns,
    accounts,
    activity: mergeActivity(old.activity ?? [], now.activity ?? [], plan.kept.size === old.run.inputs.length),
    sources: mergeSources(
      (old.sources ?? []).map((source) => withCampaignIds(source, ids)),
      (now.sources ?? []).map((source) => withCampaignIds(source, ids)),
    ),
  }
  return { document, plan }
}
