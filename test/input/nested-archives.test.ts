import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openEvidence } from '../../src/input/evidence.ts'
import { expandInputs } from '../../src/input/expand.ts'
import { tar } from '../support/tar.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { zip } from '../support/zip.ts'
import { readSource, values } from './support.ts'

const LINES = Array.from({ length: 3000 }, (_, n) => `{"n":${n},"user":"user${n * 7919}@example.com"}\n`).join('')
const MEMBERS = [
  { name: 'auth.log.2.gz', content: gzipSync('older\n') },
  { name: 'lines.ndjson', content: LINES },
]
const INNER: readonly (readonly [string, Buffer])[] = [
  ['zip', zip(MEMBERS)],
  ['tar', tar(MEMBERS)],
  ['gzip', gzipSync(tar(MEMBERS))],
  ['zstd', zstdCompressSync(tar(MEMBERS))],
]
const OUTER: readonly (readonly [string, (name: string, content: Buffer) => Buffer])[] = [
  ['zip', (name, content) => zip([{ name, content }])],
  ['tar', (name, content) => tar([{ name, content }])],
  ['gzip', (name, content) => gzipSync(tar([{ name, content }]))],
]
const PAIRS = OUTER.flatMap(([outer, wrap]) => INNER.map(([inner, content]) => [inner, outer, wrap('host/inner', content)] as const))

const expanded = async (stored: Uint8Array, name = 'logs.bin') => {
  const folder = tempFolder()
  writeFileSync(join(folder, name), stored)
  return { folder, ...(await expandInputs([name], folder)) }
}

describe('an archive in an archive', () => {
  it.each(PAIRS)('is its members, read and found again (%s in %s)', async (_inner, _outer, stored) => {
    const { sources, errors } = await expanded(stored)
    expect(errors).toEqual([])
    expect(sources.map(({ path }) => path)).toEqual(['logs.bin!/host/inner!/auth.log.2.gz', 'logs.bin!/host/inner!/lines.ndjson'])
    const [older, lines] = await Promise.all(sources.map((source) => readSource(source, { chunkBytes: 1000 })))
    if (older === undefined || lines === undefined) throw new Error('not expanded')
    expect([older.result.error, lines.result.error]).toEqual([undefined, undefined])
    expect(values(older)).toEqual(['older'])
    expect(lines.records).toHaveLength(3000)
    const wanted = [lines.records[2999], lines.records[7]].flatMap((record) => record ?? [])
    const evidence = await openEvidence(sources[1] as (typeof sources)[0])
    expect((await evidence.read(wanted)).map(String).map((line) => JSON.parse(line) as unknown)).toEqual(wanted.map(({ value }) => value))
  })

  it('comes through a pipe', async () => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield zip([{ name: 'a.tar', content: tar([{ name: 'b.zip', content: zip(MEMBERS) }]) }])
    }
    const { sources } = await expandInputs(['-'], tempFolder(), { stdin: bytes() })
    expect(sources.map(({ path }) => path)).toEqual(['-!/a.tar!/b.zip!/auth.log.2.gz', '-!/a.tar!/b.zip!/lines.ndjson'])
    expect(values(await readSource(sources[0] as (typeof sources)[0]))).toEqual(['older'])
  })

  it('four deep is named, and what lies beside it is read', async () => {
    const deep = zip([{ name: '3.tar', content: tar([{ name: '4.zip', content: zip(MEMBERS) }]) }])
    const { sources, errors } = await expanded(zip([{ name: '2.zip', content: deep }, ...MEMBERS]))
    expect(errors).toEqual([])
    const reads = await Promise.all(sources.map((source) => readSource(source)))
    expect(sources.map(({ path }, at) => [path.replace('logs.bin!/', ''), reads[at]?.result.error?.id])).toEqual([
      ['2.zip!/3.tar!/4.zip', 'too-deep'],
      ['auth.log.2.gz', undefined],
      ['lines.ndjson', undefined],
    ])
  })

  it('that is cut, damaged, empty or locked is named by its own name, and costs no other', async () => {
    const whole = zip(MEMBERS)
    const { sources, errors } = await expanded(
      tar([
        { name: 'cut.tar.gz', content: gzipSync(tar(MEMBERS)).subarray(0, -60) },
        { name: 'cut.zip', content: whole.subarray(0, -30) },
        { name: 'empty.zip', content: zip([]) },
        { name: 'locked.zip', content: zip([{ name: 'x', content: 'x', flags: 1 }]) },
        { name: 'whole.zip', content: whole },
      ]),
    )
    expect(errors.map(({ path, id }) => `${path} ${id}`)).toEqual([
      'logs.bin!/cut.tar.gz truncated',
      'logs.bin!/cut.zip corrupt-archive',
      'logs.bin!/empty.zip empty',
      'logs.bin!/locked.zip!/x encrypted-archive',
    ])
    expect(sources.map(({ path }) => path).filter((path) => path.includes('whole'))).toHaveLength(2)
  })

  it('in a zip whose member is damaged says so of the inner one', async () => {
    const outer = zip([{ name: 'inner.tar', content: tar(MEMBERS) }])
    // The sum of the member, in its local header and in the directory.
    const sum = outer.subarray(14, 18)
    const broken = Buffer.from(outer)
    for (let at = broken.indexOf(sum); at >= 0; at = broken.indexOf(sum, at + 1)) broken[at] = (broken[at] as number) ^ 1
    const { errors } = await expanded(broken)
    expect(errors).toEqual([{ path: 'logs.bin!/inner.tar', id: 'corrupt-archive', detail: 'incorrect data check' }])
  })

  it('of one name in two archives is two, and the same archive given twice is read once', async () => {
    const stored = zip([
      { name: 'host1.tar', content: tar(MEMBERS) },
      { name: 'host2.tar', content: tar(MEMBERS) },
    ])
    const { folder } = await expanded(stored)
    const { sources } = await expandInputs(['logs.bin', join(folder, 'logs.bin')], folder)
    expect(sources).toHaveLength(4)
  })
})
