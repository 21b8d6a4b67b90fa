import { draftFiles, draftName, draftTable, draftTemplate } from '../../casefolder/documents/draft-files.ts'
import { complain } from '../../i18n/complaint.ts'
import { joinLegal } from '../../pipeline/legal-options.ts'
import { writeTable } from '../case-folder/case-output.ts'
import { EXIT, type Io } from '../io.ts'
import { readLegal, type LegalFlags } from '../options/legal-flags.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { readTemplates } from '../options/read-templates.ts'
import { checkOutput, writeOut } from '../talk/write-out.ts'

export interface DraftFlags extends CaseCommandFlags, LegalFlags {
  readonly template?: boolean
  readonly templates?: string
}

/** `ashiato draft CASE [ID]`: one draft with the facts and the decisions as they stand now; without an id, what there is. */
export const draft = async (path: string, id: string | undefined, flags: DraftFlags, io: Io): Promise<number> => {
  const opened = await openCase(path, flags, io)
  const { lang, zone } = opened.wording
  if (id === undefined) {
    await writeTable(draftTable(lang), flags, io, opened.wording)
    return EXIT.done
  }
  const template = draftTemplate(id, lang)
  if (template === undefined) {
    const known = draftTable(lang).slice(1)
    throw complain('complaint.no-draft', { id, known: known.map(([name]) => String(name)).join(', ') })
  }
  await checkOutput(io, flags.output)
  if (flags.template === true) {
    await writeOut(io, flags.output, [template])
    return EXIT.done
  }
  const own = await readTemplates(flags.templates, io.cwd)
  const legal = joinLegal(readLegal(flags, zone), opened.manifest.legal)
  const files = draftFiles({ document: await documentOf(opened), handling: opened.manifest.handling, legal }, { lang, zone }, own)
  const name = draftName(id, lang)
  await writeOut(io, flags.output, [files.find((file) => file.name === name)?.text ?? ''])
  return EXIT.done
}
