import { listAccounts, type AccountFilter } from '../../casefolder/account-list.ts'
import { VERDICTS, type Verdict } from '../../model/vocabulary.ts'
import { writeTable } from '../case-folder/case-output.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { parseChoice } from '../options/values.ts'

export interface ListFlags extends CaseCommandFlags {
  readonly verdict?: readonly string[]
  readonly decision?: readonly string[]
  readonly class?: readonly string[]
}

const STATES: AccountFilter['decisions'] = ['pending', 'confirmed', 'cleared']
const AFFECTED: readonly Verdict[] = ['compromised', 'suspected']

/** `ashiato list CASE`: accounts for bulk work, by verdict, decision and class. */
export const list = async (path: string, flags: ListFlags, io: Io): Promise<number> => {
  const filter: AccountFilter = {
    verdicts: flags.verdict?.map((one) => parseChoice(one, '--verdict', VERDICTS)) ?? AFFECTED,
    decisions: flags.decision?.map((one) => parseChoice(one, '--decision', STATES)) ?? [],
    classes: flags.class?.map((one) => parseChoice(one, '--class', ['A', 'B', 'C'])) ?? [],
  }
  const opened = await openCase(path, flags, io)
  await writeTable(listAccounts(await documentOf(opened), opened.wording.zone, filter), flags, io, opened.wording)
  return EXIT.done
}
