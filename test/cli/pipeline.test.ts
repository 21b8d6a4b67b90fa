import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ASN_TABLE_PATH } from '../../scripts/build-asn-table.ts'
import { SCANNER_PATH } from '../../scripts/build-scanner.ts'
import { makeInputFolder } from './support/input-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = makeInputFolder()
const installed = join(folder, '.installed')
const ashiato = `"${process.execPath}" "${join(installed, 'bin', 'ashiato.js')}"`

/** Built into a folder of its own, so that the tests never meet a half-built or outdated `dist`. */
const build = (): void => {
  mkdirSync(join(installed, 'dist', 'data'), { recursive: true })
  spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['--outDir', join(installed, 'dist')], { cwd: ROOT })
  for (const name of ['bin', 'data']) cpSync(join(ROOT, name), join(installed, name), { recursive: true })
  copyFileSync(join(ROOT, 'package.json'), join(installed, 'package.json'))
  copyFileSync(ASN_TABLE_PATH, join(installed, 'dist', 'data', 'asn.bin'))
  copyFileSync(SCANNER_PATH, join(installed, 'dist', 'data', 'scan.wasm'))
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'))
}

/** Enough output to fill a pipe many times over. */
const writeLongLog = (): void => {
  const two = (number: number): string => String(number).padStart(2, '0')
  const lines = Array.from(
    { length: 6000 },
    (_, at) =>
      `2026-11-03T${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}+09:00 web sshd[${at + 1}]: Accepted password for alice from 192.0.2.7 port ${1024 + at} ssh2`,
  )
  writeFileSync(join(folder, 'long.log'), `${lines.join('\n')}\n`)
}

beforeAll(() => {
  build()
  writeLongLog()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface ShellRun {
  readonly stdout: string
  readonly stderr: string
  readonly codes: readonly number[]
}

/** A command line in bash, as people write it; `codes` are those of every part of the pipeline. */
const shell = (line: string): ShellRun => {
  const script = `${line.replaceAll('ashiato', ashiato)}\necho "\${PIPESTATUS[@]}" >"${join(folder, 'codes')}"`
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'] ?? '' },
  })
  return { stdout, stderr, codes: readFileSync(join(folder, 'codes'), 'utf8').trim().split(' ').map(Number) }
}

