import { describeMissing, describeOthers, describeTrait } from '../../i18n/describe/victims.ts'
import { describeVictims } from '../../i18n/describe/summary.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { paragraph } from './flow.ts'
import type { Palette } from './paint.ts'

/** Names on the screen; all are in JSON. */
const MOST_OTHERS = 10
const MOST_MISSING = 20
const NAME_COLUMNS = 200
const SENTENCE_COLUMNS = 1200

/** The accounts that customers reported: how many were found, what they share, who shares it, and why the rest was not found. */
export const victimsLines = ({ summary }: CaseDocument, options: RenderOptions, palette: Palette): string[] => {
  const { victims } = summary
  if (victims === null) return []
  const heading = (id: 'report.victims-shared' | 'report.victims-missing'): string => `  ${palette.strong(say(id, {}, options))}`
  const text = (label: string, said: string): string[] => paragraph(label, safeText(said, SENTENCE_COLUMNS), options.width)
  const shared = victims.shared.flatMap((trait) => {
    const others = describeOthers(trait, MOST_OTHERS, options)
    return [...text('    - ', describeTrait(trait, options)), ...(others === undefined ? [] : text('      ', others).map(palette.faint))]
  })
  const missing = victims.missing
    .slice(0, MOST_MISSING)
    .flatMap((one) => text(`    - ${safeText(one.account, NAME_COLUMNS)}  `, describeMissing(one, options)))
  const more = victims.missing.length - MOST_MISSING
  return [
    ...describeVictims(summary, options).flatMap((said) => text('  ', said)),
    heading('report.victims-shared'),
    ...(shared.length === 0 ? text('    ', say('report.victims-nothing-shared', {}, options)) : shared),
    ...(missing.length === 0 ? [] : [heading('report.victims-missing'), ...missing]),
    ...(more > 0 ? [`    ${palette.faint(say('report.more', { count: more }, options))}`] : []),
  ]
}
