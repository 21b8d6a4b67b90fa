import { blindOrder, drawSample } from '../../casefolder/sample.ts'
import { say } from '../../i18n/translate.ts'
import { appendChain } from '../../state/case-folder/chain.ts'
import { writeTable } from '../case-folder/case-output.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, workPath, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { parseCount } from '../options/values.ts'
import { talk } from '../talk/write-out.ts'

export interface SampleFlags extends CaseCommandFlags {
  readonly size: string
  readonly seed: string
  readonly quiet?: boolean
}

/** `ashiato sample CASE`: accounts to check by hand, drawn from every verdict and shown without it. */
export const sample = async (path: string, flags: SampleFlags, io: Io): Promise<number> => {
  const size = parseCount(flags.size, '--size', 1)
  const opened = await openCase(path, flags, io)
  const drawn = drawSample(await documentOf(opened), size, flags.seed)
  const rows = blindOrder(drawn, flags.seed).map(({ account, provider, tenant }) => [account, provider, tenant, null, null])
  await writeTable([['account', 'provider', 'tenant', 'decision', 'why'], ...rows], flags, io, opened.wording)
  if (drawn.length > 0)
    await appendChain(workPath(opened.folder, 'samples'), [{ at: new Date(opened.nowMs).toISOString(), accounts: drawn }])
  const id = drawn.length === 0 ? 'case.empty-sample' : 'case.sampled'
  if (flags.quiet !== true) talk(io, say(id, { count: drawn.length }, opened.wording))
  return EXIT.done
}
