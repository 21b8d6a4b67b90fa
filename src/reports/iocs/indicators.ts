import type { CaseDocument } from '../../model/case.ts'
import { attackIndicators } from './attack-indicators.ts'
import { entryIndicators } from './entry-indicators.ts'
import type { Indicator } from './indicator.ts'

/** The sources of the campaigns, in the order of the document; then where and with what somebody came in who tried nothing. */
export const indicatorsOf = (document: CaseDocument): readonly Indicator[] => [...attackIndicators(document), ...entryIndicators(document)]
