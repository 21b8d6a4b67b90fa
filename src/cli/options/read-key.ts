import { complain } from '../../i18n/complaint.ts'
import { readBytes } from './read-file.ts'

const SHORTEST = 16

export interface RedactFlags {
  readonly redact?: boolean
  readonly key?: string
  readonly maskAddresses?: boolean
}

/** The bytes of a key file. */
export const readKey = async (path: string, cwd: string): Promise<Uint8Array> => {
  const key = await readBytes(path, cwd, '--key')
  if (key.length < SHORTEST) throw complain('complaint.short-key', { path, bytes: key.length })
  return key
}
