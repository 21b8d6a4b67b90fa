import type { CaseStep } from '../../model/case.ts'
import type { RecoveryOptions } from '../recovery-input.ts'
import { viewStep } from '../step-view.ts'
import type { StepTemplate } from '../step-template.ts'
import type { Law, Term } from './define-law.ts'
import { lawSheet } from './law-sheet.ts'
import { DEFAULT_LAW } from './law-ids.ts'
import { lawsFor } from './laws.ts'

const durationOf = (term: Term): string => {
  if (term.kind === 'hours') return `PT${term.hours}H`
  return term.kind === 'promptly' || term.kind === 'day-range' ? 'P1D' : `P${term.days}D`
}

/** The clocks of a law other than the default one, as steps of legal. */
const stepsOfLaw = (law: Law, { lang, awareAt }: RecoveryOptions): readonly CaseStep[] => {
  const aware = awareAt === undefined ? null : { at: awareAt, department: '' }
  const { deadlines } = lawSheet(law, { persons: 0, moneyOnRecord: false, intruded: true }, aware, lang)
  return law.clocks.map((clock, index): CaseStep => {
    const template: StepTemplate = {
      phase: 'notify',
      owner: 'legal',
      priority: 1,
      reversible: null,
      due: durationOf(clock.term),
      text: {
        en: `Legal decides by ${law.title.en}; to: ${clock.recipient.en}; ${clock.what.en}`,
        ja: `法務が判断する。制度: ${law.title.ja}。報告・連絡先: ${clock.recipient.ja}。内容: ${clock.what.ja}`,
      },
      why: {
        en: `Term: ${deadlines[index]?.term ?? ''}; basis: ${clock.basis}`,
        ja: `期限: ${deadlines[index]?.term ?? ''}。根拠: ${clock.basis}`,
      },
      proof: {
        en: 'Receipt number, or the decision with reasons, name and time',
        ja: '受付番号、または判断の内容・理由・判断者・日時の記録',
      },
    }
    const step = viewStep(template, { id: `case/N2.${law.id}.${clock.id}`, scope: 'case', lang, awareAt })
    return { ...step, due: deadlines[index]?.due ?? step.due }
  })
}

/** Steps of the laws that were asked for besides the default one, whose steps stand in the catalogue. */
export const lawSteps = (options: RecoveryOptions): readonly CaseStep[] =>
  lawsFor(options.laws ?? [])
    .filter(({ id }) => id !== DEFAULT_LAW)
    .flatMap((law) => stepsOfLaw(law, options))
