import { moment, shortMoment } from '../i18n/describe/moment.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import { safeText } from '../kernel/safe-text.ts'
import type { CaseAccount, CaseDocument } from '../model/case.ts'
import type { DecisionEntry, Manifest } from '../model/case-folder.ts'
import type { Table } from './account-list.ts'
import { accountKey, classOfAccount } from './decided.ts'
import { isAffected } from '../model/vocabulary.ts'

/** What answering a caller needs of one account; kept in a small file, so that the answer comes in under a second. */
export interface LookupEntry {
  readonly account: string
  readonly provider: string
  readonly tenant: string | null
  readonly names: readonly string[]
  readonly verdict: CaseAccount['verdict']
  readonly kind: CaseAccount['kind']
  readonly class: string | null
  readonly at: string | null
  readonly flags: readonly string[]
  readonly decision: CaseAccount['decision']['state']
}

const NAMES_BETWEEN = '\n'

/** Among the flags of the list: something was done to the account, but nobody is seen in it. */
const WITHOUT_SESSION = 'noSession'

/** The attack's login came after what is told as the first: at that time nobody came from an attack source. */
const ATTACK_LATER = 'attackLater'
const ATTACK_LOGINS: ReadonlySet<string> = new Set(['reason.success-from-attack-source', 'reason.login-in-wave'])
/** Several records of one login, the session's and the factor's among them, are seconds apart. */
const ONE_LOGIN_MS = 60_000

const firstOf = ({ compromisedAt, firstSuspicious }: CaseAccount): string | null => compromisedAt ?? firstSuspicious

const isAttackLater = (account: CaseAccount): boolean => {
  const logins = account.reasons.filter(({ messageId }) => ATTACK_LOGINS.has(messageId)).map(({ at }) => Date.parse(at))
  return logins.length > 0 && Math.min(...logins) - Date.parse(firstOf(account) ?? '') > ONE_LOGIN_MS
}

const timeOf = (iso: string | null, zone: string): string | null => (iso === null ? null : moment(iso, zone))

/** The lookup list of a case: every account that it names. Support reads it as well, so that its times are in the case's zone. */
export const lookupRows = ({ accounts }: CaseDocument, zone: string): Table => [
  ['account', 'provider', 'tenant', 'names', 'verdict', 'class', 'at', 'flags', 'decision', 'kind'],
  ...accounts.map((account) => [
    account.account,
    account.provider,
    account.tenant,
    account.names.join(NAMES_BETWEEN),
    account.verdict,
    classOfAccount(account),
    timeOf(firstOf(account), zone),
    [...account.flags, ...(account.sessions.length === 0 ? [WITHOUT_SESSION] : []), ...(isAttackLater(account) ? [ATTACK_LATER] : [])].join(
      ' ',
    ),
    account.decision.state,
    account.kind,
  ]),
]

/** A row of that list, read back. */
export const lookupEntry = (cells: readonly string[]): LookupEntry => {
  const [
    account = '',
    provider = '',
    tenant = '',
    names = '',
    verdict = '',
    harm = '',
    at = '',
    flags = '',
    decision = '',
    kind = 'takeover',
  ] = cells
  return {
    account,
    provider,
    tenant: tenant === '' ? null : tenant,
    names: names === '' ? [] : names.split(NAMES_BETWEEN),
    verdict: verdict as LookupEntry['verdict'],
    class: harm === '' ? null : harm,
    at: at === '' ? null : at,
    flags: flags.split(' ').filter((flag) => flag !== ''),
    decision: decision as LookupEntry['decision'],
    kind: kind as LookupEntry['kind'],
  }
}

/** Decisions made since the list was sealed. */
export const decideEntries = (entries: readonly LookupEntry[], decisions: readonly DecisionEntry[]): readonly LookupEntry[] => {
  const latest = new Map(decisions.map((decision) => [accountKey(decision), decision.state]))
  return entries.map((entry) => ({ ...entry, decision: latest.get(accountKey(entry)) ?? entry.decision }))
}

type Period = Manifest['period']

const day = (iso: string, zone: string): string => shortMoment(iso, zone).slice(0, 5)

const minutes = (iso: string, zone: string): string => shortMoment(iso, zone).replace(/:\d\d(?=[+-]\d\d:\d\d$)/, '')

const gapsOf = ({ gaps }: Period, options: SayOptions): string =>
  gaps.length === 0
    ? ''
    : say('lookup.gaps', { spans: gaps.map(({ from, to }) => `${minutes(from, options.zone)}–${minutes(to, options.zone)}`) }, options)

