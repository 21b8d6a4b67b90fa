import { zoneLabel } from '../../../i18n/describe/moment.ts'
import { riskiestSessions } from '../../../i18n/describe/reading-order.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import { safeText } from '../../../kernel/safe-text.ts'
import type { CaseDocument, CaseSession, RenderOptions } from '../../../model/case.ts'
import type { Action } from '../../../model/vocabulary.ts'
import { round, timeAxis, WIDTH, xOf, type TimeScale } from './axis.ts'
import { legend } from './legend.ts'

const MOST_SESSIONS = 40
const LEFT = 236
const ROW = 24
const TOP = 8
const NAME_COLUMNS = 30

const CHANGES: ReadonlySet<Action> = new Set([
  'password-change',
  'password-reset',
  'email-change',
  'phone-change',
  'recovery-change',
  'mfa-enroll',
  'mfa-remove',
  'forwarding-change',
  'profile-change',
  'address-change',
  'payment-method-change',
  'token-create',
  'consent-grant',
])
const LOSSES: ReadonlySet<Action> = new Set(['points-use', 'purchase'])

const riskCss = (risk: number): string => (risk >= 80 ? 'risk-high' : risk >= 50 ? 'risk-middle' : 'risk-low')

const marks = ({ actions }: CaseSession, scale: TimeScale, y: number): SafeHtml[] =>
  actions.flatMap(({ time, action, outcome }) => {
    if (outcome !== 'success' && outcome !== 'info') return []
    const x = xOf(scale, Date.parse(time))
    if (CHANGES.has(action)) return [markup`<path class="mark-change" d="M${x} ${y - 9}l6 9l-6 9l-6-9z" />`]
    return LOSSES.has(action) ? [markup`<circle class="mark-loss" cx="${x}" cy="${y}" r="6" />`] : []
  })

const lane = (account: string, sessions: readonly CaseSession[], index: number, scale: TimeScale): SafeHtml => {
  const y = TOP + index * ROW + ROW / 2
  const bars = sessions.map((session) => {
    const x = xOf(scale, Date.parse(session.start))
    const width = Math.max(4, round(xOf(scale, Date.parse(session.end)) - x))
    return markup`<rect
        class="${riskCss(session.risk)}"
        x="${x}"
        y="${y - 6}"
        width="${width}"
        height="12"
        rx="2"
      />${marks(session, scale, y)}`
  })
  return markup`<line class="grid" x1="${LEFT}" y1="${y}" x2="${WIDTH - 12}" y2="${y}" /><text
      class="name"
      x="${LEFT - 10}"
      y="${y + 4}"
      text-anchor="end"
      >${safeText(account, NAME_COLUMNS)}</text
    >${bars}`
}

/** One lane per account, its suspicious sessions as bars in time, changes and losses marked. Empty without sessions. */
export const sessionLanes = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const sessions = riskiestSessions(document, MOST_SESSIONS)
  if (sessions.length === 0) return markup``
  const byAccount = [...Map.groupBy(sessions, ({ account }) => account ?? '')]
  const from = Math.min(...sessions.map(({ start }) => Date.parse(start)))
  const to = Math.max(from + 60_000, ...sessions.map(({ end }) => Date.parse(end)))
  const pad = (to - from) * 0.02
  const scale = { from: from - pad, to: to + pad, left: LEFT, right: WIDTH - 12 }
  const bottom = TOP + byAccount.length * ROW
  const shown =
    document.sessions.length > sessions.length
      ? markup`<p class="note">${say('html.lanes-shown', { count: sessions.length }, options)}</p>`
      : markup``
  return markup`<figure>
    <figcaption>
      ${legend(
        [
          ['risk-high', say('html.bar-session', {}, options)],
          ['mark-change', say('html.mark-change', {}, options)],
          ['mark-loss', say('html.mark-loss', {}, options)],
        ],
        say('summary.zone', { zone: zoneLabel(options.zone, document.summary.last) }, options),
      )}
    </figcaption>
    <div class="sheet">
      <svg viewBox="0 0 ${WIDTH} ${bottom + 24}" role="img" aria-label="${say('html.lanes-alt', { count: sessions.length }, options)}">
        ${timeAxis(scale, TOP, bottom, options.zone)}${byAccount.map(([account, own], index) => lane(account, own, index, scale))}
      </svg>
    </div>
    ${shown}
  </figure>`
}
