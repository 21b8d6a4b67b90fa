import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openEvidence } from '../../src/input/evidence.ts'
import { expandInputs } from '../../src/input/expand.ts'
import { zip, type Member } from '../support/zip.ts'
import { readContent, readSource, stdinOf, values, writeTemp } from './support.ts'
import { asNobody } from '../support/as-nobody.ts'
import { tempFolder } from '../support/temp-folder.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const CONTENT = Array.from({ length: 200 }, (_, n) => `{"n":${n},"user":"user${n * 7919}@example.com"}\n`).join('')
const FIRST_HALF = CONTENT.slice(0, CONTENT.indexOf('\n', 3000) + 1)
const SECOND_HALF = CONTENT.slice(FIRST_HALF.length)

describe('containers', () => {
  it.each([
    ['gzip', gzipSync(CONTENT)],
    ['gzip of two members', Buffer.concat([gzipSync(FIRST_HALF), gzipSync(SECOND_HALF)])],
    ['gzip with padding', Buffer.concat([gzipSync(CONTENT), Buffer.alloc(512)])],
    ['zstd', zstdCompressSync(Buffer.from(CONTENT))],
    ['zstd of two frames', Buffer.concat([zstdCompressSync(Buffer.from(FIRST_HALF)), zstdCompressSync(Buffer.from(SECOND_HALF))])],
    ['gzip in zstd', zstdCompressSync(gzipSync(CONTENT))],
  ])('reads %s under any name, and hashes both sides', async (_name, stored) => {
    const plain = await readContent(CONTENT)
    const source = await writeTemp(tempFolder(), 'wrong-name.csv', stored)
    for (const chunkBytes of [1, 2, 5, 333, 1 << 20]) {
      const read = await readSource(source, { chunkBytes })
      expect(read.result).toMatchObject({
        bytes: stored.length,
        sha256: sha256(stored),
        contentSha256: sha256(Buffer.from(CONTENT)),
        error: undefined,
      })
      expect(read.records).toEqual(plain.records)
    }
  })

  it('hashes once what is not compressed', async () => {
    const { result } = await readContent(CONTENT)
    expect([result.sha256, result.contentSha256]).toEqual([sha256(Buffer.from(CONTENT)), sha256(Buffer.from(CONTENT))])
  })

  it.each([
    ['gzip', gzipSync(CONTENT)],
    ['zstd', zstdCompressSync(Buffer.from(CONTENT))],
  ])('delivers a cut %s up to the cut and says so', async (kind, whole) => {
    const stored = whole.subarray(0, -20)
    const read = await readContent(stored)
    expect(read.result).toMatchObject({ sha256: sha256(stored), contentSha256: null, error: { id: 'truncated' } })
    // zstd gives out whole blocks only, and this is a single one.
    if (kind === 'gzip') expect(read.records.length).toBeGreaterThan(150)
    expect(values(read)).toEqual(values(await readContent(CONTENT)).slice(0, read.records.length))
  })

  it('calls damage behind the start of an archive by its name', async () => {
    const read = await readContent(Buffer.concat([gzipSync(CONTENT), Buffer.from('no gzip')]), { chunkBytes: 1 << 10 })
    expect(read.result.error?.id).toBe('corrupt-archive')
    const nested = gzipSync(gzipSync(gzipSync(CONTENT)))
    expect((await readContent(nested)).result.error).toEqual({ id: 'too-deep', detail: 'gzip' })
  })

  it('unpacks a gzip bomb in bounded memory', async () => {
    const stored = gzipSync(Buffer.alloc(200 << 20, 'x'))
    const before = process.memoryUsage().arrayBuffers
    let peak = 0
    const read = await readContent(stored, {
      recordCapBytes: 1 << 20,
      chunkBytes: 4096,
      onProgress: () => {
        peak = Math.max(peak, process.memoryUsage().arrayBuffers)
      },
    })
    expect(read.rejects).toMatchObject([{ why: 'too-long', length: 200 << 20 }])
    expect(peak - before).toBeLessThan(64 << 20)
  })
})

