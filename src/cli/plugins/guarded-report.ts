import type { Report } from '../../reports/define-report.ts'
import { calling, complainOf, type Named } from './blame.ts'
import { text } from './check.ts'

/** An output of a user's own, which answers for what it throws and for pieces that are no text. */
export const guardedReport = (named: Named, report: Report): Report => ({
  ...report,
  *render(document, options) {
    const pieces = calling(named, () => report.render(document, options)[Symbol.iterator]())
    for (;;) {
      const { done, value } = calling(named, () => pieces.next())
      if (done === true) return
      const flaw = value === '' ? undefined : text(value, 'render')
      if (flaw !== undefined) throw complainOf(named, flaw)
      yield value
    }
  },
})
