import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findEntries } from '../../casefolder/find-entries.ts'
import { decideEntries, lookupEntry, lookupLines } from '../../casefolder/lookup.ts'
import { parseCsv } from '../../kernel/parse-csv.ts'
import { rowsNaming } from '../../casefolder/lookup-rows.ts'
import { complain, saySafely } from '../../i18n/complaint.ts'
import { LOOKUP_FILE } from '../../state/case-folder/layout.ts'
import { EXIT, type Io } from '../io.ts'
import { openCase, type CaseCommandFlags } from '../case-folder/open-case.ts'
import { checkAsked } from '../case-folder/redacted-case.ts'
import { joinLines } from '../views/view.ts'
import { talk, writeOut } from '../talk/write-out.ts'

export interface LookupFlags extends CaseCommandFlags {
  readonly quiet?: boolean
}

/** `ashiato lookup CASE ID…`: one line per id that support can act on. Reads only the small lookup list: a caller is waiting. */
export const lookup = async (path: string, ids: readonly string[], { quiet, ...flags }: LookupFlags, io: Io): Promise<number> => {
  const { folder, manifest, work, wording } = await openCase(path, flags, io)
  checkAsked(path, manifest, ids)
  const file = join(folder, LOOKUP_FILE)
  const text = await readFile(file, 'utf8').catch(() => {
    throw complain('complaint.case-damaged', { path: file })
  })
  const sealed = parseCsv(rowsNaming(text, ids))
    .slice(1)
    .map(({ cells }) => lookupEntry(cells))
  const found = findEntries(decideEntries(sealed, work.decisions.entries), ids)
  const lines = ids.flatMap((id) => lookupLines(id, found.get(id) ?? [], manifest.period, wording))
  await writeOut(io, undefined, [joinLines(lines)])
  const unknown = ids.filter((id) => (found.get(id) ?? []).length === 0)
  // The case names whom it concerns, not every member: a mistyped id of somebody whom it does concern reads the same.
  if (unknown.length > 0 && quiet !== true) talk(io, saySafely('lookup.check-spelling', { count: unknown.length }, wording))
  return EXIT.done
}
