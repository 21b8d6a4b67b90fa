import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openEvidence } from '../../src/input/evidence.ts'
import { expandInputs } from '../../src/input/expand.ts'
import { createSpoolShelf } from '../../src/input/unpacked-store.ts'
import { tar, tarParts, type TarPart } from '../support/tar.ts'
import { zip } from '../support/zip.ts'
import { readSource, values } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const LINES = Array.from({ length: 3000 }, (_, n) => `{"n":${n},"user":"user${n * 7919}@example.com"}\n`).join('')

const expanded = async (stored: Uint8Array, name = 'logs.bin') => {
  const folder = tempFolder()
  writeFileSync(join(folder, name), stored)
  return expandInputs([name], folder)
}
const namesOf = async (stored: Uint8Array) => {
  const { sources, errors } = await expanded(stored)
  return {
    names: sources.map(({ path }) => path.replace('logs.bin!/', '')),
    errors: errors.map(({ path, id, detail }) => `${path}: ${id} ${detail}`),
  }
}

const MEMBERS: readonly TarPart[] = [
  { name: './var/', type: '5' },
  { name: './var/z.log', content: 'two\n' },
  { name: './var/a.ndjson', content: LINES },
  { name: './var/b.log.gz', content: gzipSync('packed\n') },
  { name: './var/._z.log', content: 'hidden' },
  { name: './inner.zip', content: zip([{ name: 'x', content: 'x' }]) },
  { name: './inner.tar', content: tar([{ name: 'x', content: 'x' }]) },
]