describe('ashiato in a shell', () => {
  it('cat log | ashiato --quiet | head -1: one line of JSON, nothing on stderr', () => {
    const { stdout, stderr, codes } = shell('cat six/okta.json | ashiato --quiet | head -1')
    expect(JSON.parse(stdout)).toMatchObject({ type: 'run', schema: 'ashiato.case/1' })
    expect(stderr).toBe('')
    expect(codes).toEqual([0, 0, 0])
  })

  it('--scores writes a line per login beside the report, and anew the next time', () => {
    const scores = (): string => {
      const { stdout, stderr, codes } = shell('ashiato long.log --scores scores.csv -o report.json -q')
      expect([stdout, stderr, codes]).toEqual(['', '', [0]])
      return readFileSync(join(folder, 'scores.csv'), 'utf8')
    }
    const [header, ...lines] = scores().trimEnd().split(/\r?\n/)
    expect(header).toBe('time,account,provider,ip,country,network,agent,file,line,earlier,news,score,tail,freeman')
    expect(lines).toHaveLength(6000)
    expect(lines.map((line) => line.slice(0, 20))).toEqual(lines.map((line) => line.slice(0, 20)).toSorted())
    expect(scores().trimEnd().split(/\r?\n/)).toEqual([header, ...lines])
  })

  it('a reader that goes away in the middle of a long output ends it without a word', () => {
    const { stdout, stderr, codes } = shell('ashiato account alice long.log --to json -q | head -c 5')
    expect(stdout).toHaveLength(5)
    expect(stderr).toBe('')
    expect(codes).toEqual([0, 0])
    expect(shell('ashiato account alice long.log --to json -q | wc -c').stdout.trim().length).toBeGreaterThan(5)
  })

  it('a reader of stderr that goes away is survived, too', () => {
    const { stdout, codes } = shell('{ ashiato garbage.log nowhere.json six --to json; echo "code $?" >code; } 2>&1 >/dev/null | head -1')
    expect(stdout).toContain('nowhere.json: not found')
    expect(codes).toEqual([0, 0])
    expect(readFileSync(join(folder, 'code'), 'utf8')).toBe('code 3\n')
  })

  it('gzip -c log | ashiato gives the records of the plain file', () => {
    const [packed, plain] = ['gzip -c secure.log | ashiato --to json -q', 'ashiato secure.log --to json -q'].map((line) =>
      JSON.parse(shell(line).stdout),
    )
    expect(packed.run.inputs[0]).toMatchObject({ path: '-', records: plain.run.inputs[0].records, used: plain.run.inputs[0].used })
    expect(packed.summary).toEqual(plain.summary)
  })

  it('stdout, a redirect and --output hold the same bytes', () => {
    const { stdout } = shell('ashiato six/okta.json --now 2026-11-22T03:15:00Z --to json -q')
    shell('ashiato six/okta.json --now 2026-11-22T03:15:00Z --to json -q >redirected.json')
    shell('ashiato six/okta.json --now 2026-11-22T03:15:00Z --to json -q -o written.json')
    expect(readFileSync(join(folder, 'redirected.json'), 'utf8')).toBe(stdout)
    expect(readFileSync(join(folder, 'written.json'), 'utf8')).toBe(stdout)
  })

  it.each([
    ['ashiato okta.json -q', 0],
    ['ashiato okta.json -q --fail-on low', 1],
    ['ashiato okta.json --tu', 2],
    ['ashiato okta.json --timezone Mars', 2],
    ['ashiato okta.json nowhere.json -q', 3],
    ['ashiato okta.json nowhere.json -q --fail-on low', 3],
    ['ashiato okta.json nowhere.json -q --fail-on loww', 2],
    ['ashiato cut.gz -q', 3],
    ['ashiato okta.json -q --to json >/dev/full', 3],
    ['ashiato okta.json -q -o nowhere/out.json', 3],
    ['ashiato -q </dev/null', 3],
    ['ashiato --version', 0],
  ])('%s: exit code %i', (line, code) => {
    const run = shell(`${line}${line.includes('>') ? '' : ' >/dev/null'}`)
    expect(run.codes).toEqual([code])
    expect(run.stderr === '').toBe(code < 2)
    expect(run.stderr).not.toMatch(/\n\s+at |Warning/)
  })

  it('pipefail sees the exit code through a pipe', () => {
    const { codes } = shell('set -o pipefail; ashiato nowhere.json -q 2>/dev/null | cat >/dev/null; (exit $?)')
    expect(codes).toEqual([3])
  })

  it('process substitution and several inputs, one of them missing', () => {
    const { stdout, stderr, codes } = shell('ashiato <(gzip -c secure.log) okta.json nowhere.json --to json -q')
    const { inputs } = JSON.parse(stdout).run
    expect(inputs.map(({ format }: { readonly format: string }) => format)).toEqual(['sshd', 'okta'])
    expect(stderr).toContain('nowhere.json: not found')
    expect(codes).toEqual([3])
  })

  it('a scanner that is missing or of another build: 70, and how to mend it; no bug is reported', () => {
    const scanner = join(installed, 'dist/data/scan.wasm')
    const built = readFileSync(scanner)
    for (const damage of [() => writeFileSync(scanner, 'no module'), () => rmSync(scanner)]) {
      damage()
      const { stdout, stderr, codes } = shell('ashiato long.log -q')
      expect([stdout, codes]).toEqual(['', [70]])
      expect(stderr).toContain('older than the rest: dist/data/scan.wasm')
      expect(stderr).not.toContain('bug')
    }
    writeFileSync(scanner, built)
    expect(shell('ashiato long.log -q').codes).toEqual([0])
  })

  it('Ctrl-C: 130, one line, no stack', async () => {
    const child = spawn(process.execPath, [join(installed, 'bin', 'ashiato.js'), '-q'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const ended = new Promise<number | null>((done) => child.on('exit', done))
    // More than a pipe holds: once all of it is gone, the program reads, and listens.
    await new Promise((done) => child.stdin.write(`{"half":"${'x'.repeat(1_000_000)}`, done))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(stderr).toBe('Interrupted.\n')
  })
})

describe('what a small run loads', () => {
  const LIST = `import { registerHooks } from 'node:module'
const names = new Set()
registerHooks({ load: (url, context, next) => {
  const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url.slice(url.lastIndexOf('/node_modules/')))
  if (name) names.add(name[1])
  return next(url, context)
} })
process.on('exit', () => process.stderr.write([...names].join('\\n')))`

  it('neither places, nor YAML, nor what lays out tables: together they would cost as much as the rest', () => {
    const hook = `data:text/javascript,${encodeURIComponent(LIST)}`
    const bin = join(installed, 'bin', 'ashiato.js')
    const loaded = (...args: string[]): readonly string[] =>
      spawnSync(process.execPath, ['--import', hook, bin, ...args], { cwd: folder, encoding: 'utf8' }).stderr.split('\n')
    const small = loaded('six/cognito.ndjson', '--to', 'json', '-q')
    expect(small).toContain('commander')
    const waiting = ['geoip-lite', 'maxmind', 'yaml', 'string-width', 'cli-table3', 'ndjson', 'date-fns', 'yauzl', '@holiday-jp/holiday_jp']
    for (const name of waiting) expect(small).not.toContain(name)
    expect(loaded('okta.json', '-q', '--to', 'csv', '-c', 'list-value.yaml').join('\n')).toContain('yaml')
  })

  it('the built program says its version', () => {
    const bin = join(installed, 'bin', 'ashiato.js')
    expect(execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
