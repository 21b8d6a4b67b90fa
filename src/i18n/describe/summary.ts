import type { CaseDocument, CaseStep, CaseSummary } from '../../model/case.ts'
import type { MessageData } from '../../model/finding.ts'
import type { HarmClass } from '../../model/vocabulary.ts'
import { toIso } from '../../kernel/time.ts'
import { isMessageId, microsOf, say, sayFrom, type SayOptions } from '../translate.ts'
import { toldCaveats } from './caveats.ts'
import { acrossClasses, ofAccounts } from './of-accounts.ts'
import { describeEntryWays } from './entry-ways.ts'
import { minuteMoment, shortMoment, zoneLabel } from './moment.ts'
import { countStillUsed, describeOngoing } from './ongoing.ts'
import { firstSuspected } from './first-suspected.ts'
import { tellsMembers } from './tells-members.ts'

/** One labelled line of the summary; `items` are joined by `separator` and may be broken between lines. */
export interface SummaryEntry {
  readonly id: 'answer' | 'ongoing' | 'counts' | 'period' | 'actions' | 'victims' | 'caveats' | 'now' | 'classes'
  readonly label: string
  readonly separator: string
  readonly items: readonly string[]
}

const CLASSES: readonly HarmClass[] = ['A', 'B', 'C']
const STEPS_NOW = 4
/** The case has a step of the same name that is short, and says how many. */
const SAID_IN_FULL: ReadonlySet<string> = new Set(['now.C4', 'now.E1'])

const asTime = (iso: string | null): MessageData[string] => (iso === null ? '' : { time: Date.parse(iso) * 1000 })

/** The headline in words. What it does not bring itself is taken from the summary's own numbers. */
export const describeHeadline = (summary: CaseSummary, options: SayOptions): string => {
  const own: MessageData = {
    compromised: summary.accounts.compromised,
    suspected: summary.accounts.suspected,
    max: summary.accounts.compromised + summary.accounts.suspected,
    attempts: summary.attempts,
    triedMembers: summary.triedMembers,
    events: summary.events,
    first: asTime(summary.first),
    last: asTime(summary.last),
  }
  const { messageId, data } = summary.headline
  return sayFrom('headline', messageId, { ...own, ...data }, options, messageId)
}

/** What the reader must know before reading on: estimate, zone, period of the log. */
export const describePreface = (summary: CaseSummary, options: SayOptions): string[] => {
  const zone = say('summary.zone', { zone: zoneLabel(options.zone, summary.last) }, options)
  const estimate = say('summary.estimate', {}, options)
  const preface = options.lang === 'ja' ? [estimate + zone] : [estimate, zone]
  if (summary.first === null || summary.last === null) return preface
  const range = { from: minuteMoment(summary.first, options.zone), to: minuteMoment(summary.last, options.zone) }
  return [...preface, say('summary.range', range, options)]
}

/** Times in the short form of the summary. */
const shorten = (data: MessageData, { zone }: SayOptions): MessageData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'object' && 'time' in value && Number.isFinite(microsOf(value.time))
        ? shortMoment(toIso(microsOf(value.time)), zone)
        : value,
    ]),
  )

/** Every caveat in words. */
export const describeCaveats = (summary: CaseSummary, options: SayOptions): string[] => {
  const caveats = toldCaveats(summary.caveats).map(({ id, data }) => sayFrom('caveat', id, shorten(data, options), options, id))
  return summary.incomplete && caveats.length === 0 ? [say('summary.incomplete', {}, options)] : caveats
}

const ongoing = (document: CaseDocument, options: SayOptions): string[] => {
  const line = describeOngoing(document, options)
  const used = countStillUsed(document)
  return [...(line === undefined ? [] : [line]), ...(used === 0 ? [] : [say('ongoing.still-used', { count: used }, options)])]
}

/** How much was tried; where nothing was found, whether these logs could show it. */
export const describeTries = (summary: CaseSummary, options: SayOptions): string[] =>
  summary.attempts === 0
    ? [say(summary.caveats.some(({ id }) => id === 'no-addresses') ? 'summary.attempts-open' : 'summary.no-attempts', {}, options)]
    : [
        say('summary.attempts', { attempts: summary.attempts }, options),
        say(tellsMembers(summary) ? 'summary.ids' : 'summary.ids-open', { ids: summary.triedIds, members: summary.triedMembers }, options),
      ]

const counts = ({ summary, campaigns }: CaseDocument, options: SayOptions): string[] => {
  const items = describeTries(summary, options)
  if (campaigns.length > 0 || summary.campaignSuccesses > 0)
    items.push(say('summary.successes', { count: summary.campaignSuccesses }, options))
  if (summary.passwordKnown > 0) items.push(say('summary.password-known', { count: summary.passwordKnown }, options))
  if (summary.accounts.undetermined > 0) items.push(say('summary.undetermined', { count: summary.accounts.undetermined }, options))
  if (summary.misuse > 0) items.push(say('summary.misuse', { count: summary.misuse }, options))
  if (summary.exposure > 0) items.push(say('summary.exposure', { count: summary.exposure }, options))
  return items
}

