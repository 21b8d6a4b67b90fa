import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs after every installation, and once more when `npx` first starts the command of its own folder: what is built need not be built again.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = ['dist/bundle/main.js', 'dist/cli/main.js', 'dist/data/asn.bin', 'dist/data/scan.wasm'].map((path) => join(ROOT, path))
const SOURCES = ['src', 'assembly', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'].map((path) => join(ROOT, path))

const changedMs = (path: string): number => statSync(path).mtimeMs

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)) : [path]

const isBuilt = (): boolean => {
  if (!BUILT.every((path) => existsSync(path))) return false
  const builtMs = changedMs(join(ROOT, 'dist/bundle/main.js'))
  return SOURCES.flatMap(filesIn).every((path) => changedMs(path) <= builtMs)
}

if (!isBuilt())
  process.exitCode = spawnSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
