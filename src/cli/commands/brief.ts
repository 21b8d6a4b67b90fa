import { briefPage } from '../../casefolder/brief.ts'
import { sampleResults } from '../../casefolder/sample.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { checkOutput, writeOut } from '../talk/write-out.ts'

/** `ashiato brief CASE`: one page for whoever decides, with people's decisions so far. */
export const brief = async (path: string, flags: CaseCommandFlags, io: Io): Promise<number> => {
  const opened = await openCase(path, flags, io)
  await checkOutput(io, flags.output)
  const document = await documentOf(opened)
  const told = { samples: sampleResults(document, opened.work.samples.entries), legal: opened.manifest.legal }
  await writeOut(io, flags.output, briefPage(document, told, opened.wording))
  return EXIT.done
}
