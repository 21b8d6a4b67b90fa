import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { complain } from '../i18n/complaint.ts'
import { parseSums } from '../state/case-folder/sums.ts'
import { reasonOf } from '../i18n/reason-of.ts'

/** The list of hashes that came with the logs: what `sha256sum` writes, with or without `--tag`. */
export const readExpected = async (path: string | undefined, cwd: string): Promise<ReadonlyMap<string, string> | undefined> => {
  if (path === undefined) return undefined
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw complain('complaint.unreadable-file', { option: '--expect-sha256', path, detail: reasonOf(error) })
  })
  const sums = parseSums(text)
  if (sums.size === 0) throw complain('complaint.no-sums', { path })
  return sums
}
