import type { CaseReason, CaseStep } from '../../model/case.ts'
import { formatDuration, isoDurationMs } from '../quantity.ts'
import { say, sayFrom, type SayOptions } from '../translate.ts'
import { moment } from './moment.ts'

/** When a step is due: a span from confirmation, or a time once it is known. */
export const describeDue = (due: string, options: SayOptions): string => {
  const span = isoDurationMs(due)
  if (span === 0) return say('checklist.due-now', {}, options)
  if (!Number.isNaN(span)) return say('checklist.due-within', { span: formatDuration(span, options.lang) }, options)
  return Number.isNaN(Date.parse(due)) ? due : say('checklist.due-at', { at: moment(due, options.zone) }, options)
}

/** Whether a step can be undone, where that is a warning; empty when it can, or when nothing is undone. */
export const describeReversible = ({ reversible }: CaseStep, options: SayOptions): string =>
  reversible === 'no' || reversible === 'partly' ? say(`checklist.reversible-${reversible}`, {}, options) : ''

const stateWords = (step: CaseStep, options: SayOptions): string => {
  const at = step.stateAt === undefined ? undefined : moment(step.stateAt, options.zone)
  if (step.state === 'waiting' && step.waitingUntil !== undefined)
    return say('step.waiting', { until: moment(step.waitingUntil, options.zone) }, options)
  if (step.state === 'open') return ''
  if (at === undefined) return say(`state.${step.state}`, {}, options)
  if (step.state !== 'contradicted') return say('step.done', { at }, options)
  return say(step.stateWhy === undefined ? 'step.contradicted' : `step.contradicted-by.${step.stateWhy}`, { at }, options)
}

/** How far a step is: its state with the time, the record that shows it, and for several accounts how many. Empty while it is open. */
export const describeState = (step: CaseStep, options: SayOptions): string =>
  [
    stateWords(step, options),
    step.stateBy === null ? '' : say('step.record', { record: step.stateBy.record }, options),
    step.progress === undefined ? '' : say('step.progress', step.progress, options),
  ]
    .filter((part) => part !== '')
    .join(options.lang === 'ja' ? '、' : ', ')

/** A reason's sentence in the reader's language; the text of the document where this version does not know its id. */
const reasonText = (reason: CaseReason, options: SayOptions): string =>
  sayFrom('reason', reason.messageId, reason.data, options, reason.text)

/** A reason beside the time it is of. */
const describeDatedReason = (reason: CaseReason, options: SayOptions): string =>
  `${moment(reason.at, options.zone)} ${reasonText(reason, options)}`

/** `rule.message`: a sentence of a rule's own. */
const isLent = ({ messageId }: CaseReason): boolean => messageId.includes('.') && !messageId.startsWith('reason.')

/** A reason by itself. Sentences of the verdict's own say when; those that a rule lends it do not. */
export const describeReason = (reason: CaseReason, options: SayOptions): string =>
  isLent(reason) ? describeDatedReason(reason, options) : reasonText(reason, options)
