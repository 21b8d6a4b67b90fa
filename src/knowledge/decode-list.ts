import { createDecoding } from '../input/charset.ts'
import { utf16Of } from '../input/utf16.ts'

/** A list as a person's editor or spreadsheet saved it: UTF-8 or UTF-16 by its mark, otherwise what the bytes clearly are (CP932, EUC-JP). */
export const decodeList = (bytes: Buffer): string => {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes)
  const decoding = createDecoding('auto', bytes)
  decoding.prepare(bytes)
  return decoding.decode(bytes, 0, bytes.length).replace(/^\ufeff/, '')
}
