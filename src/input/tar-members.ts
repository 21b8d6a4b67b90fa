import { posix } from 'node:path'
import type { ByteStore } from './byte-store.ts'
import { isHiddenMember } from './hidden.ts'
import { leadsToNoLog } from './no-log-link.ts'
import { nameReader } from './member-names.ts'
import type { ExpandedInputs, InputError, TarMember } from './source.ts'
import { listTar, type TarEntry } from './tar.ts'

const FILES = new Set(['File', 'OldFile', 'ContiguousFile'])
const LINKS = new Set(['Link', 'SymbolicLink'])
/** What is neither a file nor only about files. Its words are `detail.…` of the catalogue. */
const NO_FILES: Readonly<Record<string, string>> = {
  CharacterDevice: 'a device',
  BlockDevice: 'a device',
  FIFO: 'a named pipe',
  SparseFile: 'a sparse file',
  ContinuationFile: 'one part of several',
  Unsupported: 'an entry of unknown kind',
}
/** So GNU tar names the condensed copy of a sparse file for programs that do not know of them. */
const SPARSE_NAME = /(?:^|\/)GNUSparseFile\.\d+\//

const plain = (name: string): string => name.replace(/^(?:\.\/+)+/, '')

const withNames = (entries: readonly TarEntry[]): readonly TarEntry[] => {
  const read = nameReader(entries.flatMap(({ rawName }) => rawName ?? []))
  return entries.map((entry) => ({ ...entry, name: plain((entry.rawName && read(entry.rawName)) ?? entry.name) }))
}

/** What of an archive has a name: its files, their folders, and links, each of which is asked about by itself. */
const namesIn = (entries: readonly TarEntry[]): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const { name } of entries) {
    for (let path = name.replace(/\/+$/, ''); path !== '' && path !== '.' && path !== '/'; path = posix.dirname(path)) names.add(path)
  }
  return names
}

/** A folder of which archives are made from within: their names then begin below it. */
const LOG_FOLDER = /^\/var\/log\//

/**
 * A path from the root, in an archive that was made further below: `/var/log/app/a.log` is `app/a.log` in one of /var/log. A name alone
 * may be that of another file elsewhere.
 */
const rootedNames = (target: string): readonly string[] => {
  const parts = target.replace(/^\/+|\/+$/g, '').split('/')
  const ends = parts.map((_, at) => parts.slice(at).join('/'))
  return LOG_FOLDER.test(target) ? ends : ends.filter((end, at) => at === 0 || end.includes('/'))
}

const leadsInside = ({ name, type, linkName }: TarEntry, names: ReadonlySet<string>): boolean => {
  if (type === 'SymbolicLink' && linkName.startsWith('/')) return rootedNames(linkName).some((end) => end !== name && names.has(end))
  const target = plain(type === 'Link' ? linkName : posix.join(posix.dirname(name), linkName)).replace(/\/+$/, '')
  return target === '.' || names.has(target)
}

const whySkipped = (entry: TarEntry, names: ReadonlySet<string>): string | undefined => {
  if (SPARSE_NAME.test(entry.name)) return 'a sparse file'
  if (!LINKS.has(entry.type)) return NO_FILES[entry.type]
  // What it leads to is read under its own name; in most tars that is what all links do.
  return leadsInside(entry, names) || leadsToNoLog(entry.name, entry.linkName) ? undefined : 'a link to something outside'
}

/** Of two members of one name the later one counts, as it does when they are unpacked (`tar --update` puts it there). */
const byName = (entries: readonly TarEntry[]): ReadonlyMap<string, TarEntry> => new Map(entries.map((entry) => [entry.name, entry]))

/** What a tar holds, as things to read. Names are only names: nothing is written where they lead. */
export const tarMembers = async (path: string, archive: TarMember['archive'], store: ByteStore): Promise<ExpandedInputs> => {
  const { entries: listed, problem } = await listTar(store)
  const entries = withNames(listed).filter(({ name }) => !isHiddenMember(name))
  const isFile = ({ type, name }: TarEntry): boolean => FILES.has(type) && !SPARSE_NAME.test(name)
  const files = byName(entries.filter(isFile))
  const names = namesIn(entries)
  const skipped = entries.flatMap((entry): InputError[] => {
    if (files.get(entry.name) === entry) return []
    const detail = isFile(entry) ? 'an older copy of the same name' : whySkipped(entry, names)
    return detail === undefined ? [] : [{ path: `${path}!/${entry.name}`, id: 'skipped', detail }]
  })
  const failed = problem === undefined ? [] : [{ path, id: problem.inputError, detail: problem.detail }]
  const isEmpty = files.size === 0 && skipped.length === 0 && problem === undefined
  return {
    sources: [...files.values()]
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, offset, size, modifiedMs }) => ({
        kind: 'tar-member',
        path: `${path}!/${name}`,
        archive,
        store,
        offset,
        size,
        modifiedMs,
      })),
    errors: isEmpty ? [{ path, id: 'empty', detail: '' }] : [...failed, ...skipped],
  }
}
