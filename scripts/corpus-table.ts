import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { corpusPage, readCorpusFiles, reasonGaps } from '../test/support/corpus-page.ts'
import { hasCorpus, corpusPath } from '../test/support/corpus.ts'

/** Writes docs/CORPUS.md from the corpus. Read the difference before committing it: these numbers are what the tests go by. */
const PAGE = fileURLToPath(new URL('../docs/CORPUS.md', import.meta.url))

if (!hasCorpus) {
  console.error(`No corpus at ${corpusPath()}: set ASHIATO_CORPUS.`)
  process.exitCode = 2
} else {
  const reading = await readCorpusFiles()
  const { missing, idle } = reasonGaps(reading)
  for (const path of missing) console.error(`${path}: ignored or rejected records without a reason`)
  for (const path of idle) console.error(`${path}: a reason for nothing`)
  writeFileSync(PAGE, corpusPage(reading))
  process.exitCode = missing.length + idle.length > 0 ? 1 : 0
}
