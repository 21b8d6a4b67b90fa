import type { CaseAccount, CaseDocument, CaseSession, CaseStep } from '../model/case.ts'
import { attemptsBySource } from '../cases/document/attempts-by-source.ts'
import { bystandersBySource } from '../cases/blocking/bystanders.ts'
import { blockCandidates } from '../cases/blocking/block-candidates.ts'
import { writeSources } from '../cases/document/sources.ts'
import { neverBlocked } from '../kernel/never-blocked.ts'
import { CONTACT_CHANGES } from '../cases/rows/after-login.ts'
import { DEEDS_RULE } from '../cases/signals/deeds.ts'
import { doneActions } from '../cases/strangers/done-actions.ts'
import type { JudgedAccount } from '../cases/judging/judge-account.ts'
import type { JudgedCase } from '../cases/judging/judge-case.ts'
import type { RecoveryAccount, RecoveryInput } from '../recovery/recovery-input.ts'
import { tellsMembers } from '../i18n/describe/tells-members.ts'
import { hasGaps } from '../casefolder/has-gaps.ts'
import { serviceOptions } from './service-options.ts'
import { legalOptions } from './legal-options.ts'
import type { AnalyzeOptions } from './options.ts'
import { hasChangedSettings } from './settings-changed.ts'
import { newKeysOf } from './new-keys.ts'
import { recoveryEntries } from './recovery-entries.ts'

const recoveryAccount = (
  judged: JudgedCase,
  account: JudgedAccount,
  entry: CaseAccount,
  sessions: readonly CaseSession[],
): RecoveryAccount => {
  const done = doneActions(account, judged.read)
  const types = [
    ...new Set([
      ...account.findings.map(({ rule }) => rule),
      ...account.signals.filter(({ weight, rule }) => weight !== 'context' || rule === DEEDS_RULE).map(({ rule }) => rule),
    ]),
  ]
  return {
    account: entry.account,
    provider: entry.provider,
    tenant: entry.tenant,
    names: entry.names,
    verdict: entry.verdict,
    kind: entry.kind,
    flags: entry.flags,
    class: entry.class,
    findingTypes: types,
    contactChanged: [...CONTACT_CHANGES].some((action) => done.has(action)) ? { old: null, new: null } : null,
    factorChanged: done.has('mfa-enroll') || done.has('mfa-remove'),
    roleGranted: done.has('role-grant'),
    tokenCreated: done.has('token-create'),
    forwardingChanged: done.has('forwarding-change'),
    consentGranted: done.has('consent-grant'),
    settingsChanged: hasChangedSettings(done, sessions),
    sources: [...new Set(sessions.flatMap(({ ips }) => ips))],
    sessions: entry.sessions,
    newKeys: newKeysOf(sessions),
    compromisedAt: entry.compromisedAt,
    firstSuspicious: entry.firstSuspicious,
    lastSuspicious: entry.lastSuspicious,
  }
}

interface WithChecklists {
  readonly accounts: readonly CaseAccount[]
  readonly steps: readonly CaseStep[]
}

/** The accounts with their checklists, and the steps of the case and of the classes. */
export const addChecklists = async (
  judged: JudgedCase,
  entries: readonly CaseAccount[],
  document: Pick<CaseDocument, 'sessions' | 'campaigns' | 'summary'>,
  options: AnalyzeOptions,
): Promise<WithChecklists> => {
  const sessionOf = new Map(document.sessions.map((session) => [session.id, session]))
  const recovery = new Map<CaseAccount, RecoveryAccount>()
  judged.accounts.forEach((account, index) => {
    const entry = entries[index]
    if (entry === undefined || (account.verdict === 'targeted' && !account.passwordKnown)) return
    const sessions = entry.sessions.flatMap((id) => sessionOf.get(id) ?? [])
    recovery.set(entry, recoveryAccount(judged, account, entry, sessions))
  })
  const bystanders = bystandersBySource(judged)
  const candidates = blockCandidates(judged, bystanders)
  const isBlockable = (source: string): boolean => {
    const candidate = candidates.get(source)
    return candidate === undefined || neverBlocked(candidate) === undefined
  }
  const nameOf = (source: number): string => judged.table.places.sources.get(source) ?? ''
  const collateral = new Map(
    judged.campaigns.map(({ id, sources }) => {
      const blocked = sources.filter(({ source }) => isBlockable(nameOf(source)))
      const keys = new Set(blocked.flatMap(({ source }) => [...(bystanders.get(source) ?? [])]))
      return [id, [...keys].flatMap((key) => judged.table.accounts.get(key) ?? [])]
    }),
  )
  const input: RecoveryInput = {
    accounts: [...recovery.values()],
    providers: [...new Set(entries.map(({ provider }) => provider))],
    campaigns: document.campaigns.map(({ id, sources, method, active }) => ({
      sources: sources.filter(isBlockable),
      spared: sources.filter((source) => !isBlockable(source)),
      method,
      active,
      collateral: collateral.get(id) ?? [],
    })),
    // A pass over all events, for cases that have such an account only.
    ...(entries.some(({ compromisedAt }) => compromisedAt !== null) ? recoveryEntries(writeSources(judged), entries) : {}),
    attempts: new Map([...attemptsBySource(judged)].map(([source, attempts]) => [nameOf(source), attempts])),
    period: { first: document.summary.first, last: document.summary.last },
    hasGaps: hasGaps(document.summary),
    lacksSuccesses: !tellsMembers(document.summary),
  }
  if (input.accounts.length === 0 && input.campaigns.length === 0) return { accounts: entries, steps: [] }
  // Providers, steps and laws are a sixth of the program: loaded where there is something to recover from.
  const { buildChecklists } = await import('../recovery/build-checklists.ts')
  const checklists = buildChecklists(input, {
    lang: options.lang,
    ...legalOptions(options.legal),
    ...serviceOptions(options.service),
    ...(options.ownProviders.length === 0 ? {} : { providers: options.ownProviders }),
  })
  const accounts = entries.map((entry) => {
    const known = recovery.get(entry)
    return known === undefined ? entry : { ...entry, checklist: checklists.accountSteps(known) }
  })
  return { accounts, steps: [...checklists.caseSteps, ...checklists.classSteps] }
}
