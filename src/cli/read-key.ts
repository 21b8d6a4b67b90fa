import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { complain } from '../i18n/complaint.ts'
import { reasonOf } from '../i18n/reason-of.ts'

const SHORTEST = 16

export interface RedactFlags {
  readonly redact?: boolean
  readonly key?: string
  readonly maskAddresses?: boolean
}

/** The bytes of a key file. */
export const readKey = async (path: string, cwd: string): Promise<Uint8Array> => {
  const key = await readFile(resolve(cwd, path)).catch((error: unknown) => {
    throw complain('complaint.unreadable-file', { option: '--key', path, detail: reasonOf(error) })
  })
  if (key.length < SHORTEST) throw complain('complaint.short-key', { path, bytes: key.length })
  return key
}
