import { resolve } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { readPseudonyms } from '../../state/case-folder/pseudonym-map.ts'
import { EXIT, type Io } from '../io.ts'
import { openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { readKey } from '../options/read-key.ts'
import { joinLines } from '../views/view.ts'
import { writeOut } from '../talk/write-out.ts'

export interface UnmaskFlags extends CaseCommandFlags {
  readonly key?: string
}

/** `ashiato unmask CASE PSEUDONYM… --key FILE`: the originals, one a line; exit 1 where one is unknown. */
export const unmask = async (path: string, asked: readonly string[], { key, ...flags }: UnmaskFlags, io: Io): Promise<number> => {
  if (key === undefined) throw complain('complaint.required', { option: '--key', command: 'unmask' })
  const { wording } = await openCase(path, flags, io)
  const originals = await readPseudonyms(resolve(io.cwd, path), await readKey(key, io.cwd))
  if (originals === undefined) throw complain('complaint.no-pseudonyms', { path })
  const found = asked.map((pseudonym) => originals.get(pseudonym))
  const lines = asked.map((pseudonym, index) => {
    const original = found[index]
    return `${safeText(pseudonym)}\t${original === undefined ? say('unmask.unknown', {}, wording) : safeText(original)}`
  })
  await writeOut(io, undefined, [joinLines(lines)])
  return found.includes(undefined) ? EXIT.found : EXIT.done
}
