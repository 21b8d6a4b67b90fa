import { blocklistRows, makeBlocklist } from '../../casefolder/blocklist.ts'
import { complain, saySafely } from '../../i18n/complaint.ts'
import { say } from '../../i18n/translate.ts'
import { writeTable } from '../case-output.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../open-case.ts'
import { durationOf, parseCount } from '../values.ts'
import { talk } from '../write-out.ts'

export interface BlocklistFlags extends CaseCommandFlags {
  readonly maxCollateral: string
  readonly window: string
  readonly quiet?: boolean
}

/** `ashiato blocklist CASE`: attacking addresses that may be blocked, with whom that would hit, and until when. */
export const blocklist = async (path: string, flags: BlocklistFlags, io: Io): Promise<number> => {
  const most = parseCount(flags.maxCollateral, '--max-collateral', 0)
  const windowMs = durationOf(flags.window, '--window')
  if (windowMs <= 0) throw complain('complaint.duration', { option: '--window', value: flags.window })
  const opened = await openCase(path, flags, io)
  const { wording } = opened
  if (opened.manifest.redaction !== undefined) throw complain('complaint.redact-block', { path })
  const made = makeBlocklist(await documentOf(opened), most)
  const expires = new Date(opened.nowMs + windowMs).toISOString()
  await writeTable(blocklistRows(made, expires, wording.zone), flags, io, wording)
  if (flags.quiet === true) return EXIT.done
  for (const { source, why, collateral } of made.refused)
    talk(io, saySafely('blocklist.refused', { source, collateral, why: say(`blocklist.${why}`, {}, wording) }, wording))
  const collateral = made.blocked.reduce((sum, blocked) => sum + blocked.collateral, 0)
  talk(io, say('blocklist.done', { blocked: made.blocked.length, refused: made.refused.length, collateral }, wording))
  return EXIT.done
}
