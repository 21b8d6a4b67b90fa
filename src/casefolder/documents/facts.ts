import { minuteMoment, moment, zoneLabel } from '../../i18n/describe/moment.ts'
import { countStillUsed, lastSeen, ongoingOf, type Ongoing } from '../../i18n/describe/ongoing.ts'
import { publicHour, publicSpan, publicZone } from '../../i18n/describe/public-moment.ts'
import { describeHeadline, describeTries, urgentSteps } from '../../i18n/describe/summary.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import { countryName, wordOf } from '../../i18n/words.ts'
import type { CaseDocument, CaseSource } from '../../model/case.ts'
import type { Handling, Legal } from '../../model/case-folder.ts'
import type { Awareness, Deadline, LawSheet } from '../../recovery/law/law-sheet.ts'
import { lawSheet } from '../../recovery/law/law-sheet.ts'
import { lawsFor } from '../../recovery/law/laws.ts'
import { listOrigin, notKnown } from '../brief.ts'
import { isRedacted } from '../redact/is-redacted.ts'
import { connectionsOf, sourcesOf } from './connections.ts'
import { figuresOf, personsOf, type FigureId } from '../figures.ts'
import { periodOf } from './period.ts'

/** What a draft may be told beside the document: how the case is handled, and the legal side. */
export interface DraftInput {
  readonly document: CaseDocument
  readonly handling: Handling
  readonly legal: Legal
}

/** Rows that fit on a sheet; all of them are in the lists. */
const MOST_ROWS = 50

const awarenessOf = ({ awareAt, department }: Legal): Awareness | null =>
  awareAt === null || department === null ? null : { at: awareAt, department }

const figureTexts = (document: CaseDocument, options: SayOptions): Readonly<Partial<Record<FigureId, string>>> => ({
  // What the logs cannot tell is no figure of the case.
  'tried-members': say('document.investigating', {}, options),
  ...Object.fromEntries(figuresOf(document).map(({ id, value, unit }) => [id, say(`amount.${unit}`, { value }, options)])),
})

/** What was done after the logins, as far as it is on record: a zero would claim that the log records such acts. */
const AFTER_LOGIN: readonly FigureId[] = ['viewed', 'changed', 'points-used', 'purchased', 'acted-on-others', 'actions-unknown']

const afterLogin = (document: CaseDocument, options: SayOptions): readonly string[] => {
  const texts = figureTexts(document, options)
  return figuresOf(document)
    .filter(({ id, value }) => AFTER_LOGIN.includes(id) && value > 0)
    .map(({ id }) => say('document.item', { label: say(`figure.${id}`, {}, options), value: texts[id] ?? '' }, options))
}

const ongoingText = (ongoing: Ongoing | undefined, options: SayOptions): string => {
  if (ongoing === undefined) return say('document.investigating', {}, options)
  if (ongoing.isActive && ongoing.attemptSeconds === 0) return say('document.active-to-end', {}, options)
  return say(ongoing.isActive ? 'document.active' : 'document.not-active', { seen: lastSeen(ongoing, options) }, options)
}

const stillUsed = (document: CaseDocument, options: SayOptions): readonly string[] => {
  const count = countStillUsed(document)
  return count === 0 ? [] : [say('ongoing.still-used', { count }, options)]
}

/** For readers outside: how far the logs reach is nobody's business there. */
const publicOngoing = (ongoing: Ongoing | undefined, options: SayOptions): string =>
  say(ongoing?.isActive === true ? 'document.active-public' : 'document.stopped-unknown', {}, options)

const moneyOf = ({ summary }: CaseDocument, options: SayOptions): string => {
  const { pointsUsed, purchased } = summary.afterLogin
  return pointsUsed + purchased === 0
    ? say('document.money-unknown', {}, options)
    : say('document.money-recorded', { points: pointsUsed, orders: purchased }, options)
}

