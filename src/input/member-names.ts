import { createDecoding } from './charset.ts'

const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff\uff61-\uff9f]/

/**
 * Reads names of members that do not say what character set they are in (zips of Japanese Windows, tars of older systems). They are looked at
 * together, as few bytes say little; undefined where they are neither UTF-8 nor Japanese.
 */
export const nameReader = (names: readonly Buffer[]): ((name: Buffer) => string | undefined) => {
  if (names.length === 0) return () => undefined
  const decoding = createDecoding('auto', Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')])))
  return (name) => {
    decoding.prepare(name)
    const text = decoding.decode(name, 0, name.length)
    return decoding.isUtf8(name, 0, name.length) || JAPANESE.test(text) ? text : undefined
  }
}
