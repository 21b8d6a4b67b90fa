import type { CaseAccount, CaseDocument } from '../../model/case.ts'
import { isCounted } from '../../model/counted.ts'
import { say, type SayOptions } from '../translate.ts'

/** How somebody got in where no guessing tells it, the surest sign first. */
const WAYS = ['reset', 'session', 'push', 'consent', 'key', 'handed-on'] as const
type EntryWay = (typeof WAYS)[number]

/** By the sentence that tells of it, or by the rule that reported it. */
const WAY_OF_REASON: Readonly<Record<string, EntryWay>> = {
  'reason.reset-in-wave-source': 'reset',
  'reason.reset-in-wave-program': 'reset',
  'reason.reset-in-wave-network': 'reset',
  'reason.session-moved': 'session',
  'reason.token-elsewhere': 'session',
  'reason.mfa-denials-then-approval': 'push',
  'reason.new-key': 'key',
  'reason.acted-on': 'handed-on',
}
const WAY_OF_RULE: Readonly<Record<string, EntryWay>> = {
  'reset-then-new-context': 'reset',
  'session-moved': 'session',
  'scripted-session': 'session',
  'token-reuse': 'session',
  'mfa-fatigue': 'push',
  'rare-consent': 'consent',
}

/** Entered, and not from the addresses of an attack. */
export const isEnteredOtherwise = (account: CaseAccount): boolean => isCounted(account) && !account.flags.includes('campaignSource')

/** By account: the ways that are on record; those that an attack's own addresses entered are told by its method. */
const countWays = ({ accounts, findings }: CaseDocument): ReadonlyMap<EntryWay | 'unknown', number> => {
  const rules = new Map(findings.map(({ id, rule }) => [id, rule]))
  const wayOf = ({ reasons, findings: own }: CaseAccount): EntryWay | undefined => {
    const told = new Set([
      ...reasons.flatMap(({ messageId }) => WAY_OF_REASON[messageId] ?? []),
      ...own.flatMap((id) => WAY_OF_RULE[rules.get(id) ?? ''] ?? []),
    ])
    return WAYS.find((way) => told.has(way))
  }
  const counts = new Map<EntryWay | 'unknown', number>()
  for (const account of accounts.filter(isEnteredOtherwise)) {
    const way = wayOf(account) ?? 'unknown'
    counts.set(way, (counts.get(way) ?? 0) + 1)
  }
  return counts
}

const inOrder = (counts: ReadonlyMap<EntryWay | 'unknown', number>): readonly EntryWay[] => WAYS.filter((way) => counts.has(way))

/** The words alone, that of not knowing among them. */
export const allEntryWayWords = (document: CaseDocument, options: SayOptions): readonly string[] => [
  ...entryWayWords(document, options),
  ...(countWays(document).has('unknown') ? [say('way.unknown', {}, options)] : []),
]

/** The words alone, for drafts that name the method. */
export const entryWayWords = (document: CaseDocument, options: SayOptions): readonly string[] =>
  inOrder(countWays(document)).map((way) => say(`way.${way}`, {}, options))

/** How somebody got in, and how many accounts each; empty where nothing but an attack's method tells it. */
export const describeEntryWays = (document: CaseDocument, options: SayOptions): readonly string[] => {
  const counts = countWays(document)
  if (inOrder(counts).length === 0) return []
  const isBeside = document.accounts.some((account) => isCounted(account) && account.flags.includes('campaignSource'))
  // Without those of which it is not known the numbers would pass for all.
  const shown = [...inOrder(counts), ...(counts.has('unknown') ? (['unknown'] as const) : [])]
  const ways = shown.map((way) => say('summary.way', { way: say(`way.${way}`, {}, options), count: counts.get(way) ?? 0 }, options))
  return [say(isBeside ? 'summary.ways-beside' : 'summary.ways', { ways: ways.join(options.lang === 'ja' ? '、' : ', ') }, options)]
}
