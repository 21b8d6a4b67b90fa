import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { allPages } from './docs/all-pages.ts'
import { ROOT } from './docs/run-cli.ts'

/**
 * Writes the generated pages of docs/ and the outputs shown in the hand-written ones.
 * With `--check` it writes nothing and fails when a page is not what it should be.
 */
const GENERATED_FOLDERS = ['docs/rules', 'docs/formats'] as const

const pages = await allPages()
const wanted = new Set(pages.map(({ path }) => path))
const isCheck = process.argv.includes('--check')

const complain = (path: string, what: string): void => {
  process.stderr.write(`${path} ${what}: run \`npm run docs\`\n`)
  process.exitCode = 1
}

for (const { path, text } of pages) {
  const file = join(ROOT, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  if (isCheck) complain(path, 'is not current')
  else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    process.stdout.write(`${path}\n`)
  }
}

for (const folder of GENERATED_FOLDERS) {
  const names = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : []
  for (const path of names.map((name) => `${folder}/${name}`).filter((name) => !wanted.has(name))) {
    if (isCheck) complain(path, 'describes something that is no longer there')
    else rmSync(join(ROOT, path))
  }
}
