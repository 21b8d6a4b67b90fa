import { accountPage, casePage, classPage } from '../../casefolder/checklist-page.ts'
import { complain } from '../../i18n/complaint.ts'
import type { CaseDocument } from '../../model/case.ts'
import type { SayOptions } from '../../i18n/translate.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags } from '../open-case.ts'
import { parseChoice } from '../values.ts'
import { checkOutput, writeOut } from '../write-out.ts'

export interface ChecklistFlags extends CaseCommandFlags {
  readonly class?: string
  readonly account?: string
}

const pageOf = (document: CaseDocument, flags: ChecklistFlags, wording: SayOptions): Iterable<string> => {
  const { account } = flags
  if (account !== undefined) {
    const found = document.accounts.filter(({ account: id, names }) => id === account || names.includes(account))
    if (found.length === 0) throw complain('complaint.not-in-case', { account })
    return accountPage(found, wording)
  }
  if (flags.class === undefined) return casePage(document, wording)
  return classPage(document, parseChoice(flags.class, '--class', ['A', 'B', 'C']), wording)
}

/** `ashiato checklist CASE`: the steps of the case, of a class, or of one account. */
export const checklist = async (path: string, flags: ChecklistFlags, io: Io): Promise<number> => {
  const opened = await openCase(path, flags, io)
  await checkOutput(io, flags.output)
  await writeOut(io, flags.output, pageOf(await documentOf(opened), flags, opened.wording))
  return EXIT.done
}
