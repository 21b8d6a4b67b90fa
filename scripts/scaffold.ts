import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `npm run new:rule` and `npm run new:format` have in common: a copy of a template, its fixtures, its entry in the registry, its page. */
export interface Scaffold {
  /** `rule`: the word of the command. */
  readonly kind: string
  /** The folder of `src` and of `fixtures` that holds one folder each. */
  readonly room: string
  /** Stands in the template wherever the id belongs. */
  readonly placeholder: string
  /** Files of the fixtures by their path, with the placeholder in them. */
  readonly fixtures: Readonly<Record<string, string>>
  readonly scripts: readonly (readonly [script: string, ...args: string[]])[]
  readonly next: (id: string) => string
}

const REGISTRIES = 'generate-registries.ts'
const ROOT = fileURLToPath(new URL('../', import.meta.url))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const create = ({ room, placeholder, fixtures, scripts }: Scaffold, id: string): void => {
  const named = (text: string): string => text.replaceAll(placeholder, id)
  const template = join(ROOT, 'src', room, '_template')
  for (const name of readdirSync(template)) write(join(ROOT, 'src', room, id, name), named(readFileSync(join(template, name), 'utf8')))
  for (const [path, text] of Object.entries(fixtures)) write(join(ROOT, 'fixtures', room, id, path), named(text))
  for (const script of scripts) run(script)
}

const run = ([script, ...args]: Scaffold['scripts'][number]): void => {
  execFileSync(process.execPath, [join(ROOT, 'scripts', script), ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Half a plug-in fails every suite, and the next try would find its folder: nothing of it stays, not in the registry either. */
const undo = ({ room, scripts }: Scaffold, id: string): void => {
  for (const path of [join('src', room, id), join('fixtures', room, id), join('docs', room, `${id}.md`)])
    rmSync(join(ROOT, path), { recursive: true, force: true })
  for (const script of scripts.filter(([name]) => name === REGISTRIES)) run(script)
}

const refuse = (why: string): void => {
  process.stderr.write(`${why}\n`)
  process.exitCode = 2
}

/** Makes a plug-in of that kind under the id on the command line, or says why not. */
export const scaffold = (kind: Scaffold): void => {
  const [id = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return refuse(`usage: npm run new:${kind.kind} my-${kind.kind}   (lower case, words joined by hyphens)`)
  const folder = `src/${kind.room}/${id}`
  if (existsSync(join(ROOT, folder))) return refuse(`${folder} exists already`)
  try {
    create(kind, id)
  } catch (error) {
    undo(kind, id)
    throw error
  }
  process.stdout.write(`${folder}/index.ts\nfixtures/${kind.room}/${id}/\nNext: ${kind.next(id)}\n`)
}
