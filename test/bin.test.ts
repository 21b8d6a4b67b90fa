import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { tempFolder } from './support/temp-folder.ts'

const BIN = fileURLToPath(new URL('../bin/ashiato.js', import.meta.url))
const folder = tempFolder()

/** Stands in for the built command line: says what it was given, waits when asked to. */
const MAIN = `export const main = async (argv, io) => {
  const stopped = argv[2] === 'wait' ? new Promise((done) => {
    const timer = setTimeout(done, 20000)
    process.on('SIGTERM', () => { clearTimeout(timer); done() })
  }) : undefined
  io.stdout.write(JSON.stringify({ node: process.versions.node, args: argv.slice(2), cwd: io.cwd, clock: typeof io.nowMs() }) + '\\n')
  if (argv[2] === 'fail') throw new Error('a bug')
  if (argv[2] === 'forget') await new Promise(() => undefined)
  await stopped
  return Number(argv[3] ?? 0)
}
`

/** Makes the first process believe that it is an old Node; the one that it starts is not told. */
const OLD = [
  '--import',
  `data:text/javascript,${encodeURIComponent("Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } })")}`,
]

const install = (name: string): string => {
  const root = join(folder, name)
  mkdirSync(join(root, 'bin'), { recursive: true })
  mkdirSync(join(root, 'dist', 'cli'), { recursive: true })
  copyFileSync(BIN, join(root, 'bin', 'ashiato.js'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'dist', 'cli', 'main.js'), MAIN)
  return join(root, 'bin', 'ashiato.js')
}

const pinNode = (modules: string, name: string): void => {
  mkdirSync(join(modules, name, 'bin'), { recursive: true })
  symlinkSync(process.execPath, join(modules, name, 'bin', 'node'))
}

const start = (flags: readonly string[], bin: string, ...args: string[]) =>
  spawnSync(process.execPath, [...flags, bin, ...args], { encoding: 'utf8', cwd: folder })

describe('bin/ashiato.js', () => {
  let clone = ''
  let dependency = ''
  let alone = ''
  beforeAll(() => {
    clone = install('clone')
    pinNode(join(folder, 'clone', 'node_modules'), 'node')
    dependency = install(join('site', 'node_modules', 'ashiato'))
    pinNode(join(folder, 'site', 'node_modules'), `node-${process.platform}-${process.arch}`)
    alone = install('alone')
  })

  it('runs the command line with its arguments, and exits with its code', () => {
    const { status, stdout } = start([], alone, 'scan', '3')
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toEqual({ node: process.versions.node, args: ['scan', '3'], cwd: folder, clock: 'number' })
  })

  it.each(['clone', 'dependency'])('hands over from an old Node to the pinned one: %s', (kind) => {
    const { status, stdout, stderr } = start(OLD, kind === 'clone' ? clone : dependency, 'scan', '4')
    expect(stderr).toBe('')
    expect(status).toBe(4)
    expect(JSON.parse(stdout).args).toEqual(['scan', '4'])
  })

  it('does not take a result that never comes for an empty one', () => {
    const { status, stderr } = start([], alone, 'forget')
    expect(stderr).toBe('ashiato: ended without a result\n')
    expect(status).toBe(70)
  })

  it('says what to install when there is no newer Node', () => {
    const { status, stdout, stderr } = start(OLD, alone, 'scan')
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toBe('ashiato: needs Node.js 24 or newer, this is 18.20.0: get it from nodejs.org, or run "npm install node@24"\n')
  })

  it('tells a bug in one line, with exit code 70', () => {
    const { status, stderr } = start([], alone, 'fail')
    expect(status).toBe(70)
    expect(stderr).toBe('ashiato: a bug\n')
  })

  it('says so when the build is missing', () => {
    const bin = install('unbuilt')
    rmSync(join(folder, 'unbuilt', 'dist'), { recursive: true })
    const { status, stderr } = start([], bin)
    expect(status).toBe(70)
    expect(stderr).toMatch(/^ashiato: incomplete: Cannot find module .*dist\/cli\/main\.js/)
  })

  it('passes a signal on, and the exit code back', async () => {
    const child = spawn(process.execPath, [...OLD, clone, 'wait', '7'], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.once('data', () => child.kill('SIGTERM'))
    expect(await new Promise((done) => child.on('exit', done))).toBe(7)
  })
})
