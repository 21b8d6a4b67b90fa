import { moment } from '../../i18n/describe/moment.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import type { Legal } from '../../model/case-folder.ts'
import type { CaseDocument } from '../../model/case.ts'
import { lawSheet, type Awareness, type Deadline, type LawSheet } from '../../recovery/law/law-sheet.ts'
import { lawsFor } from '../../recovery/law/laws.ts'
import { personsOf } from '../figures.ts'
import type { TemplateValues } from './template-values.ts'

export const awarenessOf = ({ awareAt, department }: Legal): Awareness | null =>
  awareAt === null || department === null ? null : { at: awareAt, department }

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

const awareText = (aware: Awareness | null, options: SayOptions): string =>
  aware === null
    ? say('document.aware-missing', {}, options)
    : say('document.aware', { at: moment(aware.at, options.zone), department: aware.department }, options)

/** What the laws ask for, and when: days only where it is known since when it is known. */
export const lawFacts = (document: CaseDocument, { laws }: Legal, aware: Awareness | null, options: SayOptions): TemplateValues => {
  const { afterLogin: acts, accounts } = document.summary
  const known = {
    persons: personsOf(document).most,
    moneyOnRecord: acts.pointsUsed + acts.purchased > 0,
    intruded: accounts.compromised + accounts.suspected > 0,
  }
  const sheets = lawsFor(laws).map((law) => lawSheet(law, known, aware, options.lang))
  return {
    aware: awareText(aware, options),
    awareMissing: aware === null,
    nextDeadline: nextDeadline(sheets, aware, options),
    laws: lawViews(sheets, aware, options),
    lawChecked: sheets[0]?.checked ?? '',
  }
}
