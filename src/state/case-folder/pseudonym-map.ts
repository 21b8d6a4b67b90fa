import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { workFolder } from './layout.ts'
import { compareKeys } from '../../kernel/text-order.ts'

const MAGIC = Buffer.from('ashiato.pseudonyms/1\n')
const NONCE = 12
const TAG = 16

/** Beside the case, never in it: who gets the redacted folder gets no originals, encrypted or not. */
const mapPath = (folder: string): string => join(workFolder(folder), 'pseudonyms.sealed')

const keyOf = (secret: Uint8Array, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `ashiato ${use}`, 32))

/** Keeps the way back, encrypted under the key file. The nonce follows from the content: the same case gives the same bytes. */
export const writePseudonyms = async (folder: string, originals: ReadonlyMap<string, string>, secret: Uint8Array): Promise<void> => {
  const plain = Buffer.from(JSON.stringify(Object.fromEntries([...originals].toSorted(compareKeys))))
  const nonce = createHmac('sha256', keyOf(secret, 'nonce')).update(plain).digest().subarray(0, NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, 'map'), nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  await mkdir(dirname(mapPath(folder)), { recursive: true, mode: 0o700 })
  await writeFile(mapPath(folder), Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), sealed]), { mode: 0o600 })
}

/** The way back, with the key; undefined where the case has none. */
export const readPseudonyms = async (folder: string, secret: Uint8Array): Promise<ReadonlyMap<string, string> | undefined> => {
  const stored = await readFile(mapPath(folder)).catch(() => undefined)
  if (stored === undefined) return undefined
  const body = stored.subarray(MAGIC.length)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'map'), body.subarray(0, NONCE))
  decipher.setAuthTag(body.subarray(NONCE, NONCE + TAG))
  try {
    const plain = Buffer.concat([decipher.update(body.subarray(NONCE + TAG)), decipher.final()])
    return new Map(Object.entries(JSON.parse(plain.toString('utf8')) as Record<string, string>))
  } catch {
    throw complain('complaint.wrong-key', { path: mapPath(folder) })
  }
}
