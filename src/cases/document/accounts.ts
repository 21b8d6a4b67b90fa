import { doneActions } from '../strangers/done-actions.ts'
import { isPlanted } from '../signals/same-hand.ts'
import { NO_HISTORY, THIN_HISTORY } from '../signals/explain.ts'
import type { CaseAccount, CaseReason, CaseSession, CaseUsual } from '../../model/case.ts'
import { toIso } from '../../kernel/time.ts'
import { CONTACT_CHANGES, FACTOR_CHANGES } from '../rows/after-login.ts'
import type { Citations } from './cite.ts'
import type { History } from '../habits/history.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import type { OtherAccount } from '../persons/find-persons.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { severityOf } from '../judging/verdict.ts'
import { citeRows } from './findings.ts'
import { writeOthers } from './other-accounts.ts'
import { isoOrNull, writeData, type Say } from './texts.ts'
import { isOfAttack } from '../signals/signal.ts'

const MOST_USUAL = 3

/** The most frequent values, named by an event that shows them. */
const topOf = (
  counts: ReadonlyMap<number, number>,
  samples: ReadonlyMap<number, number>,
  name: (row: number) => string | undefined,
): readonly string[] =>
  [...counts]
    .flatMap(([key, count]) => {
      const text = name(samples.get(key) ?? -1)
      return text === undefined ? [] : [{ text, count }]
    })
    .toSorted((left, right) => right.count - left.count || (left.text < right.text ? -1 : 1))
    .slice(0, MOST_USUAL)
    .map(({ text }) => text)

export const writeUsual = (usual: History, read: RowReader): CaseUsual => ({
  logins: usual.logins,
  since: isoOrNull(usual.since),
  countries: topOf(usual.countries, usual.sample.countries, read.countryText),
  networks: topOf(usual.networks, usual.sample.networks, read.networkText),
  agents: topOf(usual.agents, usual.sample.agents, read.agentText),
  sources: topOf(usual.sources, usual.sample.sources, read.sourceText),
})

/** Keys that came in and that no earlier login of the account used, each once. */
const newKeys = (sessions: readonly CaseSession[], say: Say): readonly CaseReason[] => {
  const told = new Set<string>()
  return sessions.flatMap(({ key, start }) => {
    if (key === undefined || key.known || told.has(key.fingerprint)) return []
    told.add(key.fingerprint)
    const messageId = key.compared === 0 ? 'reason.key-alone' : 'reason.new-key'
    const data = { key: key.fingerprint, compared: key.compared }
    return [{ messageId, data, text: say(messageId, data), at: start, evidence: [] }]
  })
}

const writeReasons = (account: JudgedAccount, citations: Citations, say: Say): readonly CaseReason[] =>
  account.signals.map((signal) => ({
    messageId: signal.messageId,
    data: writeData(signal.data),
    text: say(signal.messageId, signal.data),
    at: toIso(signal.at),
    evidence: citeRows(signal.rows, citations),
  }))

/** Is one of an account's names a mail address? Whoever has its password may read the mail as well. */
export const hasMailName = (names: readonly string[]): boolean => names.some((name) => name.includes('@'))

const flagsOf = (account: JudgedAccount, names: readonly string[], judged: JudgedCase): CaseAccount['flags'] => {
  const { read } = judged
  const done = doneActions(account, read)
  const fromCampaign = account.signals.some(isOfAttack)
  const isPasswordKnown = account.passwordKnown || account.signals.some(({ messageId }) => messageId === 'reason.mfa-denials-then-approval')
  const mail = hasMailName([judged.table.accounts.get(account.key) ?? '', ...names])
  const flags: (readonly [CaseAccount['flags'][number], boolean])[] = [
    ['passwordKnown', account.passwordKnown],
    ['campaignSource', fromCampaign],
    ['privileged', judged.known.personOf(account.key)?.roles.has('privileged') === true],
    ['contactChanged', [...CONTACT_CHANGES].some((action) => done.has(action))],
    ['factorChanged', [...FACTOR_CHANGES].some((action) => done.has(action))],
    // Where the id is a mail address and somebody else knows the password, the mailbox may be open too.
    ['mailboxAtRisk', mail && (fromCampaign || isPasswordKnown)],
    [
      'thinHistory',
      account.class !== null && account.signals.some(({ messageId }) => messageId === THIN_HISTORY || messageId === NO_HISTORY),
    ],
    ['madeByIntruder', isPlanted(account.signals)],
  ]
  return flags.filter(([, is]) => is).map(([flag]) => flag)
}

/** What is told of an account beside its own judgement. */
interface AccountContext {
  /** Its suspicious ones. */
  readonly sessions: readonly CaseSession[]
  readonly others: readonly OtherAccount[]
  /** Campaigns of which a try got into it. */
  readonly entered: ReadonlySet<string>
}

/** One account's entry without its checklist. */
export const writeAccount = (
  account: JudgedAccount,
  { sessions, others, entered }: AccountContext,
  judged: JudgedCase,
  citations: Citations,
  say: Say,
): CaseAccount => {
  const { accounts } = judged.table
  const names = accounts.namesOf(account.key)
  const ours = new Set(account.attackSources)
  return {
    account: accounts.get(account.key) ?? '',
    provider: accounts.provider(account.key),
    tenant: accounts.tenant(account.key) ?? null,
    names,
    ...(others.length === 0 ? {} : { alsoKnownAs: writeOthers(others, accounts) }),
    verdict: account.verdict,
    kind: account.kind,
    flags: flagsOf(account, names, judged),
    class: account.class,
    harms: [...account.harms].toSorted(),
    severity: severityOf(account),
    decision: { state: 'pending', by: null, at: null, why: null },
    reasons: [...writeReasons(account, citations, say), ...newKeys(sessions, say)],
    usual: writeUsual(account.usual, judged.read),
    firstSuspicious: isoOrNull(account.first),
    compromisedAt: isoOrNull(account.compromisedAt),
    lastSuspicious: isoOrNull(account.last),
    campaigns: judged.campaigns
      .filter(({ id, sources }) => entered.has(id) || sources.some((source) => ours.has(source)))
      .map(({ id }) => id),
    sessions: sessions.map(({ id }) => id),
    findings: account.findings.map(({ id }) => id),
    checklist: [],
  }
}
