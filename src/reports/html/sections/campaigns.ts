import { ofCampaign } from '../../../i18n/describe/campaign.ts'
import { describeNone } from '../../../i18n/describe/none.ts'
import { moment } from '../../../i18n/describe/moment.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'
import { campaignPictures, entriesPicture } from '../charts/campaigns.ts'
import { entrySourcesOf, type EntrySource } from '../charts/entry-sources.ts'
import { dataTable } from '../table.ts'

const COLUMNS = [
  'column.method',
  'column.period',
  'column.attempts',
  'column.ids',
  'column.unknown-ids',
  'column.sources',
  'column.taken',
] as const

/** All of them stand with their sessions. */
const MOST_ENTRIES = 50

const entriesTable = (entries: readonly EntrySource[], options: RenderOptions): SafeHtml =>
  entries.length === 0
    ? markup``
    : dataTable(
        [say('column.from', {}, options), say('html.accounts-count', {}, options)],
        entries.slice(0, MOST_ENTRIES).map(({ source, accounts }) => [source, accounts.length]),
      )

/** The campaigns as pictures, as a table, and every source as text to copy. */
export const campaignsSection = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const { campaigns } = document
  const entries = entrySourcesOf(document)
  if (campaigns.length === 0 && entries.length === 0) return markup`<p>${describeNone(document, options)}</p>`
  const entered = markup`${entriesPicture(document, entries, options)}${entriesTable(entries, options)}`
  if (campaigns.length === 0) return entered
  const table = dataTable(
    COLUMNS.map((id) => say(id, {}, options)),
    campaigns.map((campaign) => [
      say(`method.${campaign.method}`, {}, options),
      `${moment(campaign.first, options.zone)} – ${moment(campaign.last, options.zone)}`,
      campaign.attempts,
      campaign.tried,
      campaign.unknownIds,
      campaign.sources.length,
      campaign.compromised.length,
    ]),
  )
  const sources = campaigns.map(
    (campaign) =>
      markup`<details>
        <summary>${ofCampaign(say('report.attack-sources', {}, options), campaign, document, options)} (${campaign.sources.length})</summary>
        <p class="list">${campaign.sources.join(' ')}</p>
      </details>`,
  )
  const neighbours = campaigns
    .filter((campaign) => (campaign.neighbours ?? []).length > 0)
    .map((campaign) => {
      const others = campaign.neighbours ?? []
      return markup`<details>
        <summary>${ofCampaign(say('report.neighbours', {}, options), campaign, document, options)} (${others.length})</summary>
        <p class="list">${others.join(' ')}</p>
      </details>`
    })
  return markup`${campaignPictures(document, options)}${table}${sources}${neighbours}${entered}`
}
