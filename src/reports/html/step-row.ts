import { describeDue, describeReversible, describeState } from '../../i18n/describe/step.ts'
import { say } from '../../i18n/translate.ts'
import type { CaseStep, RenderOptions } from '../../model/case.ts'

/** A step in words as a person reads them; made safe where they are written. The names are those of the embedded data. */
export interface StepRow {
  readonly id: string
  readonly text: string
  /** Owner, due, whether it can be undone, state where it is not open. */
  readonly who: string
  /** Each command with its remarks, line by line. */
  readonly commands: readonly (readonly string[])[]
  /** Why, proof, what users notice, what remains: label and words. */
  readonly details: readonly (readonly [label: string, words: string])[]
  readonly done: boolean
}

const commandOf = ({ command, permission, note }: CaseStep['commands'][number], options: RenderOptions): readonly string[] => [
  command,
  ...(permission === null ? [] : [`# ${say('checklist.permission', { permission }, options)}`]),
  ...(note === null ? [] : [`# ${note}`]),
]

export const stepRow = (step: CaseStep, options: RenderOptions): StepRow => {
  const who = [
    say(`phase.${step.phase}`, {}, options),
    say(`owner.${step.owner}`, {}, options),
    describeDue(step.due, options),
    describeReversible(step, options),
    describeState(step, options),
  ]
  const details = [
    ['checklist.why', step.why],
    ['checklist.proof', step.proof],
    ['checklist.impact', step.userImpact],
    ['checklist.residual', step.residualRisk],
  ] as const
  return {
    id: step.id,
    text: step.text,
    who: who.filter((part) => part !== '').join(options.lang === 'ja' ? '・' : ' · '),
    commands: step.commands.map((command) => commandOf(command, options)),
    details: details.flatMap(([id, words]) => (words === null || words === '' ? [] : [[say(id, {}, options), words] as const])),
    done: step.state === 'done',
  }
}
