import { writeSources } from '../cases/document/sources.ts'
import type { CaseDocument } from '../model/case.ts'
import type { Report } from '../reports/define-report.ts'
import type { Analysis } from './analyze.ts'

/** The document as an output wants it: with the sources, which take a pass over all events, where it asks for them. */
export const reportDocument = ({ document, judged }: Analysis, { wantsSources }: Report): CaseDocument =>
  wantsSources === true ? { ...document, sources: writeSources(judged) } : document
