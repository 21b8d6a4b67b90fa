import { join, resolve } from 'node:path'
import { complain, saySafely } from '../../i18n/complaint.ts'
import { moment } from '../../i18n/describe/moment.ts'
import type { SayOptions } from '../../i18n/translate.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { revisionFolder, SUMS_FILE } from '../../state/case-folder/layout.ts'
import { hashFile } from '../../state/case-folder/sums.ts'
import { verifyCase, type Verification } from '../../state/case-folder/verify.ts'
import { EXIT, type Io } from '../io.ts'
import type { CaseCommandFlags } from '../case-folder/open-case.ts'
import { parseChoice, parseZone } from '../options/values.ts'
import { joinLines } from '../views/view.ts'
import { writeOut } from '../talk/write-out.ts'

const linesOf = ({ changes, files, manifest, inputs, work }: Verification, wording: SayOptions): readonly string[] => {
  const sealed = manifest === undefined ? '' : moment(manifest.sealed, wording.zone)
  const found = changes.map(({ id, path, detail }) => saySafely(`verify.${id}`, { path, detail }, wording))
  return [
    ...found,
    changes.length === 0
      ? saySafely('verify.same', { files, revision: `${manifest?.revision ?? ''}`, sealed }, wording)
      : saySafely('verify.changes', { count: changes.length }, wording),
    saySafely('verify.inputs', { same: inputs.same, gone: inputs.gone.length }, wording),
    saySafely('verify.work', { decisions: work.decisions.entries, notes: work.notes.entries }, wording),
  ]
}

/** `ashiato verify CASE`: is everything as it was sealed? Exit 1 where something is not. */
export const verify = async (path: string, flags: CaseCommandFlags, io: Io): Promise<number> => {
  const folder = resolve(io.cwd, path)
  const found = await verifyCase(folder, (revision) => revisionFolder(folder, revision))
  if (found.manifest === undefined && found.files === 0) throw complain('complaint.no-case', { path })
  const wording: SayOptions = {
    lang: flags.lang === undefined ? (found.manifest?.lang ?? 'en') : parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']),
    zone: flags.tzOut === undefined ? (found.manifest?.zone ?? 'UTC') : parseZone(flags.tzOut, '--tz-out'),
  }
  const seal = await hashFile(join(folder, SUMS_FILE)).catch(() => undefined)
  await writeOut(io, undefined, [
    joinLines([...linesOf(found, wording), ...(seal === undefined ? [] : [saySafely('verify.seal', { hash: seal }, wording)])]),
  ])
  return found.changes.length === 0 ? EXIT.done : EXIT.found
}