const dateOf = ({ days, due }: Deadline, aware: Awareness | null, zone: string, options: SayOptions): string => {
  if (aware === null) return say('document.no-date', {}, options)
  const [from, to] = days
  if (from !== undefined && to !== undefined) return say('document.range', { from, to }, options)
  if (from !== undefined) return say('document.until', { at: from }, options)
  return due === null ? say('document.soft', {}, options) : say('document.until', { at: moment(due, zone) }, options)
}

const lawViews = (sheets: readonly LawSheet[], aware: Awareness | null, options: SayOptions): readonly object[] =>
  sheets.map((sheet) => ({
    ...sheet,
    deadlines: sheet.deadlines.map((deadline) => ({ ...deadline, date: dateOf(deadline, aware, options.zone, options) })),
  }))

const nextDeadline = ([japan]: readonly LawSheet[], aware: Awareness | null, options: SayOptions): string => {
  if (aware === null || japan === undefined) return say('document.deadlines-undated', {}, options)
  const days = (id: string): readonly string[] => japan.deadlines.find((deadline) => deadline.id === id)?.days ?? []
  const [from = '', to = ''] = days('preliminary')
  return say('document.deadlines-dated', { from, to, final30: days('final-30')[0] ?? '', final60: days('final-60')[0] ?? '' }, options)
}

/** Was a list of ids and passwords that leaked elsewhere tried here? Only where the ids say so. */
const isListAttack = (document: CaseDocument, options: SayOptions): boolean =>
  document.campaigns.some(({ method }) => method === 'stuffing') && listOrigin(document, options).length > 0

const causeOf = (document: CaseDocument, options: SayOptions): string =>
  isListAttack(document, options)
    ? say('document.cause-list', { origin: listOrigin(document, options).join('') }, options)
    : say('document.cause-unknown', {}, options)

const methodsOf = ({ campaigns }: CaseDocument, options: SayOptions): string => {
  const methods = [...new Set(campaigns.map(({ method }) => wordOf('method', method, options.lang)))]
  return methods.length === 0 ? say('document.investigating', {}, options) : methods.join(options.lang === 'ja' ? '、' : ', ')
}

const publicPeriod = (document: CaseDocument, options: SayOptions): string => {
  const { first, last } = periodOf(document)
  if (first === null || last === null) return say('document.investigating', {}, options)
  return say('document.period-public', { span: publicSpan(first, last, options), zone: publicZone(options.zone, last, options) }, options)
}

/** Drafts that would go to nobody: whoever finds one in the folder must not take it for a finding. */
const nobodyConcerned = (document: CaseDocument): Readonly<Record<string, boolean>> => {
  const { classes, passwordKnown } = document.summary
  return {
    A: classes.A === 0,
    B: classes.B === 0,
    C: classes.C === 0,
    known: passwordKnown === 0,
    anywhere: personsOf(document).most + passwordKnown === 0,
  }
}

/** Networks behind which there is no subscriber to ask for. */
const TOLD_KINDS: Readonly<Record<string, 'document.relay' | 'document.hosting'>> = { relay: 'document.relay', hosting: 'document.hosting' }

const kindOf = ({ network }: CaseSource, options: SayOptions): string => {
  const told = TOLD_KINDS[network?.kind ?? '']
  return told === undefined ? '' : say(told, {}, options)
}

const sourceView = (source: CaseSource, options: SayOptions): object => ({
  ip: source.source,
  country: source.country === null ? say('document.investigating', {}, options) : countryName(source.country, options.lang),
  network: source.network?.org ?? say('document.investigating', {}, options),
  attempts: say('amount.times', { value: source.attempts }, options),
  first: moment(source.first, options.zone),
  last: moment(source.last, options.zone),
  note: [
    kindOf(source, options),
    source.proxy ? say('document.proxy', {}, options) : '',
    source.shared ? say('document.shared', {}, options) : '',
    source.hits.length > 0 ? say('document.hits', { count: source.hits.length }, options) : '',
  ]
    .filter((part) => part !== '')
    .join(options.lang === 'ja' ? '、' : ', '),
})

const more = (count: number, options: SayOptions): string =>
  count > MOST_ROWS ? say('document.more', { count: count - MOST_ROWS }, options) : ''

