import { describeDue, describeReversible, describeState } from '../../i18n/describe/step.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { wrap } from '../../kernel/text-width.ts'
import type { CaseStep, RenderOptions } from '../../model/case.ts'
import type { StepState } from '../../model/vocabulary.ts'
import { paragraph } from './flow.ts'
import type { Palette } from './paint.ts'

const BOXES: Readonly<Record<StepState, string>> = { open: '[ ]', done: '[x]', contradicted: '[!]', waiting: '[…]' }
const INDENT = '      '
/** Columns of one text of a step; commands are never cut. */
const TEXT_COLUMNS = 600

/** Commands stand on one line of their own, however wide: they are there to be copied. */
const commandLines = (step: CaseStep, options: RenderOptions, palette: Palette): string[] =>
  step.commands.flatMap(({ command, permission, note }) => {
    const remarks = [permission === null ? null : say('checklist.permission', { permission }, options), note].filter(
      (text) => text !== null,
    )
    return [
      `${INDENT}${palette.strong(`$ ${safeText(command)}`)}`,
      ...(remarks.length === 0
        ? []
        : wrap(safeText(remarks.join(' / '), TEXT_COLUMNS), options.width - INDENT.length - 2).map((line) =>
            palette.faint(`${INDENT}  ${line}`),
          )),
    ]
  })

/** One step: box, what to do, who by when, the commands, what proves it, what remains. */
export const stepLines = (step: CaseStep, options: RenderOptions, palette: Palette): string[] => {
  const separator = options.lang === 'ja' ? '・' : ', '
  const who = [say(`owner.${step.owner}`, {}, options), describeDue(step.due, options), describeReversible(step, options)].filter(
    (part) => part !== '',
  )
  const detail = (label: string, text: string | null): string[] =>
    text === null ? [] : paragraph(`${INDENT}${label}: `, safeText(text, TEXT_COLUMNS), options.width).map((line) => palette.faint(line))
  const stated = describeState(step, options)
  const state = stated === '' ? '' : ` [${safeText(stated, TEXT_COLUMNS)}]`
  return [
    ...paragraph(
      `  ${BOXES[step.state]} `,
      `${safeText(step.text, TEXT_COLUMNS)}${options.lang === 'ja' ? '' : ' '}(${who.map((part) => safeText(part, TEXT_COLUMNS)).join(separator)})${state}`,
      options.width,
    ),
    ...commandLines(step, options, palette),
    ...detail(say('checklist.proof', {}, options), step.proof),
    ...detail(say('checklist.residual', {}, options), step.residualRisk),
  ]
}
