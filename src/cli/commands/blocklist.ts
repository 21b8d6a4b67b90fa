import { blocklistRows, makeBlocklist, type Blocklist } from '../../casefolder/blocklist.ts'
import { complain, saySafely } from '../../i18n/complaint.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import { writeTable } from '../case-folder/case-output.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { durationOf, parseCount } from '../options/values.ts'
import { talk } from '../talk/write-out.ts'

export interface BlocklistFlags extends CaseCommandFlags {
  readonly maxCollateral: string
  readonly window: string
  readonly quiet?: boolean
}

/** Of one kind, more are a number: hundreds of relays must not push the list itself off the screen. */
const MOST_NAMED = 5

const refusals = (refused: Blocklist['refused'], wording: SayOptions): readonly string[] =>
  [...Map.groupBy(refused, ({ why }) => why)].flatMap(([why, all]) => {
    const words = say(`blocklist.${why}`, {}, wording)
    const named = all
      .slice(0, MOST_NAMED)
      .map(({ source, collateral }) => saySafely('blocklist.refused', { source, collateral, why: words }, wording))
    const more = all.length - named.length
    return more === 0 ? named : [...named, say('blocklist.more-refused', { count: more, why: words }, wording)]
  })

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
  for (const line of refusals(made.refused, wording)) talk(io, line)
  const { blocked, refused, members } = made
  talk(io, say('blocklist.done', { blocked: blocked.length, refused: refused.length, collateral: members }, wording))
  return EXIT.done
}
