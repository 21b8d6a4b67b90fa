#!/usr/bin/env node
// No new syntax here: this file must parse on any Node since 12.20, to find a newer one or to say what is missing.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const { argv, cwd, env, platform, arch, stderr, stdin, stdout, versions } = process
const self = fileURLToPath(import.meta.url)
const exit = (code) => Object.assign(process, { exitCode: code })
const say = (text, code) => stderr.write(`ashiato: ${text}\n`) && exit(code)

// The Node that npm installed: in this package's node_modules in a clone, in a parent's where this package is a dependency.
const findPinnedNode = (folder) => {
  const inside = ['node', `node-${platform}-${arch}`].map((name) => join(folder, 'node_modules', name, 'bin', 'node'))
  const found = inside.map((path) => (platform === 'win32' ? `${path}.exe` : path)).find(existsSync)
  return found || (dirname(folder) === folder ? undefined : findPinnedNode(dirname(folder)))
}

const handOver = (node) => {
  const child = spawn(node, [self].concat(argv.slice(2)), { stdio: 'inherit', env: Object.assign({}, env, { ASHIATO_PINNED: node }) })
  // A terminal's Ctrl-C reaches the child by itself; sent on, it would count as the second one.
  process.on('SIGINT', () => stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => say(`cannot start ${node}: ${error.message}`, 2))
  child.on('exit', (code, signal) => exit(signal === null ? code : signal === 'SIGINT' ? 130 : 143))
}

// The bundle loads in a third of the time. Whoever compiles without bundling gets what was compiled.
const changedMs = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)
const compiled = ['cli', 'bundle'].map((folder) => join(dirname(dirname(self)), 'dist', folder, 'main.js'))
const isBundled = changedMs(compiled[1]) > 0 && changedMs(compiled[1]) >= changedMs(compiled[0])

// What the engine makes of the code is kept beside it, where this package may be written to: half of the time of a start. Never in a folder
// for temporary files: what lies there can be anybody's, and would be run.
const KEPT_CODE = join(dirname(dirname(self)), 'dist', 'bundle', 'compiled')

const run = () =>
  module.enableCompileCache(KEPT_CODE) &&
  import(isBundled ? '../dist/bundle/main.js' : '../dist/cli/main.js').then((cli) =>
    cli.main(argv, { stdin, stdout, stderr, cwd: cwd(), env, nowMs: Date.now, signals: process }),
  )
const isEnough = Number(versions.node.split('.')[0]) >= NEEDED
const pinned = isEnough || env.ASHIATO_PINNED ? undefined : findPinnedNode(dirname(dirname(self)))
// Node ends quietly, with 0, when nothing is left to wait for: a result that never comes must not look like an empty one.
const unfinished = () => say('ended without a result', 70)
// After a crash or Ctrl-C work may still be under way: only leaving ends it. Where all is written, waiting is for nothing: tidying up memory
// that goes with the process takes a sixth of a short run.
const STOPPED = [70, 129, 130, 143]
const isDone = (code) => STOPPED.includes(code) || (stdout.writableLength === 0 && stderr.writableLength === 0)
const leave = (code) => (isDone(code) ? process.exit(code) : exit(code))
const start = () =>
  process.once('beforeExit', unfinished) &&
  run()
    .then(leave, (error) => say(error.code === 'ERR_MODULE_NOT_FOUND' ? `incomplete: ${error.message}` : error.message, 70))
    .then(() => process.removeListener('beforeExit', unfinished))
if (isEnough) start()
else if (pinned) handOver(pinned)
else say(`needs Node.js ${NEEDED} or newer, this is ${versions.node}: get it from nodejs.org, or run "npm install node@${NEEDED}"`, 2)
