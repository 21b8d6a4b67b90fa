import { CONTACT_CHANGES } from '../cases/after-login.ts'
import type { CaseAccount, CaseDocument, CaseStep } from '../model/case.ts'
import type { Action } from '../model/vocabulary.ts'
import { buildChecklists } from '../recovery/build-checklists.ts'
import type { RecoveryAccount } from '../recovery/recovery-input.ts'
import type { AnalyzeOptions } from './options.ts'

/** What recovery needs of an account, out of a document: the event store of an earlier revision is gone. */
const recoveryAccount = (account: CaseAccount, document: CaseDocument, rules: ReadonlyMap<string, string>): RecoveryAccount => {
  const ids = new Set(account.sessions)
  const sessions = document.sessions.filter(({ id, account: of }) => of === account.account && ids.has(id))
  const done = new Set<Action>(
    sessions.flatMap(({ actions }) => actions.filter(({ outcome }) => outcome !== 'failure').map(({ action }) => action)),
  )
  const types = account.findings.flatMap((id) => rules.get(id) ?? [])
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
    sources: [...new Set(sessions.flatMap(({ ips }) => ips))],
    sessions: account.sessions,
    compromisedAt: account.compromisedAt,
    firstSuspicious: account.firstSuspicious,
    lastSuspicious: account.lastSuspicious,
  }
}

/** The steps of the classes for the accounts as they are in this document, with their lists. */
export const classChecklists = (document: CaseDocument, { lang, ownProviders }: Pick<AnalyzeOptions, 'lang' | 'ownProviders'>): readonly CaseStep[] => {
  const rules = new Map(document.findings.map(({ id, rule }) => [id, rule]))
  const accounts = document.accounts
    .filter(({ verdict, flags }) => verdict !== 'targeted' || flags.includes('passwordKnown'))
    .map((account) => recoveryAccount(account, document, rules))
  const campaigns = document.campaigns.map(({ sources, method, active }) => ({ sources, method, active }))
  const period = { first: document.summary.first, last: document.summary.last }
  const providers = ownProviders.length === 0 ? {} : { providers: ownProviders }
  return buildChecklists({ accounts, campaigns, period }, { lang, ...providers }).classSteps
}
