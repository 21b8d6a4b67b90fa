import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { binaryOf, containerOf } from '../../input/magic.ts'
import { utf16Of } from '../../input/utf16.ts'
import { decodeList } from '../../knowledge/decode-list.ts'

/** The bytes of a file that an option names. */
export const readBytes = async (path: string, cwd: string, option: string): Promise<Buffer> =>
  readFile(resolve(cwd, path)).catch((error: unknown) => {
    throw complain('complaint.unreadable-file', { option, path, detail: reasonOf(error) })
  })

const HEAD_BYTES = 1 << 16

/** Its text: editors and spreadsheets in Japan still write CP932, and PowerShell UTF-16. A workbook is none. */
export const readText = async (path: string, cwd: string, option: string): Promise<string> => {
  const bytes = await readBytes(path, cwd, option)
  const head = bytes.subarray(0, HEAD_BYTES)
  if (containerOf(head) !== undefined || (utf16Of(head) === undefined && binaryOf(head) !== undefined))
    throw complain('complaint.not-text', { option, path })
  return decodeList(bytes)
}