describe('a tar', () => {
  it.each([
    ['plain', tar(MEMBERS)],
    ['gzip', gzipSync(tar(MEMBERS))],
    ['gzip in two members', Buffer.concat([gzipSync(tarParts(MEMBERS)), gzipSync(Buffer.alloc(10_240))])],
    ['zstd', zstdCompressSync(tar(MEMBERS))],
    ['gzip in zstd', zstdCompressSync(gzipSync(tar(MEMBERS)))],
  ])('is its members, read and found again (%s)', async (_, stored) => {
    const { sources, errors } = await expanded(stored)
    expect(errors).toEqual([])
    expect(sources.map(({ path }) => path)).toEqual(
      ['inner.tar!/x', 'inner.zip!/x', 'var/a.ndjson', 'var/b.log.gz', 'var/z.log'].map((name) => `logs.bin!/${name}`),
    )
    const reads = await Promise.all(sources.map((source) => readSource(source, { chunkBytes: 1000 })))
    expect(reads.map(({ result }) => result.error?.id)).toEqual(Array.from({ length: 5 }, () => undefined))
    const [, , lines, packed, two] = reads
    expect(lines?.records).toHaveLength(3000)
    expect(lines?.result).toMatchObject({ sha256: sha256(Buffer.from(LINES)), bytes: Buffer.byteLength(LINES) })
    expect([packed, two].map((read) => (read === undefined ? [] : values(read)))).toEqual([['packed'], ['two']])
    const source = sources[2]
    if (source === undefined || lines === undefined) throw new Error('not expanded')
    const evidence = await openEvidence(source)
    const wanted = [lines.records[2999], lines.records[7]].flatMap((record) => record ?? [])
    expect((await evidence.read(wanted)).map(String).map((line) => JSON.parse(line) as unknown)).toEqual(wanted.map(({ value }) => value))
    expect(source.modifiedMs).toBe(Date.UTC(2026, 10, 3))
  })

  it('comes through a pipe, byte by byte', async () => {
    async function* bytes(stored: Buffer): AsyncGenerator<Uint8Array> {
      for (const byte of stored) yield Buffer.from([byte])
    }
    for (const stored of [tar([{ name: 'a', content: 'one\n' }]), gzipSync(tar([{ name: 'a', content: 'one\n' }]))]) {
      const { sources, errors } = await expandInputs(['-'], tempFolder(), { stdin: bytes(stored) })
      expect([sources.map(({ path }) => path), errors]).toEqual([['-!/a'], []])
      expect(values(await readSource(sources[0] as (typeof sources)[0]))).toEqual(['one'])
    }
  })

  const LONG = `${'長い名前のフォルダー/'.repeat(9)}認証ログ.log`
  it.each(['gnu', 'pax', 'ustar', 'v7', 'oldgnu'])('as GNU tar writes it (%s), with long and Japanese names', async (format) => {
    const folder = tempFolder()
    const names = ['認証.log', ...(format === 'gnu' || format === 'pax' || format === 'oldgnu' ? [LONG] : [])]
    for (const name of names) {
      mkdirSync(join(folder, 'logs', dirname(name)), { recursive: true })
      writeFileSync(join(folder, 'logs', name), `${format}\n`)
    }
    execFileSync('tar', ['--create', `--format=${format}`, '--file', join(folder, 'logs.tar'), '--directory', join(folder, 'logs'), '.'])
    const { sources, errors } = await expandInputs(['logs.tar'], folder)
    expect(errors).toEqual([])
    expect(sources.map(({ path }) => path)).toEqual(names.map((name) => `logs.tar!/${name}`).toSorted())
    for (const source of sources) expect(values(await readSource(source))).toEqual([format])
  })

  it('of a Japanese Windows has its names', async () => {
    // ログイン.csv in CP932
    const name = Buffer.from([0x83, 0x8d, 0x83, 0x4f, 0x83, 0x43, 0x83, 0x93, 0x2e, 0x63, 0x73, 0x76])
    expect((await namesOf(tar([{ name, content: 'x' }]))).names).toEqual(['ログイン.csv'])
  })

  it('of two that were joined is one, and an older copy is named', async () => {
    const joined = Buffer.concat([
      tar([
        { name: 'a', content: 'old\n' },
        { name: 'b', content: 'b\n' },
      ]),
      tar([{ name: './a', content: 'new\n' }]),
    ])
    const { sources, errors } = await expanded(joined)
    expect(errors).toEqual([{ path: 'logs.bin!/a', id: 'skipped', detail: 'an older copy of the same name' }])
    expect(await Promise.all(sources.map(async (source) => values(await readSource(source))))).toEqual([['new'], ['b']])
  })

  it('that is hostile writes nothing, and what is no file is named', async () => {
    const found = await namesOf(
      tar([
        { name: '../../etc/cron.d/x', content: 'x' },
        { name: '/etc/passwd', content: 'x' },
        { name: 'logs/current', type: '2', link: './day.log' },
        { name: 'logs/again', type: '1', link: 'logs/day.log' },
        { name: 'logs/day.log', content: 'x' },
        { name: 'shadow', type: '2', link: '/etc/shadow' },
        { name: 'null', type: '3' },
        { name: 'pipe', type: '6' },
        { name: 'lastlog', type: 'S', content: 'x', set: { 482: 0 } },
        { name: './GNUSparseFile.0/wtmp', content: 'x' },
        { name: 'odd', type: 'Z' },
      ]),
    )
    expect(found.names).toEqual(['../../etc/cron.d/x', '/etc/passwd', 'logs/day.log'])
    expect(found.errors).toEqual([
      'logs.bin!/shadow: skipped a link to something outside',
      'logs.bin!/null: skipped a device',
      'logs.bin!/pipe: skipped a named pipe',
      'logs.bin!/lastlog: skipped a sparse file',
      'logs.bin!/GNUSparseFile.0/wtmp: skipped a sparse file',
      'logs.bin!/odd: skipped an entry of unknown kind',
    ])
  })

  it('has links to files, folders and links in it read once, and links to no log leave nothing out', async () => {
    const found = await namesOf(
      tar([
        { name: './app/2026-11/day.log', content: 'x' },
        { name: './README', type: '2', link: '../../usr/share/doc/systemd/README.logs' },
        { name: './app/README.txt', type: '2', link: '../about' },
        { name: './btmp', type: '2', link: '/dev/null' },
        { name: './app/current', type: '2', link: '2026-11' },
        { name: './app/today.log', type: '2', link: './2026-11/day.log' },
        { name: './latest.log', type: '2', link: 'app/today.log' },
        { name: './rooted.log', type: '2', link: '/var/log/app/2026-11/day.log' },
        { name: './all', type: '2', link: '.' },
        { name: './nginx', type: '2', link: '/data/nginx' },
        { name: './up.log', type: '2', link: '../day.log' },
        { name: './hard.log', type: '1', link: './elsewhere.log' },
      ]),
    )
    expect(found.names).toEqual(['app/2026-11/day.log'])
    expect(found.errors).toEqual(['nginx', 'up.log', 'hard.log'].map((name) => `logs.bin!/${name}: skipped a link to something outside`))
  })

  it('with a sparse file whose map goes on behind its header loses nothing behind it', async () => {
    const parts = tar([
      { name: 'lastlog', type: 'S', set: { 482: 1 } },
      { name: 'after', content: 'x' },
    ])
    const map = Buffer.alloc(512)
    map[504] = 1
    const whole = Buffer.concat([parts.subarray(0, 512), map, Buffer.alloc(512), parts.subarray(512)])
    expect((await namesOf(whole)).names).toEqual(['after'])
  })

  const CUT = tarParts([
    { name: 'a', content: 'one\n' },
    { name: 'b', content: LINES },
  ])
  it.each([
    ['plain', CUT.subarray(0, 2000)],
    ['gzip', gzipSync(CUT).subarray(0, -40)],
  ])('that is cut off gives what came before the cut and says so (%s)', async (_, stored) => {
    const { sources, errors } = await expanded(stored)
    expect(errors).toEqual([{ path: 'logs.bin', id: 'truncated', detail: 'unexpected end of file' }])
    const [one, rest] = await Promise.all(sources.map((source) => readSource(source)))
    expect(one?.result.error).toBeUndefined()
    expect(rest?.result).toMatchObject({ sha256: null, error: { id: 'truncated' } })
    expect(rest?.records.length).toBeGreaterThan(10)
  })

  it.each([
    ['without an end', tarParts([{ name: 'a', content: 'one\n' }]), ['a'], 'truncated unexpected end of file'],
    [
      'with something behind its end',
      Buffer.concat([tar([{ name: 'a', content: 'x' }]), Buffer.alloc(512, 'x')]),
      ['a'],
      'corrupt-archive unknown bytes after the end',
    ],
    [
      'with a damaged first header',
      Buffer.concat([Buffer.from('X'), tar([{ name: 'a', content: 'x' }]).subarray(1)]),
      [],
      'corrupt-archive incorrect header check',
    ],
    [
      'with attributes beyond reason',
      tarParts([{ name: 'pax', type: 'x', size: 50_000_000_000 }]),
      [],
      'corrupt-archive incorrect header check',
    ],
    ['with nothing in it', tar([{ name: 'logs/', type: '5' }]), [], 'empty '],
  ])('%s is said to be so', async (_, stored, names, problem) => {
    expect(await namesOf(stored)).toEqual({ names, errors: [`logs.bin: ${problem}`] })
  })

  it('is listed without being read: one of a terabyte takes no longer', async () => {
    const { sources, errors } = await expanded(
      tarParts([
        { name: 'pax', type: 'x', content: '22 size=1000000000000\n' },
        { name: 'huge', content: 'x' },
      ]),
    )
    expect([sources.map(({ size }) => size), errors.map(({ id }) => id)]).toEqual([[1e12], ['truncated']])
  })

  it('met twice is read once', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'a.tgz'), gzipSync(tar(MEMBERS)))
    expect((await expandInputs(['a.tgz', '.'], folder)).sources).toHaveLength(5)
  })
})

describe('unpacked archives', () => {
  it('are unpacked again when they had to make room, with the same bytes', async () => {
    const opened: string[] = []
    const shelf = createSpoolShelf(tempFolder(), 10)
    const [a, b] = ['aaaaaaaa', 'bbbbbbbb'].map((content) =>
      shelf.unpacked(async function* () {
        opened.push(content)
        yield gzipSync(content)
      }),
    )
    expect(String(await a?.read(0, 3))).toBe('aaa')
    expect(String(await b?.read(2, 100))).toBe('bbbbbb')
    expect(await Promise.all([a?.size(), a?.read(7, 1)])).toEqual([8, Buffer.from('a')])
    expect(opened).toEqual(['aaaaaaaa', 'bbbbbbbb', 'aaaaaaaa'])
  })
})
