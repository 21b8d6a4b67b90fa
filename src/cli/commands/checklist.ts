import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BULK_FOLDER, scriptsOfClass } from '../../casefolder/bulk-files.ts'
import { findEntries } from '../../casefolder/find-entries.ts'
import { accountPage, casePage, classPage } from '../../casefolder/checklist-page.ts'
import { complain } from '../../i18n/complaint.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { systemCode } from '../../kernel/system-code.ts'
import type { CaseDocument } from '../../model/case.ts'
import type { SayOptions } from '../../i18n/translate.ts'
import { EXIT, type Io } from '../io.ts'
import { documentOf, openCase, type CaseCommandFlags, type OpenCase } from '../case-folder/open-case.ts'
import { parseChoice } from '../options/values.ts'
import { checkOutput, writeOut } from '../talk/write-out.ts'

export interface ChecklistFlags extends CaseCommandFlags {
  readonly class?: string
  readonly account?: string
}

/** The bulk scripts that lie in the case; none where nothing was to be done for many, or names are hidden. */
const scriptsOf = async ({ folder }: OpenCase): Promise<readonly { readonly path: string }[]> => {
  const names = await readdir(join(folder, BULK_FOLDER)).catch((error: unknown): readonly string[] => {
    if (systemCode(error) === 'ENOENT') return []
    throw complain('complaint.case-unreadable', { path: join(folder, BULK_FOLDER), detail: reasonOf(error) })
  })
  return names.toSorted().map((name) => ({ path: `${BULK_FOLDER}/${name}` }))
}

const pageOf = (
  document: CaseDocument,
  flags: ChecklistFlags,
  scripts: Awaited<ReturnType<typeof scriptsOf>>,
  wording: SayOptions,
): Iterable<string> => {
  const { account } = flags
  if (account !== undefined) {
    const found = findEntries(document.accounts, [account]).get(account) ?? []
    if (found.length === 0) throw complain('complaint.not-in-case', { account })
    return accountPage(found, wording)
  }
  if (flags.class === undefined) return casePage(document, wording)
  const name = parseChoice(flags.class, '--class', ['A', 'B', 'C'])
  return classPage(document, name, scriptsOfClass(scripts, name), wording)
}

/** `ashiato checklist CASE`: the steps of the case, of a class, or of one account. */
export const checklist = async (path: string, flags: ChecklistFlags, io: Io): Promise<number> => {
  const opened = await openCase(path, flags, io)
  await checkOutput(io, flags.output)
  await writeOut(io, flags.output, pageOf(await documentOf(opened), flags, await scriptsOf(opened), opened.wording))
  return EXIT.done
}
