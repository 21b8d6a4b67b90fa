import type { MessageData } from '../../model/finding.ts'
import type { InputClock } from '../../model/input-quality.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { isMessageId, say } from '../../i18n/translate.ts'
import { describeClock, describeCompleteness } from '../../i18n/describe/input-quality.ts'
import { wordOf } from '../../i18n/words.ts'
import type { InputInspection, Inspection } from '../../pipeline/inspect.ts'
import { examplePaths } from '../../pipeline/web-lessons/example-paths.ts'
import { remarksOn } from '../../pipeline/web-lessons/remarks.ts'
import { together } from '../../pipeline/inspect-together.ts'
import { inputName } from '../talk/talk-inputs.ts'
import { joinLines, row, rows, type View } from './view.ts'

const SHOWN_REJECTS = 3
/** More of the events than this on three addresses is worth a question, more through proxies is worth a warning. */
const FEW_ADDRESSES = 0.9
const MANY_PROXIED = 0.5
/** A log this small says nothing by having few addresses. */
const ENOUGH_EVENTS = 50

const percent = (share: number): string => (share > 0 && share < 0.01 ? '<1%' : `${Math.floor(share * 100)}%`)
const micros = (iso: string): number => Date.parse(iso) * 1000

/** The answer to "is this log usable?", before its grounds. */
const answerOf = ({ input, successes, failures, open, own }: InputInspection): MessageId => {
  if (input.events === 0) return 'inspect.answer.no'
  if (own === 0) return 'inspect.answer.again'
  if (successes === 0 && failures === 0 && open > 0) return 'inspect.answer.open'
  if (successes + failures === 0) return 'inspect.answer.no-logins'
  if (successes === 0) return 'inspect.answer.no-successes'
  return failures === 0 ? 'inspect.answer.no-failures' : 'inspect.answer.yes'
}

const ZONE_TEXTS = { assumed: 'inspect.zone.none', given: 'inspect.zone.given' } as const

/** A vendor's documentation knows UTC only; another zone was stated by a mapping or by the name of the column. */
const zoneSource = ({ zone, zoneFrom }: Pick<InputClock, 'zone' | 'zoneFrom'>): MessageId | undefined => {
  if (zoneFrom === null) return undefined
  if (zoneFrom !== 'documented') return ZONE_TEXTS[zoneFrom]
  return zone === 'UTC' ? 'inspect.zone.utc' : 'inspect.zone.stated'
}

/** What the times of this input say of their zone, and what was made of those that say nothing. */
const zoneText = ({ clock }: InputInspection['input'], view: View): string => {
  if (clock === undefined) return '-'
  const { offsets, zone } = clock
  const source = zoneSource(clock)
  const said = Object.entries(offsets).some(([offset, count]) => offset !== 'none' && count > 0)
  return [
    ...(said ? [say('inspect.zone.in-record', {}, view)] : []),
    ...(source === undefined ? [] : [say(source, { zone: zone ?? '' }, view)]),
  ].join(view.lang === 'ja' ? '、' : ', ')
}

/** How the answers of a web log's logins were read, and the file that says it where the log does not: lines that are copied stay whole. */
const loginLines = ({ lessons }: InputInspection, view: View): readonly string[] => {
  const examples = lessons.open.map(examplePaths).filter((lines) => lines !== undefined)
  const remarks = remarksOn(lessons).map(({ id, data }) => `! ${say(`caveat.${id}`, data, view)}`)
  const announced = examples.length === 0 ? remarks : [...remarks, say('inspect.paths-example', {}, view)]
  return [
    ...rows(say('inspect.logins', {}, view), announced, view),
    ...examples.flatMap((lines) => ['', ...lines.map((line) => `    ${safeText(line)}`)]),
  ]
}

const warnings = (inspection: InputInspection, view: View): readonly string[] => {
  const { input, proxyAddresses, privateAddresses, proxies, topAddresses, unverified } = inspection
  const speak = (id: MessageId, data: MessageData = {}): string => say(id, data, view)
  const behind = proxyAddresses + privateAddresses
  return [
    ...(behind > MANY_PROXIED ? [speak('inspect.proxies', { share: behind, addresses: proxies.join(' ') })] : []),
    ...(behind <= MANY_PROXIED && input.events >= ENOUGH_EVENTS && topAddresses > FEW_ADDRESSES
      ? [speak('inspect.few-addresses', { share: topAddresses })]
      : []),
    ...(unverified.length === 0 ? [] : [speak('inspect.unverified', { shapes: unverified.join(', ') })]),
    ...[...describeCompleteness(input, view), ...describeClock(input, view)].map((remark) => `! ${remark}`),
  ]
}

