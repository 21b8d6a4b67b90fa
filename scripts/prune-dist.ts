import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What other steps of the build write. */
const NOT_COMPILED = /^(?:bundle|data)(?:\/|$)/

/** What the compiler once made of sources that are gone since: it never deletes, and the package would bring it along. */
export const leftOver = (compiled: string, sources: string): readonly string[] =>
  readdirSync(compiled, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:d\.ts|js)$/.test(path) && !NOT_COMPILED.test(path))
    .filter((path) => !existsSync(join(sources, path.replace(/\.(?:d\.ts|js)$/, '.ts'))))

const ROOT = fileURLToPath(new URL('..', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const path of leftOver(join(ROOT, 'dist'), join(ROOT, 'src'))) rmSync(join(ROOT, 'dist', path))
