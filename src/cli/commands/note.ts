import { complain, saySafely } from '../../i18n/complaint.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { appendChain } from '../../state/case-folder/chain.ts'
import { EXIT, type Io } from '../io.ts'
import { openCase, workPath, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { talk } from '../talk/write-out.ts'

export interface NoteFlags extends CaseCommandFlags {
  readonly by?: string
  readonly quiet?: boolean
}

/** `ashiato note CASE TEXT --by NAME`: who did what when, each entry tied to the one before. */
export const note = async (path: string, text: string, { by, ...flags }: NoteFlags, io: Io): Promise<number> => {
  if (by === undefined || by.trim() === '') throw complain('complaint.required', { option: '--by', command: 'note' })
  if (text.trim() === '') throw complain('complaint.argument-missing', { placeholder: 'text', command: 'note' })
  const { folder, work, wording, nowMs } = await openCase(path, flags, io)
  const at = new Date(nowMs).toISOString()
  await appendChain(workPath(folder, 'notes'), [{ text, by, at }])
  if (flags.quiet !== true)
    talk(io, saySafely('case.noted', { count: work.notes.entries.length + 1, by, at: moment(at, wording.zone) }, wording))
  return EXIT.done
}
