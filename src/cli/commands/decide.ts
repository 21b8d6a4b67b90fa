import { readDecisions } from '../../casefolder/read-decisions.ts'
import { complain, saySafely } from '../../i18n/complaint.ts'
import { appendChain } from '../../state/case-folder/chain.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, workPath, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { readText } from '../options/read-file.ts'
import { talk } from '../talk/write-out.ts'

export interface DecideFlags extends CaseCommandFlags {
  readonly from?: string
  readonly by?: string
  readonly quiet?: boolean
}

/** `ashiato decide CASE --from FILE --by NAME`: what people decided, beside the case; all rows or none. */
export const decide = async (path: string, { from, by, ...flags }: DecideFlags, io: Io): Promise<number> => {
  if (from === undefined) throw complain('complaint.required', { option: '--from', command: 'decide' })
  if (by === undefined || by.trim() === '') throw complain('complaint.required', { option: '--by', command: 'decide' })
  const opened = await openCase(path, flags, io)
  const text = await readText(from, io.cwd, '--from')
  const { accounts } = await documentOf(opened)
  const decisions = readDecisions(text, from, accounts, { by, at: new Date(opened.nowMs).toISOString() }, opened.wording)
  if (decisions.length > 0) await appendChain(workPath(opened.folder, 'decisions'), decisions)
  if (flags.quiet !== true) talk(io, saySafely('case.decided', { count: decisions.length, by }, opened.wording))
  return EXIT.done
}
