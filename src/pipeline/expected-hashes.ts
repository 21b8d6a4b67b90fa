import { basename } from 'node:path'
import type { StoredArchive } from '../input/source.ts'
import type { CaseSummary } from '../model/case.ts'
import type { InputRead } from './read-inputs.ts'

/** How an input compares with the list of whoever acquired the logs. */
export type Expected = 'same' | 'different' | 'unlisted'

/** Hash by path as the acquirer wrote it. */
export type ExpectedHashes = ReadonlyMap<string, string>

/** What was read; of a member, also the archive: that is what was acquired, and what a list mostly names. */
interface Input extends Pick<InputRead['result'], 'path' | 'sha256'> {
  readonly archive?: StoredArchive | undefined
}

const isListed = (hash: string | null | undefined, expected: ExpectedHashes): boolean =>
  typeof hash === 'string' && [...expected.values()].includes(hash)

const isNamed = (path: string, expected: ExpectedHashes): boolean =>
  [...expected.keys()].some((listed) => basename(listed) === basename(path))

/** The same bytes under whatever name are the same; a listed name with other bytes is different. Folders may have moved since. */
export const compareInput = ({ path, sha256, archive }: Input, expected: ExpectedHashes): Expected => {
  if (isListed(sha256, expected) || isListed(archive?.sha256, expected)) return 'same'
  return isNamed(path, expected) || isNamed(archive?.path ?? path, expected) ? 'different' : 'unlisted'
}

/** A member that the list does not name is told of as its archive. */
const shownAs = ({ path, archive }: Input, expected: ExpectedHashes): string =>
  archive === undefined || isNamed(path, expected) ? path : archive.path

/** What must be known before anything else: logs that are not those that were acquired, and those that were not read. */
export const hashCaveats = (inputs: readonly Input[], expected: ExpectedHashes | undefined): CaseSummary['caveats'] => {
  if (expected === undefined) return []
  const ofKind = (kind: Expected): readonly string[] => [
    ...new Set(inputs.filter((input) => compareInput(input, expected) === kind).map((input) => shownAs(input, expected))),
  ]
  const hashes = new Set(inputs.flatMap(({ sha256, archive }) => [sha256, archive?.sha256]))
  const names = new Set(inputs.flatMap(({ path, archive }) => [path, archive?.path ?? path]).map((name) => basename(name)))
  const missing = [...expected].filter(([path, hash]) => !hashes.has(hash) && !names.has(basename(path)))
  return [
    ...ofKind('different').map((path) => ({ id: 'hash-different', data: { input: path } })),
    ...ofKind('unlisted').map((path) => ({ id: 'hash-unlisted', data: { input: path } })),
    ...missing.map(([path]) => ({ id: 'hash-missing', data: { input: path } })),
  ]
}

/** Other bytes than those that were acquired, or not all of them: the result is not what it was meant to be. */
export const breaksExpectation = (caveats: CaseSummary['caveats']): boolean => caveats.some(({ id }) => id.startsWith('hash-'))
