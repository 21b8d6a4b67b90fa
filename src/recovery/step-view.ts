import type { CaseStep } from '../model/case.ts'
import type { HarmClass, Lang } from '../model/vocabulary.ts'
import { fill } from '../i18n/translate.ts'
import type { Bilingual } from './bilingual.ts'
import { dueOf } from './due.ts'
import type { StepTemplate } from './step-template.ts'

export interface StepFrame {
  readonly id: string
  readonly scope: CaseStep['scope']
  readonly class?: HarmClass | null
  readonly lang: Lang
  readonly awareAt: string | undefined
  /** Values of `{placeholders}` in the sentences. */
  readonly data?: Readonly<Record<string, string | number>>
}

/** Steps carry no times, so that no zone is asked for. */
const say = (text: Bilingual | undefined, { lang, data = {} }: StepFrame): string | null =>
  text === undefined ? null : fill(text[lang], data, { lang, zone: 'UTC' })

/** A template as a step of the document, open, without commands. */
export const viewStep = (template: StepTemplate, frame: StepFrame): CaseStep => ({
  id: frame.id,
  scope: frame.scope,
  class: frame.class ?? null,
  phase: template.phase,
  owner: template.owner,
  priority: template.priority,
  due: dueOf(template.due, frame.awareAt),
  text: say(template.text, frame) ?? '',
  why: say(template.why, frame) ?? '',
  commands: [],
  reversible: template.reversible,
  userImpact: say(template.userImpact, frame),
  residualRisk: say(template.residual, frame),
  proof: say(template.proof, frame),
  state: 'open',
  stateBy: null,
  list: [],
})