const rejectLines = ({ input }: InputInspection, view: View): readonly string[] => {
  const shown = input.rejects.slice(0, SHOWN_REJECTS)
  const more = input.rejected - shown.length
  return [
    ...shown.map(
      ({ line, why, detail }) =>
        say('inspect.reject-line', { line: `${line}`, why: say(`reject.${why}`, {}, view) }, view) +
        (detail === undefined ? '' : ` (${wordOf('detail', detail, view.lang)})`),
    ),
    ...(more > 0 ? [say('inspect.rejects-more', { count: more }, view)] : []),
  ]
}

const noteLines = ({ input }: InputInspection, view: View): readonly string[] =>
  input.notes.flatMap(({ id, data }) => {
    const full = `note.${id}`
    return isMessageId(full) ? [say(full, data, view)] : []
  })

const periodText = ({ first, last }: InputInspection['input'], view: View): string => {
  if (first === null || last === null) return '-'
  const span = { durationMs: Date.parse(last) - Date.parse(first) }
  return say('inspect.period-line', { from: { time: micros(first) }, to: { time: micros(last) }, span }, view)
}

const openText = (open: number, view: View): string => (open === 0 ? '' : say('inspect.open', { open }, view))

const contentLines = (inspection: InputInspection, view: View): readonly string[] => {
  const { input, successes, failures, open } = inspection
  if (inspection.own === 0) return []
  const speak = (id: MessageId, data: MessageData = {}): string => say(id, data, view)
  return [
    ...row(speak('inspect.zone'), zoneText(input, view), view),
    ...row(speak('inspect.period'), periodText(input, view), view),
    ...row(
      speak('inspect.events'),
      [speak('inspect.events-line', { events: input.events, successes, failures }), openText(open, view)].join(''),
      view,
    ),
    ...row(
      speak('inspect.coverage'),
      speak('inspect.coverage-line', {
        account: percent(inspection.withAccount),
        address: percent(inspection.withAddress),
        session: percent(inspection.withSession),
        agent: percent(inspection.withAgent),
      }),
      view,
    ),
    ...row(
      speak('inspect.addresses'),
      speak('inspect.addresses-line', {
        top: percent(inspection.topAddresses),
        proxy: percent(inspection.proxyAddresses),
        private: percent(inspection.privateAddresses),
      }),
      view,
    ),
  ]
}

/** One input: whether it can be used, what it carries, and what is wrong with it. */
export const inspectBlock = (inspection: InputInspection, view: View): string => {
  const { input, problem } = inspection
  const speak = (id: MessageId, data: MessageData = {}): string => say(id, data, view)
  const { records, used, ignored, rejected, duplicates } = input
  const ignoredBy = Object.entries(input.ignoredBy)
    .map(([why, count]) => `${wordOf('ignored', why, view.lang)} ${count}`)
    .join(view.lang === 'ja' ? '、' : ', ')
  const answers = [
    speak(answerOf(inspection)),
    ...(problem !== undefined && input.events > 0 ? [`! ${speak('inspect.answer.incomplete')}`] : []),
  ]
  return `${joinLines([
    view.palette.heading(safeText(inputName(input.path, view))),
    ...rows(speak('inspect.answer'), answers, view),
    ...row(speak('inspect.format'), input.format ?? speak('inspect.unknown'), view),
    ...contentLines(inspection, view),
    ...row(speak('inspect.records'), speak('inspect.records-line', { records, used, ignored, rejected, duplicates }), view),
    ...(ignoredBy === '' ? [] : row(speak('inspect.ignored'), ignoredBy, view)),
    ...rows(speak('inspect.rejects'), rejectLines(inspection, view), view),
    ...rows(speak('inspect.notes'), noteLines(inspection, view), view),
    ...rows(speak('inspect.warnings'), warnings(inspection, view), view),
    ...loginLines(inspection, view),
  ])}\n`
}

const betweenLines = (between: Inspection['between'], view: View): readonly string[] =>
  between.map(([format, { from, to }]) => `! ${say('caveat.gap', { input: format, from: { time: from }, to: { time: to } }, view)}`)

/** All inputs together, where there are several: the sum that must add up, the period, and what is missing between them. */
export const inspectTotal = ({ inputs: inspections, between }: Inspection, view: View): string => {
  const whole = together(inspections.map(({ input }) => input))
  const { records, used, ignored, rejected, duplicates, events } = whole
  const sum = (pick: (inspection: InputInspection) => number): number =>
    inspections.reduce((total, inspection) => total + pick(inspection), 0)
  const logins = { successes: sum(({ successes }) => successes), failures: sum(({ failures }) => failures) }
  return joinLines([
    view.palette.heading(say('inspect.total', {}, view)),
    ...row(say('inspect.period', {}, view), periodText(whole, view), view),
    ...row(say('inspect.events', {}, view), say('inspect.events-line', { events, ...logins }, view), view),
    ...row(say('inspect.records', {}, view), say('inspect.records-line', { records, used, ignored, rejected, duplicates }, view), view),
    ...rows(say('inspect.warnings', {}, view), betweenLines(between, view), view),
  ])
}
