import { basename } from 'node:path'
import { isHiddenMember } from './hidden.ts'
import type { ArchiveMember, ExpandedInputs } from './source.ts'
import { isEncryptedEntry, listZip, type ZipPlace } from './zip.ts'

/** The part that every document of Office has (Open Packaging Conventions, ECMA-376 part 2), and the folder of a workbook's sheets. */
const OFFICE_PART = '[Content_Types].xml'
const WORKBOOK_FOLDER = 'xl/'

/** A workbook is a zip too, and often what somebody sends as "the log": its parts are no logs. */
const officeKind = (names: readonly string[]): string | undefined => {
  if (!names.includes(OFFICE_PART)) return undefined
  return names.some((name) => name.startsWith(WORKBOOK_FOLDER)) ? 'Excel' : 'Office'
}

/** What a zip holds, as things to read. Throws an input failure when its table of contents is damaged. */
export const zipMembers = async (path: string, place: ZipPlace): Promise<ExpandedInputs> => {
  const listed = (await listZip(place))
    .filter(({ entry }) => !isHiddenMember(entry.fileName))
    .toSorted((a, b) => (a.entry.fileName < b.entry.fileName ? -1 : 1))
  const office = officeKind(listed.map(({ entry }) => entry.fileName))
  if (office !== undefined) return { sources: [], errors: [{ path, id: 'is-office', detail: office }] }
  const nameOf = (fileName: string): string => `${path}!/${fileName}`
  return {
    sources: listed
      .filter(({ entry }) => !isEncryptedEntry(entry))
      .map(({ entry, modifiedMs }): ArchiveMember => ({
        kind: 'member',
        path: nameOf(entry.fileName),
        ...place,
        entry,
        size: entry.uncompressedSize,
        modifiedMs,
      })),
    errors:
      listed.length === 0
        ? [{ path, id: 'empty', detail: '' }]
        : listed
            .filter(({ entry }) => isEncryptedEntry(entry))
            .map(({ entry }) => ({ path: nameOf(entry.fileName), id: 'encrypted-archive', detail: basename(path) })),
  }
}