describe('damaged zips', () => {
  const damaged = async (spoil: (whole: Buffer) => Buffer) => {
    const folder = tempFolder()
    await writeFile(join(folder, 'a.zip'), spoil(zip(['a', 'b'].map((name) => ({ name, content: CONTENT })))))
    const { sources, errors } = await expandInputs(['a.zip'], folder)
    const source = sources.at(-1)
    return source === undefined ? errors : (await readSource(source)).result.error
  }
  const set = (at: (whole: Buffer) => number) => (whole: Buffer) => {
    whole.writeUInt8((whole[at(whole)] as number) ^ 0xff, at(whole))
    return whole
  }
  const central = (whole: Buffer): number => whole.lastIndexOf('PK\x01\x02')
  it.each([
    ['another sum of the content', set((whole) => central(whole) + 16), 'incorrect data check'],
    ['a size that is too small', set((whole) => central(whole) + 24), /incorrect length check|unexpected end of file/],
    ['a method nobody knows', set((whole) => central(whole) + 10), 'unknown compression method'],
    ['no header where the table of contents says', set((whole) => whole.lastIndexOf('PK\x03\x04')), 'incorrect header check'],
  ])('names %s, in words that can be translated', async (_, spoil, detail) => {
    expect(await damaged(spoil)).toMatchObject({ id: 'corrupt-archive', detail: expect.stringMatching(detail) as string })
  })
})

