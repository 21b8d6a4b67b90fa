import { describeInputs } from '../../i18n/describe/input-quality.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { paragraph } from './flow.ts'
import type { Palette } from './paint.ts'

/** Inputs on the screen; all are in JSON. */
const MOST_INPUTS = 20

/** Per input with gaps or a doubtful clock: the period, and what was noticed. Conclusions from half a log are wrong. */
export const completenessLines = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] => {
  const { told, others } = describeInputs(document, options)
  if (told.length === 0 && others <= 0) return []
  return [
    ...told
      .slice(0, MOST_INPUTS)
      .flatMap(({ path, period, remarks }) => [
        ...paragraph('  ', `${palette.strong(safeText(path))}  ${period}`, options.width),
        ...remarks.flatMap((remark) => paragraph('    - ', safeText(remark), options.width)),
      ]),
    ...(told.length > MOST_INPUTS ? [`    ${palette.faint(say('report.more', { count: told.length - MOST_INPUTS }, options))}`] : []),
    ...(others > 0
      ? paragraph('  ', say(told.length === 0 ? 'complete.nothing' : 'complete.others', { count: others }, options), options.width)
      : []),
  ]
}
