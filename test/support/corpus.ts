import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Folder of real samples, beside the project or where ASHIATO_CORPUS says; not part of it. */
const CORPUS = process.env.ASHIATO_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))

/** Tests against real samples are skipped, with this as their name's end, where there are none. */
export const hasCorpus = existsSync(CORPUS)
export const corpusNote = hasCorpus ? '' : ' (skipped: no corpus at ASHIATO_CORPUS)'

/** The text of a sample; only to be called when `hasCorpus`. */
export const readCorpus = (path: string): string => readFileSync(`${CORPUS}/${path}`, 'utf8')

/** Where a sample lies; the folder itself for an empty path. */
export const corpusPath = (path = ''): string => (path === '' ? CORPUS : `${CORPUS}/${path}`)
