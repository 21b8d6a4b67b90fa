import { complain } from '../../i18n/complaint.ts'
import { parseSums } from '../../state/case-folder/sums.ts'
import { readText } from './read-file.ts'

/** The list of hashes that came with the logs: what `sha256sum` writes, with or without `--tag`. */
export const readExpected = async (path: string | undefined, cwd: string): Promise<ReadonlyMap<string, string> | undefined> => {
  if (path === undefined) return undefined
  const sums = parseSums(await readText(path, cwd, '--expect-sha256'))
  if (sums.size === 0) throw complain('complaint.no-sums', { path })
  return sums
}