/** Nothing on record is never "nothing happened": the period, its gaps, and what a log without successes cannot say. */
const missLine = (asked: string, period: Period, options: SayOptions): string => {
  const parts = [asked, say('lookup.none', {}, options)]
  if (period.first === null || period.last === null) return [...parts, say('lookup.no-period', {}, options)].join('  ')
  const span = { from: day(period.first, options.zone), to: day(period.last, options.zone) }
  const told = period.recordsAddresses === false ? 'lookup.cannot-tell-places' : 'lookup.no-success'
  const id = period.recordsSuccesses ? told : 'lookup.cannot-tell'
  const incomplete = period.incomplete ? say('lookup.incomplete', {}, options) : ''
  return [...parts, say(id, span, options) + gapsOf(period, options) + incomplete, say('lookup.do-not-say', {}, options)].join('  ')
}

const TOLD_FLAGS = ['contactChanged', 'factorChanged'] as const

const eventOf = (entry: LookupEntry, options: SayOptions): string => {
  const happened = entry.flags.includes(WITHOUT_SESSION) ? 'lookup.suspicious-act' : 'lookup.suspicious'
  const isOfAttack = entry.flags.includes('campaignSource') && !entry.flags.includes(ATTACK_LATER)
  const id = isOfAttack ? 'lookup.from-attack' : happened
  const what = entry.at === null ? '' : say(id, { at: minutes(entry.at, options.zone) }, options)
  const flags = TOLD_FLAGS.filter((flag) => entry.flags.includes(flag)).map((flag) => say(`flag.${flag}`, {}, options))
  return [what, ...flags].filter((part) => part !== '').join(options.lang === 'ja' ? '、' : ', ')
}

const statusOf = (entry: LookupEntry): 'cleared' | 'misuse' | 'exposure' | 'planted' | 'hit' | 'known' | 'undetermined' | 'targeted' => {
  if (entry.decision === 'cleared') return 'cleared'
  if (entry.kind !== 'takeover') return entry.kind
  if (entry.flags.includes('madeByIntruder')) return 'planted'
  if (entry.decision === 'confirmed' || isAffected(entry)) return 'hit'
  if (entry.flags.includes('passwordKnown')) return 'known'
  return entry.verdict === 'undetermined' ? 'undetermined' : 'targeted'
}

const hitLine = (asked: string, entry: LookupEntry, options: SayOptions): string => {
  const state = entry.decision === 'confirmed' ? say('decision.confirmed', {}, options) : say(`verdict-short.${entry.verdict}`, {}, options)
  const steps = say('lookup.steps', { class: entry.class ?? 'A' }, options)
  const event = eventOf(entry, options)
  return [
    asked,
    say('lookup.concerned', { state }, options),
    event === '' ? steps : `${event} ${steps}`,
    say('lookup.may-say', {}, options),
    say('lookup.may-not-say', {}, options),
  ].join('  ')
}

/** One line that support can act on: what is on record, what may be read out, and what may not. */
const lineOf = (asked: string, entry: LookupEntry, period: Period, options: SayOptions): string => {
  const status = statusOf(entry)
  if (status === 'hit') return hitLine(asked, entry, options)
  const parts: Readonly<Record<Exclude<typeof status, 'hit'>, readonly string[]>> = {
    known: [say('flag.passwordKnown', {}, options), say('lookup.may-say', {}, options), say('lookup.may-not-say', {}, options)],
    targeted: [say('verdict.targeted', {}, options) + gapsOf(period, options), say('lookup.do-not-say', {}, options)],
    undetermined: [say('verdict.undetermined', {}, options), say('lookup.do-not-say', {}, options)],
    // Whoever asks may be the one whom it is about.
    misuse: [say('lookup.ask-legal', {}, options), say('lookup.do-not-say', {}, options)],
    // Whoever asks about it is no customer.
    planted: [say('lookup.planted', {}, options), say('lookup.ask-csirt', {}, options)],
    exposure: [say('kind-verdict.exposure', {}, options), say('lookup.ask-legal', {}, options), say('lookup.may-not-say', {}, options)],
    cleared: [say('lookup.cleared', {}, options), say('lookup.do-not-say', {}, options)],
  }
  return [asked, ...parts[status]].join('  ')
}

/** The answers for one id that was asked for: one line for each system that knows it, or the line that says what silence means. */
export const lookupLines = (asked: string, found: readonly LookupEntry[], period: Period, options: SayOptions): readonly string[] => {
  const shown = safeText(asked)
  if (found.length === 0) return [missLine(shown, period, options)]
  return found.map((entry) => lineOf(found.length > 1 ? `${shown} (${safeText(entry.provider)})` : shown, entry, period, options))
}
