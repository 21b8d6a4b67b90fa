import type { ByteStore } from './byte-store.ts'
import { unwrap } from './content.ts'
import { isTar } from './magic.ts'
import type { ArchiveMember, ExpandedInputs, SourceFile, TarMember } from './source.ts'
import { isInputFailure, toInputError, type InputFailure } from './source.ts'
import { PEEK_BYTES, storedBytes } from './stored-bytes.ts'
import { tarMembers } from './tar-members.ts'
import type { SpoolShelf } from './unpacked-store.ts'
import { zipMembers } from './zip-members.ts'

/** `packed-tar` is a tar in gzip or zstd. */
type Archive = 'zip' | 'tar' | 'packed-tar'

/** Archives in archives are opened so deep: what was packed on a server is packed again for a mail. Deeper is a trap. */
const MOST_NESTED = 2

/** Which archive stored bytes are, if any; what cannot be unpacked is none, and reading it says why. */
export const archiveKind = async (stored: AsyncIterator<Buffer>): Promise<Archive | undefined> => {
  try {
    const { layers, head, container } = await unwrap(stored)
    if (container === 'zip' && layers === 0) return 'zip'
    if (!isTar(head)) return undefined
    return layers > 0 ? 'packed-tar' : 'tar'
  } catch (error) {
    if (!isInputFailure(error)) throw error
    return undefined
  }
}

/** Where an archive lies, and its stored bytes from any place or from the beginning. */
interface Place {
  readonly archive: ArchiveMember['archive']
  readonly store: ByteStore & { readonly problem?: () => InputFailure | undefined }
  readonly stored: () => AsyncIterable<Buffer>
  /** How many archives it lies in. */
  readonly depth?: number
}

/** A stretch of a store. */
const stretchOf = ({ store, offset, size }: TarMember): ByteStore => ({
  size: async () => size,
  read: (from, length) => store.read(offset + from, Math.max(0, Math.min(length, size - from))),
})

const listed = async (
  kind: Archive,
  path: string,
  { archive, store, stored, depth = 0 }: Place,
  shelf: SpoolShelf,
): Promise<ExpandedInputs> => {
  const unpacked = kind === 'packed-tar' ? shelf.unpacked(stored) : store
  const { sources, errors } =
    kind === 'zip' ? await zipMembers(path, depth === 0 ? { archive } : { archive, store }) : await tarMembers(path, archive, unpacked)
  const problem = unpacked.problem?.()
  if (problem === undefined) return { sources, errors }
  // That the archive inside ends too early follows from it.
  return { sources, errors: [{ path, id: problem.inputError, detail: problem.detail }, ...errors.filter((error) => error.path !== path)] }
}

/** What a member is: itself, or what is in it. */
const openMember = async (source: SourceFile, depth: number, shelf: SpoolShelf): Promise<ExpandedInputs> => {
  if (source.kind !== 'member' && source.kind !== 'tar-member') return { sources: [source], errors: [] }
  const head = storedBytes(source, PEEK_BYTES)
  const kind = await archiveKind(head).finally(() => head.return(undefined))
  if (kind === undefined) return { sources: [source], errors: [] }
  const stored = () => storedBytes(source)
  const store = source.kind === 'tar-member' ? stretchOf(source) : shelf.unpacked(stored)
  try {
    return await archiveMembers(kind, source.path, { archive: source.archive, store, stored, depth }, shelf)
  } catch (error) {
    return { sources: [], errors: [toInputError(source.path, error)] }
  }
}

/** What an archive holds, as things to read; archives in it are opened as well. Throws an input failure when its table of contents is damaged. */
export const archiveMembers = async (kind: Archive, path: string, place: Place, shelf: SpoolShelf): Promise<ExpandedInputs> => {
  const { depth = 0 } = place
  const { sources, errors } = await listed(kind, path, place, shelf)
  if (depth === MOST_NESTED) return { sources, errors }
  const parts: ExpandedInputs[] = [{ sources: [], errors }]
  for (const source of sources) parts.push(await openMember(source, depth + 1, shelf))
  return { sources: parts.flatMap((part) => part.sources), errors: parts.flatMap((part) => part.errors) }
}
