import type { CaseDocument, RenderOptions } from '../model/case.ts'

/** An output: pure, knows nothing of stdout, files or exit codes. Yields text in pieces, so that big cases stream. */
export interface Report {
  readonly id: string
  readonly title: string
  readonly mediaType: string
  /** Named parts that `--part` selects, first is the default; empty when there is only one. */
  readonly parts: readonly string[]
  /** Needs `sources`, which only the document of a case folder has unasked: they take a pass over all events. */
  readonly wantsSources?: true
  readonly render: (document: CaseDocument, options: RenderOptions) => Iterable<string>
}

export const defineReport = (report: Report): Report => report
