import { basename } from 'node:path'
import type { CaseSummary } from '../model/case.ts'
import type { InputRead } from './read-inputs.ts'

/** How an input compares with the list of whoever acquired the logs. */
export type Expected = 'same' | 'different' | 'unlisted'

/** Hash by path as the acquirer wrote it. */
export type ExpectedHashes = ReadonlyMap<string, string>

type Input = Pick<InputRead['result'], 'path' | 'sha256'>

/** The same bytes under whatever name are the same; a listed name with other bytes is different. Folders may have moved since. */
export const compareInput = ({ path, sha256 }: Input, expected: ExpectedHashes): Expected => {
  if (sha256 !== null && [...expected.values()].includes(sha256)) return 'same'
  const name = basename(path)
  return [...expected.keys()].some((listed) => basename(listed) === name) ? 'different' : 'unlisted'
}

/** What must be known before anything else: logs that are not those that were acquired, and those that were not read. */
export const hashCaveats = (inputs: readonly Input[], expected: ExpectedHashes | undefined): CaseSummary['caveats'] => {
  if (expected === undefined) return []
  const found = inputs.map((input) => ({ path: input.path, how: compareInput(input, expected) }))
  const hashes = new Set(inputs.map(({ sha256 }) => sha256))
  const names = new Set(inputs.map(({ path }) => basename(path)))
  const missing = [...expected].filter(([path, hash]) => !hashes.has(hash) && !names.has(basename(path)))
  return [
    ...found.filter(({ how }) => how === 'different').map(({ path }) => ({ id: 'hash-different', data: { input: path } })),
    ...found.filter(({ how }) => how === 'unlisted').map(({ path }) => ({ id: 'hash-unlisted', data: { input: path } })),
    ...missing.map(([path]) => ({ id: 'hash-missing', data: { input: path } })),
  ]
}

/** Other bytes than those that were acquired, or not all of them: the result is not what it was meant to be. */
export const breaksExpectation = (caveats: CaseSummary['caveats']): boolean => caveats.some(({ id }) => id.startsWith('hash-'))
