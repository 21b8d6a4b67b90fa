import { describeOthers } from '../../i18n/describe/other-accounts.ts'
import { describeVerdict } from '../../i18n/describe/verdict.ts'
import { describeKey, isUsualAfter } from '../../i18n/describe/session.ts'
import { describeReason } from '../../i18n/describe/step.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { formatTime } from '../../kernel/time.ts'
import { moment } from '../../i18n/describe/moment.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/translate.ts'
import { countryName, wordOf } from '../../i18n/words.ts'
import type { AccountStory, StoryEvent } from '../../pipeline/account-story.ts'
import { grid } from '../../reports/table/grid.ts'
import { touchedLines } from './touched-view.ts'
import { joinLines, rows, type View } from './view.ts'

/** Nobody reads more on a screen; the newest are nearest to the question. */
const MOST_EVENTS = 500

const noVerdictLines = ({ unjudged }: AccountStory, view: View): readonly string[] =>
  unjudged.length === 0
    ? [say('account.no-verdict', {}, view)]
    : [say('account.unjudged', { count: unjudged.length }, view), ...unjudged.map((text) => safeText(text))]

const verdictLines = (story: AccountStory, view: View): readonly string[] => {
  const { entry } = story
  return entry === undefined
    ? noVerdictLines(story, view)
    : [describeVerdict(entry, view), ...entry.reasons.map((reason, index) => `${index + 1}. ${describeReason(reason, view)}`)]
}

const usualLine = ({ usual, entry }: AccountStory, view: View): string => {
  if (usual.logins === 0 || usual.since === null) return say('account.usual-none', {}, view)
  const where = [...usual.countries.map((code) => countryName(code, view.lang)), ...usual.networks, ...usual.agents, ...usual.sources].join(
    ' · ',
  )
  const isAfter = entry !== undefined && isUsualAfter({ ...entry, usual })
  return say(
    isAfter ? 'account.usual-line-after' : 'account.usual-line',
    { logins: usual.logins, since: moment(usual.since, view.zone), where },
    view,
  )
}

/** The vendor's code is long, and for specialists: shown where there is room for it. */
const ROOM_FOR_CODE = 120

const COLUMNS: readonly (readonly [MessageId, number, (event: StoryEvent, view: View) => string | undefined])[] = [
  ['account.column.time', 25, ({ time }, { zone }) => formatTime(time, zone)],
  [
    'account.column.action',
    7,
    ({ action, on }, view) => {
      const what = wordOf('action', action, view.lang)
      return on === undefined ? what : say('session.on-other', { what, account: on }, view)
    },
  ],
  ['account.column.outcome', 7, ({ outcome }, { lang }) => wordOf('outcome', outcome, lang)],
  ['account.column.address', 15, ({ ip, country }) => [ip, country].filter((part) => part !== undefined).join(' ') || undefined],
  [
    'account.column.agent',
    6,
    ({ agent, key }, view) => agent ?? (key === undefined ? undefined : describeKey(key.fingerprint, key.isNew, view)),
  ],
  ['account.column.code', 10, ({ code }) => code],
]

const eventLines = ({ events }: AccountStory, view: View): readonly string[] => {
  const shown = events.slice(-MOST_EVENTS)
  const earlier = events.length - shown.length
  const paint = (line: string, at: number): string => (shown[at]?.suspicious === true ? view.palette.warning(line) : line)
  const chosen = view.columns >= ROOM_FOR_CODE ? COLUMNS : COLUMNS.slice(0, -1)
  const columns = [{ title: '', min: 1, paint }, ...chosen.map(([title, min]) => ({ title: say(title, {}, view), min, paint }))]
  const cells = shown.map((event) => [event.suspicious ? '!' : '', ...chosen.map(([, , text]) => safeText(text(event, view) ?? '-'))])
  return [
    ...(earlier > 0 ? [`  ${say('account.earlier', { count: earlier }, view)}`] : []),
    ...grid(columns, cells, view.columns, view.palette),
  ]
}

/** One account as a page: what is judged and why, what is usual, what it did, and which others its attacker's traces lead to. */
export const storyPage = (story: AccountStory, view: View): string => {
  const title = [story.account, ...story.names.filter((name) => name !== story.account)].map((name) => safeText(name)).join('  ')
  return `${joinLines([
    `${view.palette.heading(title)}  (${safeText(story.provider)})`,
    ...rows(
      say('account.others', {}, view),
      describeOthers(story.others, view).map((other) => safeText(other)),
      view,
    ),
    ...rows(say('account.verdict', {}, view), verdictLines(story, view), view),
    ...rows(say('account.usual', {}, view), [usualLine(story, view)], view),
    '',
    view.palette.heading(say('account.events', {}, view)),
    ...eventLines(story, view),
    ...touchedLines(story, view),
  ])}\n`
}
