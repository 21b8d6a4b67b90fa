import { CONTACT_CHANGES } from '../cases/rows/after-login.ts'
import { signalsTold } from '../cases/signals/signals-told.ts'
import { accountKey, clearedAccounts } from '../casefolder/decided.ts'
import { neverBlocked } from '../kernel/never-blocked.ts'
import type { CaseAccount, CaseDocument, CaseSession } from '../model/case.ts'
import type { Action } from '../model/vocabulary.ts'
import { carryStates } from '../recovery/carry-states.ts'
import { withProgress } from '../recovery/step-progress.ts'
import { buildChecklists } from '../recovery/build-checklists.ts'
import type { RecoveryAccount, RecoveryInput } from '../recovery/recovery-input.ts'
import { tellsMembers } from '../i18n/describe/tells-members.ts'
import { hasGaps } from '../casefolder/has-gaps.ts'
import { serviceOptions } from './service-options.ts'
import { legalOptions } from './legal-options.ts'
import type { AnalyzeOptions } from './options.ts'
import { hasChangedSettings } from './settings-changed.ts'
import { newKeysOf } from './new-keys.ts'
import { recoveryEntries } from './recovery-entries.ts'

/** What recovery needs of an account, out of a document: the event store of an earlier revision is gone. */
const recoveryAccount = (
  account: CaseAccount,
  ofAccount: ReadonlyMap<string | null, readonly CaseSession[]>,
  rules: ReadonlyMap<string, string>,
): RecoveryAccount => {
  const ids = new Set(account.sessions)
  const sessions = (ofAccount.get(account.account) ?? []).filter(({ id }) => ids.has(id))
  const actedOn = account.reasons.filter(({ messageId }) => messageId === 'reason.acted-on').map(({ data }) => data['action'] as Action)
  const done = new Set<Action>([
    ...sessions.flatMap(({ actions }) =>
      actions.filter(({ outcome, on }) => outcome !== 'failure' && on === undefined).map(({ action }) => action),
    ),
    ...actedOn,
  ])
  const found = account.findings.flatMap((id) => rules.get(id) ?? [])
  const types = [...found, ...signalsTold(account.reasons, found)]
  return {
    account: account.account,
    provider: account.provider,
    tenant: account.tenant,
    names: account.names,
    verdict: account.verdict,
    kind: account.kind,
    flags: account.flags,
    class: account.class,
    decision: account.decision.state,
    findingTypes: [...new Set(account.flags.includes('campaignSource') ? [...types, 'attack-source'] : types)],
    contactChanged: [...CONTACT_CHANGES].some((action) => done.has(action)) ? { old: null, new: null } : null,
    factorChanged: account.flags.includes('factorChanged'),
    roleGranted: done.has('role-grant'),
    tokenCreated: done.has('token-create'),
    forwardingChanged: done.has('forwarding-change'),
    consentGranted: done.has('consent-grant'),
    settingsChanged: hasChangedSettings(done, sessions),
    sources: [...new Set(sessions.flatMap(({ ips }) => ips))],
    sessions: account.sessions,
    newKeys: newKeysOf(sessions),
    compromisedAt: account.compromisedAt,
    firstSuspicious: account.firstSuspicious,
    lastSuspicious: account.lastSuspicious,
  }
}

/** Addresses that may be blocked, and whom that would hit; as in the document of a case folder. */
const recoveryCampaigns = ({ campaigns, sources = [], accounts }: CaseDocument): RecoveryInput['campaigns'] => {
  const cleared = clearedAccounts({ accounts })
  const bySource = new Map(sources.map((source) => [source.source, source]))
  return campaigns.map(({ sources: own, method, active }) => {
    const known = own.flatMap((source) => bySource.get(source) ?? [])
    const never = new Set(known.filter((source) => neverBlocked(source) !== undefined).map(({ source }) => source))
    return {
      sources: own.filter((source) => !never.has(source)),
      spared: own.filter((source) => never.has(source)),
      method,
      active,
      collateral: known
        .filter(({ source }) => !never.has(source))
        .flatMap(({ others, hits }) => [...others, ...hits.filter((hit) => cleared.has(hit))]),
    }
  })
}

const isWithoutSteps = (account: CaseAccount): boolean =>
  account.decision.state === 'confirmed' && (account.checklist.length === 0 || account.verdict !== 'compromised')

type RemakeOptions = Pick<AnalyzeOptions, 'lang' | 'ownProviders' | 'legal' | 'service'> & {
  /** The single accounts' steps are written anew as well, with what is known of their state. */
  readonly inAnotherLanguage?: boolean
  /** Accounts of which more is known than when their steps were written. */
  readonly anew?: ReadonlySet<string>
}

/**
 * The document with the steps of the case and of its classes made anew for the accounts as they stand now: after other logs were
 * added, after people decided, in another language. An account that people confirmed gets the steps of a taken-over one.
 */
export const remakeSteps = (
  document: CaseDocument,
  { lang, ownProviders, legal, service, inAnotherLanguage = false, anew = new Set() }: RemakeOptions,
): CaseDocument => {
  const rules = new Map(document.findings.map(({ id, rule }) => [id, rule]))
  const sessions = Map.groupBy(document.sessions, ({ account }) => account)
  const known = new Map(
    document.accounts
      .filter(({ verdict, flags, decision }) => verdict !== 'targeted' || flags.includes('passwordKnown') || decision.state === 'confirmed')
      .map((account) => [account, recoveryAccount(account, sessions, rules)]),
  )
  const providers = ownProviders.length === 0 ? {} : { providers: ownProviders }
  const { first, last } = document.summary
  const made = buildChecklists(
    {
      accounts: [...known.values()],
      providers: [...new Set(document.accounts.map(({ provider }) => provider))],
      campaigns: recoveryCampaigns(document),
      ...recoveryEntries(document.sources ?? [], document.accounts),
      attempts: new Map((document.sources ?? []).map(({ source, attempts }) => [source, attempts])),
      period: { first, last },
      hasGaps: hasGaps(document.summary),
      lacksSuccesses: !tellsMembers(document.summary),
    },
    { lang, ...legalOptions(legal), ...serviceOptions(service), ...providers },
  )
  const stepsOf = (account: CaseAccount): CaseAccount['checklist'] => {
    const own = known.get(account)
    if (own === undefined || !(inAnotherLanguage || anew.has(accountKey(account)) || isWithoutSteps(account))) return account.checklist
    return carryStates(made.accountSteps(own), account.checklist)
  }
  return withProgress({
    ...document,
    accounts: document.accounts.map((account) => ({ ...account, checklist: stepsOf(account) })),
    steps: carryStates([...made.caseSteps, ...made.classSteps], document.steps),
  })
}
