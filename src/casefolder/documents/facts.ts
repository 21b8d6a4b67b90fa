import { minuteMoment, moment, zoneLabel } from '../../i18n/describe/moment.ts'
import { allEntryWayWords, describeEntryWays, entryWayWords, isEnteredOtherwise } from '../../i18n/describe/entry-ways.ts'
import { firstSuspected } from '../../i18n/describe/first-suspected.ts'
import { countStillUsed, lastSeen, ongoingOf, type Ongoing } from '../../i18n/describe/ongoing.ts'
import { publicHour, publicSpan, publicZone } from '../../i18n/describe/public-moment.ts'
import { describeHeadline, describeTries, urgentSteps } from '../../i18n/describe/summary.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import { wordOf } from '../../i18n/words.ts'
import type { Handling, Legal } from '../../model/case-folder.ts'
import type { CaseDocument } from '../../model/case.ts'
import { isForeignList, listOrigin, notKnown } from '../brief.ts'
import { figuresOf, personsOf, type FigureId } from '../figures.ts'
import { isRedacted } from '../redact/is-redacted.ts'
import { evidenceFacts } from './evidence-facts.ts'
import type { TemplateValues } from './template-values.ts'
import { awarenessOf, lawFacts } from './law-facts.ts'
import { periodOf } from './period.ts'

/** What a draft may be told beside the document: how the case is handled, and the legal side. */
export interface DraftInput {
  readonly document: CaseDocument
  readonly handling: Handling
  readonly legal: Legal
}

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

/** Was a list of ids and passwords that leaked elsewhere tried here? Only where the ids say so. */
const isListAttack = (document: CaseDocument, options: SayOptions): boolean =>
  document.campaigns.some(({ method }) => method === 'stuffing') && isForeignList(document) && listOrigin(document, options).length > 0

/** To customers the list is named as the cause only where it is everybody's: one letter goes to all. */
const isListAlone = (document: CaseDocument, options: SayOptions): boolean =>
  isListAttack(document, options) && !document.accounts.some(isEnteredOtherwise)

const causeOf = (document: CaseDocument, options: SayOptions): string => {
  if (!isListAttack(document, options)) return say('document.cause-unknown', {}, options)
  const cause = say('document.cause-list', { origin: listOrigin(document, options).join('') }, options)
  const count = document.accounts.filter(isEnteredOtherwise).length
  if (count === 0) return cause
  return say('document.cause-others', { cause, count, ways: joined(allEntryWayWords(document, options), options) }, options)
}

/** That there were other ways is said, which is not. */
const publicCause = (document: CaseDocument, options: SayOptions): string => {
  if (!isListAttack(document, options)) return say('document.cause-unknown', {}, options)
  const cause = say('document.cause-list', { origin: listOrigin(document, options).join('') }, options)
  return isListAlone(document, options) ? cause : say('document.cause-public', { cause }, options)
}

const joined = (words: readonly string[], options: SayOptions): string =>
  words.length === 0 ? say('document.investigating', {}, options) : [...new Set(words)].join(options.lang === 'ja' ? '、' : ', ')

const ofCampaigns = ({ campaigns }: CaseDocument, options: SayOptions): readonly string[] =>
  campaigns.map(({ method }) => wordOf('method', method, options.lang))

const methodsOf = (document: CaseDocument, options: SayOptions): string =>
  joined([...ofCampaigns(document, options), ...entryWayWords(document, options)], options)

/** What else was done to single accounts is told to their owners and to authorities, not to the next attacker. */
const publicMethods = (document: CaseDocument, options: SayOptions): string => joined(ofCampaigns(document, options), options)

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

/** A moment, or that it is being looked into. */
const momentOf = (iso: string | null, options: SayOptions): string =>
  iso === null ? say('document.investigating', {}, options) : moment(iso, options.zone)

/** When, how and by whom; whether it goes on. */
const attackFacts = (document: CaseDocument, options: SayOptions): TemplateValues => {
  const { summary } = document
  const ongoing = ongoingOf(document)
  const suspectedAt = firstSuspected(document)
  return {
    headline: describeHeadline(summary, options),
    ways: describeEntryWays(document, options).join(''),
    firstAttempt: momentOf(summary.firstAttempt, options),
    firstTakeover: momentOf(summary.firstTakeover, options),
    firstSuspected: suspectedAt === null ? '' : momentOf(suspectedAt, options),
    lastAttempt: momentOf(summary.lastAttempt, options),
    lastAct: momentOf(periodOf(document).lastAct, options),
    hasAttempts: summary.attempts > 0,
    noAttempts: summary.attempts > 0 ? '' : describeTries(summary, options).join(''),
    periodPublic: publicPeriod(document, options),
    ongoing: [ongoingText(ongoing, options), ...stillUsed(document, options)].join(options.lang === 'ja' ? '。' : '; '),
    ongoingPublic: publicOngoing(ongoing, options),
    method: methodsOf(document, options),
    methodPublic: publicMethods(document, options),
    isListAttack: isListAlone(document, options),
    cause: causeOf(document, options),
    causePublic: publicCause(document, options),
  }
}

/** What it came to, and for how many. */
const harmFacts = (document: CaseDocument, options: SayOptions): TemplateValues => {
  const persons = personsOf(document)
  return {
    money: moneyOf(document, options),
    confirmed: say(
      'amount.accounts',
      { value: document.accounts.filter(({ decision }) => decision.state === 'confirmed').length },
      options,
    ),
    figure: figureTexts(document, options),
    reportedOnly: say('amount.reports', { value: persons.reportedOnly }, options),
    exposed: persons.exposed === 0 ? '' : say('amount.accounts', { value: persons.exposed }, options),
    made: persons.made === 0 ? '' : say('amount.accounts', { value: persons.made }, options),
    personsOpen: persons.open,
    afterLogin: afterLogin(document, options),
  }
}

const stepFacts = (document: CaseDocument): TemplateValues => {
  const urgent = urgentSteps(document)
  return {
    stepsNow: urgent.map(({ text }) => text),
    stepsNumbered: urgent.map(({ text }, index) => ({ number: index + 1, text })),
    stepsDone: document.steps.filter(({ state }) => state === 'done').map(({ text }) => text),
    prevention: document.steps.filter(({ phase }) => phase === 'prevent').map(({ text }) => text),
  }
}

/** Everything that a template may name. What the case does not hold reads "under investigation"; nothing is made up. */
export const draftFacts = ({ document, handling, legal }: DraftInput, options: SayOptions): TemplateValues => {
  const { summary, tool, run } = document
  const aware = awarenessOf(legal)
  return {
    tool: `Ashiato ${tool.version}`,
    zone: zoneLabel(options.zone, summary.last),
    asOf: minuteMoment(run.now, options.zone),
    asOfPublic: publicHour(run.now, options),
    nobody: nobodyConcerned(document),
    logFrom: momentOf(summary.first, options),
    logTo: momentOf(summary.last, options),
    unknowns: notKnown(document, options, aware !== null),
    isRedacted: isRedacted(document),
    ...attackFacts(document, options),
    ...harmFacts(document, options),
    ...stepFacts(document),
    ...lawFacts(document, legal, aware, options),
    ...evidenceFacts(document, handling, options),
  }
}
