import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import { safeText } from '../../../kernel/safe-text.ts'
import type { CaseCampaign, CaseDocument, RenderOptions } from '../../../model/case.ts'
import { round, WIDTH } from './axis.ts'
import { pictureOf } from './campaign-links.ts'

const ROW = 20
const TOP = 26
const LEFT = 268
const RIGHT = 692
/** Columns of a name beside its dot. */
const NAME_COLUMNS = 34
/** Beyond, the table lists the rest. */
const MOST_CAMPAIGNS = 3

/** Places of a column's rows, centred on the taller of the two columns. */
const places = (count: number, most: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => TOP + ((most - count) * ROW) / 2 + index * ROW + ROW / 2)

const curve = (css: string, fromX: number, fromY: number, toX: number, toY: number): SafeHtml => {
  const middle = round((fromX + toX) / 2)
  return markup`<path class="${css}" d="M${fromX} ${round(fromY)}C${middle} ${round(fromY)} ${middle} ${round(toY)} ${toX} ${round(toY)}" />`
}

const picture = (document: CaseDocument, campaign: CaseCampaign, options: RenderOptions): SafeHtml => {
  const { sources, accounts, moreSources, moreAccounts } = pictureOf(document, campaign)
  const left = [...sources.map(({ name }) => name), ...(moreSources > 0 ? [say('html.more-sources', { count: moreSources }, options)] : [])]
  const none = accounts.length === 0 ? [say('html.no-entries', {}, options)] : []
  const right = [...accounts, ...(moreAccounts > 0 ? [say('html.more-accounts', { count: moreAccounts }, options)] : []), ...none]
  const most = Math.max(left.length, right.length, 3)
  const [ys, xs] = [places(left.length, most), places(right.length, most)]
  const middleY = TOP + (most * ROW) / 2
  const links = sources.flatMap(({ entered }, source) =>
    entered.map((account) => curve('entered', LEFT, ys[source] ?? 0, RIGHT, xs[account] ?? 0)),
  )
  const reached = new Set(sources.flatMap(({ entered }) => entered))
  // An account entered from a source that is not drawn hangs on the campaign itself.
  const loose = accounts.flatMap((_, index) => (reached.has(index) ? [] : [curve('entered', WIDTH / 2, middleY, RIGHT, xs[index] ?? 0)]))
  const alt = say(
    'html.campaign-alt',
    { sources: campaign.sources.length, attempts: campaign.attempts, ids: campaign.tried, accounts: accounts.length + moreAccounts },
    options,
  )
  const name = (text: string, x: number, y: number, anchor: string): SafeHtml =>
    markup`<text class="name" x="${x}" y="${round(y + 4)}" text-anchor="${anchor}">${safeText(text, NAME_COLUMNS)}</text>`
  return markup`<div class="sheet">
    <svg viewBox="0 0 ${WIDTH} ${TOP + most * ROW + 8}" role="img" aria-label="${alt}">
      <text class="panel" x="${LEFT}" y="14" text-anchor="end">${say('column.sources', {}, options)}</text>
      <text class="panel" x="${RIGHT}" y="14">${say('column.taken', {}, options)}</text>
      ${ys.map((y) => curve('tried', LEFT, y, WIDTH / 2, middleY))}${links}${loose}${ys.map((y) => markup`<circle class="source" cx="${LEFT}" cy="${round(y)}" r="4" />`)}${xs.slice(0, accounts.length + (moreAccounts > 0 ? 1 : 0)).map((y) => markup`<rect class="account" x="${RIGHT - 4}" y="${round(y - 4)}" width="8" height="8" />`)}
      ${left.map((text, index) => name(text, LEFT - 10, ys[index] ?? 0, 'end'))}${right.map((text, index) => name(text, RIGHT + 12, xs[index] ?? 0, 'start'))}
      <rect class="middle" x="${WIDTH / 2 - 88}" y="${middleY - 25}" width="176" height="50" rx="6" />
      <text class="middle-text strong" x="${WIDTH / 2}" y="${middleY - 9}" text-anchor="middle">
        ${safeText(say(`method.${campaign.method}`, {}, options), 26)}
      </text>
      <text class="middle-text" x="${WIDTH / 2}" y="${middleY + 5}" text-anchor="middle">
        ${say('html.campaign-middle', { attempts: campaign.attempts }, options)}
      </text>
      <text class="middle-text" x="${WIDTH / 2}" y="${middleY + 19}" text-anchor="middle">
        ${say('html.campaign-ids', { ids: campaign.tried }, options)}
      </text>
    </svg>
  </div>`
}

/** The largest campaigns as pictures: sources on the left, the accounts they entered on the right. */
export const campaignPictures = (document: CaseDocument, options: RenderOptions): SafeHtml[] =>
  document.campaigns
    .toSorted((left, right) => right.compromised.length - left.compromised.length || right.attempts - left.attempts)
    .slice(0, MOST_CAMPAIGNS)
    .map((campaign) => markup`<figure>${picture(document, campaign, options)}</figure>`)