const period = (document: CaseDocument, options: SayOptions): string[] => {
  const { summary } = document
  const points = [
    ['summary.first-attempt', summary.firstAttempt],
    ['summary.first-suspected', firstSuspected(document)],
    ['summary.first-takeover', summary.firstTakeover],
    ['summary.last-attempt', summary.lastAttempt],
  ] as const
  return points.flatMap(([id, iso]) => (iso === null ? [] : [say(id, { time: shortMoment(iso, options.zone) }, options)]))
}

/** What was done after the bad logins, by accounts; empty where nobody got in. */
export const describeAfterLogin = ({ afterLogin }: CaseSummary, options: SayOptions): string[] => {
  const { viewed, changed, pointsUsed, purchased, acted = 0, unknown } = afterLogin
  if (viewed + changed + pointsUsed + purchased + acted + unknown === 0) return []
  // Where no page, point or order of anybody is on record, a zero would claim that the log tells of them.
  const tells = viewed + pointsUsed + purchased > 0
  const told = (id: 'viewed' | 'points-used' | 'purchased', count: number): readonly string[] =>
    tells ? [say(`summary.${id}`, { count }, options)] : []
  const items = [
    ...told('viewed', viewed),
    say('summary.changed', { count: changed }, options),
    ...told('points-used', pointsUsed),
    ...told('purchased', purchased),
    ...(acted === 0 ? [] : [say('summary.acted', { count: acted }, options)]),
  ]
  if (unknown > 0) return [...items, say('summary.unknown-actions', { count: unknown }, options)]
  return tells ? items : [...items, say('summary.nothing-told', {}, options)]
}

/** How the accounts that customers reported compare; empty where no list was given. */
export const describeVictims = ({ victims }: CaseSummary, options: SayOptions): string[] => {
  if (victims === null) return []
  const whys = Map.groupBy(victims.missing, ({ why }) => why)
  const counted = [...whys]
    .toSorted(([one, left], [other, right]) => right.length - left.length || (one < other ? -1 : 1))
    .map(([why, missing]) => say('summary.victims-why', { why, count: missing.length }, options))
  const found = say('summary.victims', { given: victims.given, found: victims.found, missing: victims.missing.length }, options)
  if (counted.length === 0) return [found]
  return [say('summary.victims-whys', { found, whys: counted.join(options.lang === 'ja' ? '、' : ', ') }, options)]
}

/** `E1` of `case/E1`, `case/E1.sessions` and `A/E1`. */
const baseOfStep = ({ id }: CaseStep): string => id.replace(/^[^/]*\//, '').replace(/\..*$/, '')

/** The steps that cannot wait, most urgent first; what the case does for everybody is not said again of a class. */
export const urgentSteps = ({ steps }: CaseDocument): readonly CaseStep[] => {
  const ofCase = new Set(steps.filter(({ scope }) => scope === 'case').map(baseOfStep))
  const urgent = steps
    .filter((step) => step.priority === 1 && step.state !== 'done' && (step.phase === 'contain' || step.phase === 'evict'))
    .filter((step) => step.scope === 'case' || !ofCase.has(baseOfStep(step)))
  return acrossClasses(urgent).slice(0, STEPS_NOW)
}

/** A step in the few words that fit a line; those of the case say theirs with their own numbers unless they are too long as well. */
const shortText = (step: CaseStep, options: SayOptions): string => {
  const id = `now.${step.id.replace(/^[^/]*\//, '')}`
  if (!isMessageId(id) || (step.scope === 'case' && SAID_IN_FULL.has(id))) return step.text
  return say(id, {}, options) + (step.list.length === 0 ? '' : ofAccounts(step.list.length, options.lang))
}

const classes = (summary: CaseSummary, options: SayOptions): string[] => {
  if (CLASSES.every((name) => summary.classes[name] === 0)) return []
  const items = CLASSES.map((name) =>
    say('summary.class', { class: name, words: say(`class.${name}`, {}, options), count: summary.classes[name] }, options),
  )
  return [...items, `→ ${say('summary.steps', {}, options)}`]
}

/** The summary, answer first, in the order in which a responder is asked. Lines without content are left out. */
export const describeSummary = (document: CaseDocument, options: SayOptions): SummaryEntry[] => {
  const { summary } = document
  const entry = (id: SummaryEntry['id'], separator: string, items: readonly string[]): SummaryEntry => ({
    id,
    label: say(`summary.label.${id}`, {}, options),
    separator,
    items,
  })
  return [
    entry('answer', '  ', [describeHeadline(summary, options), ...describeEntryWays(document, options)]),
    entry('ongoing', '  ', ongoing(document, options)),
    entry('counts', ' / ', summary.events === 0 ? [] : counts(document, options)),
    entry('period', '  ', period(document, options)),
    entry('actions', ' / ', describeAfterLogin(summary, options)),
    entry('victims', '  ', describeVictims(summary, options)),
    entry(
      'caveats',
      '  ',
      describeCaveats(summary, options).map((caveat) => `! ${caveat}`),
    ),
    entry(
      'now',
      '  ',
      urgentSteps(document).map((step, index) => `${index + 1} ${shortText(step, options)}`),
    ),
    entry('classes', '  ', classes(summary, options)),
  ].filter(({ items }) => items.length > 0)
}
