import { say } from '../../i18n/translate.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { defineReport } from '../define-report.ts'
import { accountsLines } from './accounts.ts'
import { checklistLines } from './checklists.ts'
import { completenessLines } from './completeness.ts'
import { createPalette } from './paint.ts'
import { summaryLines } from './summary.ts'
import { timelineLines } from './timeline.ts'
import { victimsLines } from './victims.ts'

const SECTIONS = [
  ['report.timeline', timelineLines],
  ['report.victims', victimsLines],
  ['report.accounts', accountsLines],
  ['report.checklists', checklistLines],
  ['complete.heading', completenessLines],
] as const

function* render(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const palette = createPalette(options.color)
  yield `${summaryLines(document, options, palette).join('\n')}\n`
  for (const [heading, lines] of SECTIONS) {
    const body = lines(document, options, palette)
    if (body.length === 0) continue
    yield `\n${palette.heading(`== ${say(heading, {}, options)} ==`)}\n\n`
    yield `${body.join('\n')}\n`
  }
}

/** For people at a terminal: the answer in thirty lines, then sessions, accounts with their grounds, and what to do. */
export const report = defineReport({
  id: 'table',
  title: 'Summary, timeline and checklists for a terminal',
  mediaType: 'text/plain; charset=utf-8',
  parts: [],
  render,
})
