import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { filesOf } from './support.ts'

/** Words of ours that are an account's name as well: the phase of the checklist, the style sheet's selector. */
export const OUR_WORDS = /root-cause|:root\b/g

/** Texts of a file, a workbook's parts unpacked. */
export const textsOf = (path: string): readonly string[] =>
  path.endsWith('.xlsx')
    ? Object.values(unzipSync(readFileSync(path))).map((part) => Buffer.from(part).toString('utf8'))
    : [readFileSync(path, 'utf8').replaceAll(OUR_WORDS, '')]

/** Whether a text occurs as a word of its own: `bob` is not in `bobsled`. */
export const occurs = (text: string, original: string): boolean => {
  for (let at = text.indexOf(original); at >= 0; at = text.indexOf(original, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + original.length] ?? ' ')
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

export const leaksIn = (folder: string, originals: Iterable<string>): readonly string[] => {
  const all = [...originals]
  return filesOf(folder).flatMap((file) =>
    textsOf(join(folder, file)).flatMap((text) =>
      all.filter((original) => occurs(text, original)).map((original) => `${file}: ${original}`),
    ),
  )
}