/** Everything that a template may name. What the case does not hold reads "under investigation"; nothing is made up. */
export const draftFacts = ({ document, handling, legal }: DraftInput, options: SayOptions): Readonly<Record<string, unknown>> => {
  const { summary } = document
  const investigating = say('document.investigating', {}, options)
  const at = (iso: string | null): string => (iso === null ? investigating : moment(iso, options.zone))
  const aware = awarenessOf(legal)
  const persons = personsOf(document)
  const lawFacts = {
    persons: persons.most,
    moneyOnRecord: summary.afterLogin.pointsUsed + summary.afterLogin.purchased > 0,
    intruded: summary.accounts.compromised + summary.accounts.suspected > 0,
  }
  const sheets = lawsFor(legal.laws).map((law) => lawSheet(law, lawFacts, aware, options.lang))
  const connections = connectionsOf(document)
  const sources = sourcesOf(document)
  return {
    tool: `Ashiato ${document.tool.version}`,
    zone: zoneLabel(options.zone, summary.last),
    asOf: minuteMoment(document.run.now, options.zone),
    logFrom: at(summary.first),
    logTo: at(summary.last),
    headline: describeHeadline(summary, options),
    firstAttempt: at(summary.firstAttempt),
    firstTakeover: at(summary.firstTakeover),
    lastAttempt: at(summary.lastAttempt),
    lastAct: at(periodOf(document).lastAct),
    hasAttempts: summary.attempts > 0,
    noAttempts: summary.attempts > 0 ? '' : describeTries(summary, options).join(''),
    periodPublic: publicPeriod(document, options),
    asOfPublic: publicHour(document.run.now, options),
    nobody: nobodyConcerned(document),
    ongoing: [ongoingText(ongoingOf(document), options), ...stillUsed(document, options)].join(options.lang === 'ja' ? '。' : '; '),
    ongoingPublic: publicOngoing(ongoingOf(document), options),
    method: methodsOf(document, options),
    isListAttack: isListAttack(document, options),
    cause: causeOf(document, options),
    money: moneyOf(document, options),
    figure: figureTexts(document, options),
    reportedOnly: say('amount.reports', { value: persons.reportedOnly }, options),
    exposed: persons.exposed === 0 ? '' : say('amount.accounts', { value: persons.exposed }, options),
    personsOpen: persons.open,
    afterLogin: afterLogin(document, options),
    unknowns: notKnown(document, options, aware !== null),
    stepsNow: urgentSteps(document).map(({ text }) => text),
    stepsNumbered: urgentSteps(document).map(({ text }, index) => ({ number: index + 1, text })),
    stepsDone: document.steps.filter(({ state }) => state === 'done').map(({ text }) => text),
    prevention: document.steps.filter(({ phase }) => phase === 'prevent').map(({ text }) => text),
    aware:
      aware === null
        ? say('document.aware-missing', {}, options)
        : say('document.aware', { at: moment(aware.at, options.zone), department: aware.department }, options),
    awareMissing: aware === null,
    isRedacted: isRedacted(document),
    nextDeadline: nextDeadline(sheets, aware, options),
    laws: lawViews(sheets, aware, options),
    lawChecked: sheets[0]?.checked ?? '',
    clockOffset: handling.clockOffset ?? investigating,
    collector: handling.collector ?? investigating,
    collectionMethod: handling.method ?? investigating,
    sources: sources.slice(0, MOST_ROWS).map((source) => sourceView(source, options)),
    moreSources: more(sources.length, options),
    connections: connections.slice(0, MOST_ROWS).map(({ time, ip, port, account, action, outcome }) => ({
      time: moment(time, options.zone),
      ip,
      port: port === null ? investigating : `${port}`,
      account,
      action: wordOf('action', action, options.lang),
      outcome: wordOf('outcome', outcome, options.lang),
    })),
    moreConnections: more(connections.length, options),
    inputs: document.run.inputs.map(({ path, sha256 }) => ({ path, sha256: sha256 ?? investigating })),
  }
}
