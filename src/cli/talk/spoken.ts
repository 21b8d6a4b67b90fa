import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Manifest } from '../../model/case-folder.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { MANIFEST_FILE } from '../../state/case-folder/layout.ts'
import { CASE_COMMANDS } from '../declare/case-names.ts'

/** The language and the zone of a command line that names none: those of the case that it is about, never those of the machine. */
export interface Spoken {
  readonly lang: Lang
  readonly zone: string
}

const valueOf = (argv: readonly string[], option: string): string | undefined => {
  const joined = argv.find((word) => word.startsWith(`${option}=`))
  if (joined !== undefined) return joined.slice(option.length + 1)
  const at = argv.indexOf(option)
  return at < 0 ? undefined : argv[at + 1]
}

/** Words that may name the case. */
const namedCases = (words: readonly string[]): readonly string[] => {
  // Options may stand before the command.
  const at = words[0]?.startsWith('-') === true ? words.findIndex((word) => CASE_COMMANDS.has(word)) : 0
  if (CASE_COMMANDS.has(words[at] ?? '')) return words.slice(at + 1).filter((word) => !word.startsWith('-'))
  const path = valueOf(words, '--case')
  return path === undefined ? [] : [path]
}

const manifestAt = (folder: string): Promise<Partial<Manifest> | undefined> =>
  readFile(join(folder, MANIFEST_FILE), 'utf8').then(
    (text) => JSON.parse(text) as Partial<Manifest>,
    () => undefined,
  )

const isLang = (text: string | undefined): text is Lang => text === 'en' || text === 'ja'

/** Asked before the command line is understood: a complaint about it must be in the reader's language, too. */
export const spokenBy = async (argv: readonly string[], cwd: string): Promise<Spoken> => {
  const words = argv.slice(2)
  const asked = valueOf(words, '--lang')
  const said = isLang(asked) ? asked : undefined
  for (const path of namedCases(words)) {
    const manifest = await manifestAt(resolve(cwd, path)).catch(() => undefined)
    if (isLang(manifest?.lang)) return { lang: said ?? manifest.lang, zone: manifest.zone ?? 'UTC' }
  }
  return { lang: said ?? 'en', zone: 'UTC' }
}
