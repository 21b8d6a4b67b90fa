import { FOREIGN_LIST_FROM } from '../i18n/describe/campaign.ts'
import { describeCaveats, describePreface, describeSummary, type SummaryEntry } from '../i18n/describe/summary.ts'
import { describeTrait } from '../i18n/describe/victims.ts'
import { formatShare } from '../i18n/quantity.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import { safeMarkdown } from '../kernel/safe-text.ts'
import type { Legal } from '../model/case-folder.ts'
import type { CaseDocument, CaseStep } from '../model/case.ts'
import { bullets, heading } from '../reports/markdown/write.ts'
import { isCounted } from '../model/counted.ts'
import type { SampleResult } from './sample.ts'

/** Lines of the summary that a manager asks for, in the order of the asking. */
const ASKED: readonly SummaryEntry['id'][] = ['answer', 'ongoing', 'counts', 'period', 'actions', 'classes', 'victims', 'now']
/** A page holds no more; all stand in the case. */
const MOST_CAVEATS = 8
/** What the reported accounts share: the most telling of it. */
const MOST_TRAITS = 3

const decisions = ({ accounts }: CaseDocument, options: SayOptions): string => {
  const count = (state: string): number => accounts.filter(({ decision }) => decision.state === state).length
  const pending = accounts.filter((account) => isCounted(account) && account.decision.state === 'pending').length
  return say('brief.decisions', { confirmed: count('confirmed'), cleared: count('cleared'), pending }, options)
}

/** How far recovery is, as far as newer logs prove it; nothing before any did. */
const progress = ({ accounts }: CaseDocument, options: SayOptions): readonly string[] => {
  const steps = accounts.filter(isCounted).flatMap(({ checklist }) => checklist)
  const count = (state: CaseStep['state']): number => steps.filter((step) => step.state === state).length
  const told = { done: count('done'), waiting: count('waiting'), contradicted: count('contradicted') }
  if (told.done + told.waiting + told.contradicted === 0) return []
  return [say('brief.progress', { ...told, open: count('open') }, options)]
}

/** The share of the ids tried that belong to nobody here. */
const unknownShare = (campaigns: CaseDocument['campaigns']): number => {
  const tried = campaigns.reduce((sum, campaign) => sum + campaign.tried, 0)
  return tried === 0 ? 0 : campaigns.reduce((sum, campaign) => sum + campaign.unknownIds, 0) / tried
}

/** Was it somebody else's list? Who asks which ids exist tries many that do not, and needs no list for it. */
export const isForeignList = ({ campaigns }: CaseDocument): boolean =>
  unknownShare(campaigns.filter(({ method }) => method !== 'enumeration')) >= FOREIGN_LIST_FROM

/** Whose list it probably was: the standard argument is the share of ids that belong to nobody here. */
export const listOrigin = (document: CaseDocument, options: SayOptions): readonly string[] => {
  const share = unknownShare(document.campaigns)
  if (share < FOREIGN_LIST_FROM) return []
  // An id that two campaigns tried is one id: the number is the one that stands everywhere else.
  return [say(isForeignList(document) ? 'brief.list-origin' : 'brief.unknown-ids', { share, tried: document.summary.triedIds }, options)]
}

const sampleLine = ({ group, checked, wrong, rate, from, to }: SampleResult, options: SayOptions): string =>
  say(
    'brief.sample',
    {
      group: say(`verdict-short.${group}`, {}, options),
      checked,
      wrong,
      rate: formatShare(rate),
      from: formatShare(from),
      to: formatShare(to),
    },
    options,
  )

export const notKnown = ({ summary, campaigns }: CaseDocument, options: SayOptions, isAware: boolean): readonly string[] => [
  ...(summary.afterLogin.unknown > 0 ? [say('report.unknown-actions', { count: summary.afterLogin.unknown }, options)] : []),
  ...(summary.accounts.undetermined > 0 ? [say('report.undetermined', { count: summary.accounts.undetermined }, options)] : []),
  ...(summary.victims !== null && summary.victims.missing.length > 0
    ? [say('report.missing-victims', { count: summary.victims.missing.length }, options)]
    : []),
  ...(campaigns.length > 0 ? [say('brief.cause', {}, options)] : []),
  say('brief.money', {}, options),
  ...(isAware ? [] : [say('brief.aware', {}, options)]),
]

/** One page for whoever decides: the answer, the figures after people's decisions, what to do now, what is unknown. */
export function* briefPage(
  document: CaseDocument,
  { samples, legal }: { readonly samples: readonly SampleResult[]; readonly legal: Legal | undefined },
  options: SayOptions,
): Iterable<string> {
  const entries = describeSummary(document, options).filter(({ id }) => ASKED.includes(id))
  // "Steps: below" is true of the terminal only.
  const itemsOf = ({ id, items }: SummaryEntry): readonly string[] => (id === 'classes' ? items.slice(0, -1) : items)
  yield heading(1, say('brief.title', {}, options))
  yield `${describePreface(document.summary, options).map(safeMarkdown).join('  \n')}\n\n`
  yield bullets(
    entries.map((entry) => `**${safeMarkdown(entry.label)}** ${itemsOf(entry).map(safeMarkdown).join(safeMarkdown(entry.separator))}`),
  )
  const traits = (document.summary.victims?.shared ?? []).slice(0, MOST_TRAITS).map((trait) => describeTrait(trait, options))
  yield bullets(
    [decisions(document, options), ...progress(document, options), ...listOrigin(document, options), ...traits].map(safeMarkdown),
  )
  if (samples.length > 0) {
    yield heading(2, say('brief.checked', {}, options))
    yield bullets(samples.map((result) => safeMarkdown(sampleLine(result, options))))
  }
  yield heading(2, say('brief.unknown', {}, options))
  yield bullets(notKnown(document, options, legal?.awareAt != null).map(safeMarkdown))
  const caveats = describeCaveats(document.summary, options)
  if (caveats.length === 0) return
  yield heading(2, say('summary.label.caveats', {}, options))
  const more = caveats.length - MOST_CAVEATS
  yield bullets([...caveats.slice(0, MOST_CAVEATS), ...(more > 0 ? [say('caveat.more', { count: more }, options)] : [])].map(safeMarkdown))
}
