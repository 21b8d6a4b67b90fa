import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { complain } from '../i18n/complaint.ts'
import { reasonOf } from '../i18n/reason-of.ts'
import { decodeList } from '../knowledge/decode-list.ts'

/** The bytes of a file that an option names. */
export const readBytes = async (path: string, cwd: string, option: string): Promise<Buffer> =>
  readFile(resolve(cwd, path)).catch((error: unknown) => {
    throw complain('complaint.unreadable-file', { option, path, detail: reasonOf(error) })
  })

/** Its text: editors and spreadsheets in Japan still write CP932, and PowerShell UTF-16. */
export const readText = async (path: string, cwd: string, option: string): Promise<string> => decodeList(await readBytes(path, cwd, option))
