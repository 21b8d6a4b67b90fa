import { describeNone } from '../../i18n/describe/none.ts'
import { say } from '../../i18n/translate.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { defineReport } from '../define-report.ts'
import { accountsSection, groundsSection, timelineSection } from './accounts.ts'
import { answerSection, attackSection, impactSection, operationsSection } from './overview.ts'
import { responseSection } from './response.ts'
import { inputsSection, limitsSection, openSection } from './scope.ts'
import { heading } from './write.ts'

type Section = (document: CaseDocument, options: RenderOptions) => Iterable<string>

/** The eleven headings of an investigation report, in the order in which they are read. */
const SECTIONS: readonly Section[] = [
  answerSection,
  impactSection,
  attackSection,
  operationsSection,
  accountsSection,
  timelineSection,
  groundsSection,
  limitsSection,
  responseSection,
  openSection,
  inputsSection,
]
/** What a filter may empty. */
const OF_LISTS: ReadonlySet<Section> = new Set([attackSection, accountsSection, timelineSection, groundsSection])
type Numbered = `heading.${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11}`

function* render(document: CaseDocument, options: RenderOptions): Iterable<string> {
  yield heading(1, say('heading.title', {}, options))
  for (const [index, section] of SECTIONS.entries()) {
    yield heading(2, say(`heading.${index + 1}` as Numbered, {}, options))
    const body = [...section(document, options)].join('')
    yield body === '' ? `${OF_LISTS.has(section) ? describeNone(document, options) : say('report.none', {}, options)}\n\n` : body
  }
  yield `${say('report.analysed', { version: document.tool.version, time: { time: Date.parse(document.run.now) * 1000 } }, options)}\n`
}

/** The investigation report as Markdown: for tickets, mail and printing. */
export const report = defineReport({
  id: 'markdown',
  title: 'Investigation report (Markdown)',
  mediaType: 'text/markdown; charset=utf-8',
  parts: [],
  render,
})
