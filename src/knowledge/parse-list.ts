import { decodeList } from './decode-list.ts'
import type { Lists } from './resolve-lists.ts'
import { parseRoster } from './roster.ts'
import { parseSources } from './sources-list.ts'

/** One of the organisation's lists from the bytes of its file; times without an offset are in `zone`. */
export const parseList = (name: keyof Lists, bytes: Buffer, path: string, zone: string): Lists => {
  const text = decodeList(bytes)
  if (name === 'roster') return { roster: parseRoster(text, path, zone) }
  return { [name]: parseSources(text, path, { option: `--${name}`, zone }) }
}
