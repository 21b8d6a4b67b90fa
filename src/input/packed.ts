import { isUtf8 } from 'node:buffer'
import { containerOf } from './magic.ts'

/** Both alphabets of RFC 4648, padded or not. */
const BASE64 = /^[A-Za-z\d+/_-]+={0,2}$/

/** Several lines, a list, objects one after the other. */
const SEVERAL = /\n|^\s*\[|\}\s*\{/

/** What base64 stands for: a text where it is one line or one object, otherwise the bytes; undefined where it is no base64. */
export const decodeBase64 = (text: string): string | Buffer | undefined => {
  const bytes = BASE64.test(text) ? Buffer.from(text, 'base64') : undefined
  if (bytes === undefined || bytes.length === 0) return undefined
  if (containerOf(bytes) !== undefined || !isUtf8(bytes)) return bytes
  const content = bytes.toString('utf8').trimEnd()
  return SEVERAL.test(content) ? bytes : content
}

/** What one framed record may still come to when it is unpacked: bombs in bombs share one budget. */
export interface UnpackBudget {
  leftBytes: number
}

/** The library is loaded by the first record that holds such content: every start reads this file. */
const gunzipped = (packed: Buffer, mostBytes: number): Buffer =>
  process.getBuiltinModule('node:zlib').gunzipSync(packed, { maxOutputLength: Math.max(1, mostBytes) })

type Unpacked = { readonly bytes: Buffer } | { readonly why: 'too-long' | 'truncated' }

/** Content that lies packed in a record, gunzipped where it is. */
export const unpackContent = (packed: Buffer, budget: UnpackBudget): Unpacked => {
  try {
    const bytes = containerOf(packed) === 'gzip' ? gunzipped(packed, budget.leftBytes) : packed
    budget.leftBytes -= bytes.length
    return budget.leftBytes < 0 ? { why: 'too-long' } : { bytes }
  } catch (error) {
    return { why: error instanceof RangeError ? 'too-long' : 'truncated' }
  }
}
