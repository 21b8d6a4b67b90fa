import { describeCampaign, ofCampaign } from '../../i18n/describe/campaign.ts'
import { affectedAccounts } from '../../i18n/describe/reading-order.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { describeAfterLogin, describePreface, describeSummary, type SummaryEntry } from '../../i18n/describe/summary.ts'
import { formatCount } from '../../i18n/quantity.ts'
import { say } from '../../i18n/translate.ts'
import { safeMarkdown, safeMarkdownCode } from '../../kernel/safe-text.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { sharedTraits } from './victims.ts'
import { bullets, table } from './write.ts'

const ANSWERED: readonly SummaryEntry['id'][] = ['answer', 'ongoing', 'counts', 'period', 'victims']
/** Addresses and members written out per campaign; all are in JSON. */
const MOST_LISTED = 100
/** Campaigns told in sentences; the table has all. */
const MOST_TOLD = 5

/** 1: what happened, in the words of the summary. */
export function* answerSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  yield bullets(
    describeSummary(document, options)
      .filter(({ id }) => ANSWERED.includes(id))
      .map(({ label, items, separator }) => `**${safeMarkdown(label)}** ${safeMarkdown(items.join(separator))}`),
  )
  yield `${describePreface(document.summary, options).map(safeMarkdown).join('  \n')}\n\n`
}

/** 2: confirmed by people, judged, suspected, at most. */
export function* impactSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const { accounts, passwordKnown } = document.summary
  const confirmed = affectedAccounts(document).filter(({ decision }) => decision.state === 'confirmed').length
  const row = (label: string, count: number): string[] => [safeMarkdown(label), say('report.count-accounts', { count }, options)]
  yield table(
    [say('column.item', {}, options), say('column.count', {}, options)],
    [
      row(say('report.confirmed', {}, options), confirmed),
      row(say('verdict.compromised', {}, options), accounts.compromised),
      row(say('verdict.suspected', {}, options), accounts.suspected),
      row(say('report.maximum', {}, options), accounts.compromised + accounts.suspected),
      row(say('flag.passwordKnown', {}, options), passwordKnown),
      row(say('verdict.targeted', {}, options), accounts.targeted),
      row(say('verdict.undetermined', {}, options), accounts.undetermined),
    ],
  )
}

const listed = (title: string, texts: readonly string[], options: RenderOptions): string => {
  const more = texts.length - MOST_LISTED
  const shown = texts.slice(0, MOST_LISTED).map(safeMarkdownCode).join(' ')
  return `**${safeMarkdown(title)}** ${shown}${more > 0 ? ` ${say('report.more', { count: more }, options)}` : ''}\n\n`
}

/** 3: each campaign with its period, method, numbers and sources. */
export function* attackSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const {
    campaigns,
    summary: { victims },
  } = document
  for (const campaign of campaigns.slice(0, MOST_TOLD)) yield `${safeMarkdown(describeCampaign(campaign, document, options))}\n\n`
  yield table(
    (
      ['column.method', 'column.period', 'column.attempts', 'column.ids', 'column.unknown-ids', 'column.sources', 'column.taken'] as const
    ).map((id) => say(id, {}, options)),
    campaigns.map((campaign) => [
      say(`method.${campaign.method}`, {}, options),
      `${moment(campaign.first, options.zone)} – ${moment(campaign.last, options.zone)}`,
      formatCount(campaign.attempts),
      formatCount(campaign.tried),
      formatCount(campaign.unknownIds),
      formatCount(campaign.sources.length),
      formatCount(campaign.compromised.length),
    ]),
  )
  for (const campaign of campaigns) {
    const { sources, neighbours = [] } = campaign
    const title = (id: 'report.attack-sources' | 'report.neighbours'): string =>
      ofCampaign(say(id, {}, options), campaign, document, options)
    yield listed(title('report.attack-sources'), sources, options)
    if (neighbours.length > 0) yield listed(title('report.neighbours'), neighbours, options)
  }
  if (victims !== null) yield sharedTraits(victims, options)
}

/** 4: what was done after the bad logins, and what the log cannot tell about it. */
export function* operationsSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const done = describeAfterLogin(document.summary, options)
  if (done.length === 0) return
  yield bullets([...done, say('report.seen-items', {}, options)].map(safeMarkdown))
}
