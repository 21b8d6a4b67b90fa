import { hashHex } from '../../kernel/hash.ts'
import { scriptJson } from '../../kernel/safe-html.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import type { AccountRow } from './account-row.ts'
import { createSharedSteps } from './shared-steps.ts'
import { createStringTable } from './string-table.ts'
import { clientWords } from './words.ts'

/** Same input and period: same ticks, whatever the language and however often the report is written. */
const caseKey = ({ run, summary }: CaseDocument): string =>
  hashHex([...run.inputs.map(({ sha256, path }) => sha256 ?? path), summary.first, summary.last].join('\u0000')).slice(0, 16)

const safeAll = (texts: readonly string[]): readonly string[] => texts.map((text) => safeText(text))

/** The accounts for the page's script, as JSON in pieces; ids are exact, whatever is shown is safe text. */
export function* dataBlock(rows: Iterable<AccountRow>, document: CaseDocument, options: RenderOptions): Iterable<string> {
  const texts = createStringTable()
  const steps = createSharedSteps(options)
  yield `{"key":${scriptJson(caseKey(document))},"words":${scriptJson(clientWords(options))},"accounts":[`
  let separator = '\n'
  for (const row of rows) {
    const shown = safeText(row.account)
    yield (
      separator +
        scriptJson({
          ...row,
          shown: shown === row.account ? undefined : shown,
          provider: texts.indexOf(row.provider),
          names: row.names === '' ? undefined : safeText(row.names),
          others: row.others === '' ? undefined : safeText(row.others),
          flags: row.flags === '' ? undefined : texts.indexOf(row.flags),
          usual: texts.indexOf(safeText(row.usual)),
          decided: row.decided === '' ? undefined : safeText(row.decided),
          reasons: safeAll(row.reasons),
          sessions: safeAll(row.sessions),
          steps: row.steps.map((step) => steps.indexOf(step, row.account)),
        })
    )
    separator = ',\n'
  }
  yield `],\n"steps":[${steps
    .texts()
    .map((step) => scriptJson(JSON.parse(step)))
    .join(',\n')}],\n"texts":${scriptJson(texts.texts())}}`
}
