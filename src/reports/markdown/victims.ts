import { describeMissing, describeOthers, describeTrait } from '../../i18n/describe/victims.ts'
import { say } from '../../i18n/translate.ts'
import { safeMarkdown, safeMarkdownCode } from '../../kernel/safe-text.ts'
import type { CaseVictims } from '../../model/case-victims.ts'
import type { RenderOptions } from '../../model/case.ts'
import { bullets } from './write.ts'

const MOST_OTHERS = 50

/** What the reported accounts have in common, and who else has it. */
export const sharedTraits = ({ shared }: CaseVictims, options: RenderOptions): string => {
  const lines = shared.flatMap((trait) => [describeTrait(trait, options), describeOthers(trait, MOST_OTHERS, options) ?? []].flat())
  const said = lines.length === 0 ? [say('report.victims-nothing-shared', {}, options)] : lines
  return `**${say('report.victims-shared', {}, options)}**\n\n${bullets(said.map(safeMarkdown))}`
}

/** The reported accounts that were not found, each with the reason. */
export const missingVictims = ({ missing }: CaseVictims, options: RenderOptions): string =>
  bullets(missing.map((one) => `${safeMarkdownCode(one.account)} ${safeMarkdown(describeMissing(one, options))}`))
