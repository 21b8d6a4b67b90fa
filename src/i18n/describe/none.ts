import type { CaseDocument } from '../../model/case.ts'
import { say, type SayOptions } from '../translate.ts'

/** What stands in an empty list: that a log holds nothing may only be said where nothing was left out of the list. */
export const describeNone = ({ summary }: CaseDocument, options: SayOptions): string =>
  say(summary.caveats.some(({ id }) => id.startsWith('filtered-')) ? 'report.none-shown' : 'report.none', {}, options)