describe('expanding inputs', () => {
  it('knows a workbook by its parts, and asks for a table', async () => {
    const folder = tempFolder()
    const parts = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'].map((name) => ({ name, content: '<x/>' }))
    writeFileSync(join(folder, 'log.xlsx'), zip(parts))
    expect(await expandInputs(['log.xlsx'], folder)).toEqual({
      sources: [],
      errors: [{ path: 'log.xlsx', id: 'is-office', detail: 'Excel' }],
    })
  })

  it('finds files in folders and by globs, sorted, without hidden ones and loops', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'logs/b'), { recursive: true })
    for (const name of ['logs/Z.log', 'logs/a.log', 'logs/b/c.json', 'logs/.hidden', 'logs/it[1].log'])
      writeFileSync(join(folder, name), 'x\n')
    symlinkSync('..', join(folder, 'logs/b/loop'))
    const paths = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await expandInputs(args, folder)).sources.map(({ path }) => path)
    expect(await paths('logs')).toEqual(['logs/Z.log', 'logs/a.log', 'logs/b/c.json', 'logs/it[1].log'])
    expect(await paths('logs/*.log')).toEqual(['logs/Z.log', 'logs/a.log', 'logs/it[1].log'])
    expect(await paths('logs/?.log', 'logs/a.log', './logs/a.log')).toHaveLength(2)
    expect(await paths('**/*.json')).toContain('logs/b/c.json')
    expect(await paths('logs/it[1].log')).toEqual(['logs/it[1].log'])
  })

  it('says what is missing and where it looked', async () => {
    const folder = tempFolder()
    const { sources, errors } = await expandInputs(['none.log', '*.log', '-'], folder)
    expect(sources).toEqual([])
    expect(errors).toEqual([
      { path: 'none.log', id: 'missing', detail: join(folder, 'none.log') },
      { path: '*.log', id: 'no-files', detail: join(folder, '*.log') },
      { path: '-', id: 'missing', detail: 'stdin' },
    ])
  })

  it('reports a file without permission', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'closed.log'), 'x')
    chmodSync(join(folder, 'closed.log'), 0)
    const { errors } = await asNobody(folder, () => expandInputs(['closed.log'], folder))
    expect(errors).toMatchObject([{ id: 'unreadable', detail: 'EACCES' }])
  })

  it('loses no other file to a folder without permission', async () => {
    const folder = tempFolder()
    for (const name of ['closed', 'unlisted', 'open']) {
      mkdirSync(join(folder, 'logs', name), { recursive: true })
      writeFileSync(join(folder, 'logs', name, 'a.log'), 'x')
    }
    chmodSync(join(folder, 'logs/closed'), 0)
    chmodSync(join(folder, 'logs/unlisted'), 0o444)
    const { sources, errors } = await asNobody(folder, () => expandInputs(['logs'], folder))
    for (const name of ['closed', 'unlisted']) chmodSync(join(folder, 'logs', name), 0o755)
    expect(sources.map(({ path }) => path)).toEqual(['logs/open/a.log'])
    expect(errors).toMatchObject([
      { path: 'logs/closed', id: 'unreadable', detail: 'EACCES' },
      { path: 'logs/unlisted/a.log', id: 'unreadable', detail: 'EACCES' },
    ])
  })

  it('reads a file once that is met again through a link', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs/b.log'), 'x\n')
    symlinkSync('b.log', join(folder, 'logs/a.log'))
    symlinkSync('nowhere.log', join(folder, 'logs/dead.log'))
    const { sources, errors } = await expandInputs(['logs'], folder)
    expect(sources).toHaveLength(1)
    expect(errors).toMatchObject([{ path: 'logs/dead.log', id: 'missing' }])
  })

  it('takes what a pattern fits as if each had been given: folders too, and a dead link costs no other file', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'logs/day'), { recursive: true })
    writeFileSync(join(folder, 'logs/b.log'), 'x\n')
    writeFileSync(join(folder, 'logs/day/c.log'), 'x\n')
    symlinkSync('nowhere.log', join(folder, 'logs/dead.log'))
    for (const [pattern, found] of [
      ['logs/*.log', ['logs/b.log']],
      ['logs/*', ['logs/b.log', 'logs/day/c.log']],
      ['**', ['logs/b.log', 'logs/day/c.log']],
    ] as const) {
      const { sources, errors } = await expandInputs([pattern], folder)
      expect(sources.map(({ path }) => path)).toEqual(found)
      expect(errors).toEqual([{ path: 'logs/dead.log', id: 'missing', detail: join(folder, 'logs/dead.log') }])
    }
  })

  it('leaves out links in a folder that lead to no log, whether or not what they lead to is there', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs/a.log'), 'x\n')
    writeFileSync(join(folder, 'about'), 'x\n')
    symlinkSync('../../usr/share/doc/systemd/README.logs', join(folder, 'logs/README'))
    symlinkSync('../about', join(folder, 'logs/readme.txt'))
    symlinkSync('/dev/null', join(folder, 'logs/btmp'))
    const { sources, errors } = await expandInputs(['logs', 'logs/*'], folder)
    expect([sources.map(({ path }) => path), errors]).toEqual([['logs/a.log'], []])
  })

  const MEMBERS: readonly Member[] = [
    { name: 'z/second.log', content: 'two\n' },
    { name: 'a.log', content: gzipSync('one\n') },
    { name: 'secret.log', content: 'x', flags: 1 },
    { name: '__MACOSX/a.log', content: 'x' },
    { name: 'dir/', content: '' },
    { name: 'inner.zip', content: zip([{ name: 'x', content: 'x' }]) },
  ]

  it('opens a zip into its members, also from standard input', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'logs.bin'), zip(MEMBERS))
    async function* stdin(): AsyncGenerator<Uint8Array> {
      for (const byte of zip(MEMBERS)) yield Buffer.from([byte])
    }
    for (const [name, expanded] of [
      ['logs.bin', await expandInputs(['logs.bin'], folder)],
      ['-', await expandInputs(['-'], folder, { stdin: stdin() })],
    ] as const) {
      expect(expanded.sources.map(({ path }) => path)).toEqual([`${name}!/a.log`, `${name}!/inner.zip!/x`, `${name}!/z/second.log`])
      expect(expanded.errors).toEqual([{ path: `${name}!/secret.log`, id: 'encrypted-archive', detail: name }])
      const reads = await Promise.all(expanded.sources.map((source) => readSource(source)))
      expect(reads.map((read) => values(read))).toEqual([['one'], ['x'], ['two']])
      expect(reads[2]?.result.sha256).toBe(sha256(Buffer.from('two\n')))
    }
  })

  it('has the names of a zip from a Japanese Windows, and takes names that lead elsewhere for names', async () => {
    const folder = tempFolder()
    // ログイン\\ソース.csv in CP932: a backslash between folder and file, and one as the second byte of ソ.
    const name = Buffer.from([
      0x83, 0x8d, 0x83, 0x4f, 0x83, 0x43, 0x83, 0x93, 0x5c, 0x83, 0x5c, 0x81, 0x5b, 0x83, 0x58, 0x2e, 0x63, 0x73, 0x76,
    ])
    const members = [
      { name },
      { name: '../up.log' },
      { name: '/root.log' },
      { name: '認証.log', flags: 1 << 11 },
      { name: Buffer.from('認証2.log') },
    ]
    writeFileSync(join(folder, 'a.zip'), zip(members.map((member) => ({ ...member, content: 'x\n' }))))
    const { sources, errors } = await expandInputs(['a.zip'], folder)
    expect(errors).toEqual([])
    expect(sources.map(({ path }) => path).toSorted()).toEqual(
      ['../up.log', '/root.log', 'ログイン/ソース.csv', '認証.log', '認証2.log'].map((path) => `a.zip!/${path}`),
    )
    for (const source of sources) expect(values(await readSource(source))).toEqual(['x'])
  })

  it('reads a named pipe once, and its evidence from the spool', async () => {
    const folder = tempFolder()
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const [{ sources }] = await Promise.all([expandInputs(['pipe'], folder), writeFile(pipe, CONTENT)])
    const [source] = sources
    if (source === undefined) throw new Error('not expanded')
    const read = await readSource(source)
    expect(read.records).toHaveLength(200)
    const [first] = await (await openEvidence(source)).read(read.records.slice(0, 1))
    expect(JSON.parse(String(first))).toEqual(values(read)[0])
  })

  it.each([10, 20_000])('reads a file that grows meanwhile to its new end, and hashes what was read (%i lines at first)', async (count) => {
    const source = await writeTemp(tempFolder(), 'a.log', 'line\n'.repeat(count))
    if (source.kind !== 'file') throw new Error('no file')
    let more = 3
    const { records, result } = await readSource(source, {
      chunkBytes: 7000,
      onProgress: () => {
        if (more-- > 0) appendFileSync(source.file, 'more\n')
      },
    })
    expect(records).toHaveLength(count + 3)
    expect(result).toMatchObject({ error: undefined, sha256: sha256(readFileSync(source.file)) })
  })

  it('does not wait for a second pipe before it has taken the first', async () => {
    const folder = tempFolder()
    const pipes = ['a', 'b'].map((name) => join(folder, name))
    execFileSync('mkfifo', pipes)
    const fill = async (): Promise<void> => {
      for (const pipe of pipes) await writeFile(pipe, CONTENT.repeat(50))
    }
    const [{ sources }] = await Promise.all([expandInputs(['a', 'b'], folder), fill()])
    expect((await Promise.all(sources.map((source) => readSource(source)))).map(({ records }) => records.length)).toEqual([10_000, 10_000])
  })

  it('names a pipe and a socket that it comes across, and waits for neither', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs/a.log'), 'x\n')
    execFileSync('mkfifo', [join(folder, 'logs/pipe')])
    symlinkSync('/dev/zero', join(folder, 'logs/null'))
    symlinkSync('nowhere.log', join(folder, 'logs/dead'))
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(folder, 'logs/socket'), resolve))
    for (const arg of ['logs', 'logs/*']) {
      const { sources, errors } = await expandInputs([arg], folder)
      expect(sources.map(({ path }) => path)).toEqual(['logs/a.log'])
      expect(errors).toEqual([
        { path: 'logs/null', id: 'skipped', detail: 'a device' },
        { path: 'logs/pipe', id: 'skipped', detail: 'a named pipe' },
        { path: 'logs/socket', id: 'skipped', detail: 'a socket' },
        { path: 'logs/dead', id: 'missing', detail: join(folder, 'logs/dead') },
      ])
    }
    await new Promise((resolve) => server.close(resolve))
  })

  it('calls a damaged zip damaged', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'cut.zip'), zip(MEMBERS).subarray(0, -10))
    expect((await expandInputs(['cut.zip'], folder)).errors).toMatchObject([{ path: 'cut.zip', id: 'corrupt-archive' }])
  })
})

describe('evidence', () => {
  it.each([
    ['a plain file', Buffer.from(CONTENT)],
    ['gzip', gzipSync(CONTENT)],
    ['a zip member', zip([{ name: 'a.log', content: CONTENT }])],
  ])('reads raw records of %s again', async (_name, stored) => {
    const source = await writeTemp(tempFolder(), 'input', stored)
    const { records } = await readSource(source)
    const wanted = [records[150], records[3], records[150], records[199]].flatMap((record) => (record === undefined ? [] : [record]))
    const evidence = await openEvidence(source)
    expect((await evidence.read(wanted)).map((bytes) => JSON.parse(bytes.toString()))).toEqual(wanted.map(({ value }) => value))
    await evidence.close()
  })

  it.each([
    ['plain', Buffer.from(CONTENT)],
    ['gzip', gzipSync(CONTENT)],
  ])('reads %s standard input again from its spool', async (_name, stored) => {
    const source = stdinOf(stored)
    const { records } = await readSource(source)
    const evidence = await openEvidence(source)
    const [last] = await evidence.read(records.slice(-1))
    expect(JSON.parse(String(last))).toEqual(records.at(-1)?.value)
  })
})
