import type { Lists } from './resolve-lists.ts'
import { parseRoster } from './roster.ts'
import { parseSources } from './sources-list.ts'

/** One of the organisation's lists from the text of its file; times without an offset are in `zone`. */
export const parseList = (name: keyof Lists, text: string, path: string, zone: string): Lists => {
  if (name === 'roster') return { roster: parseRoster(text, path, zone) }
  return { [name]: parseSources(text, path, { option: `--${name}`, zone }) }
}
