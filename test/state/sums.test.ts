import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatSums, hashFile, parseSums } from '../../src/state/case-folder/sums.ts'
import { tempFolder } from '../support/temp-folder.ts'

const A = 'a'.repeat(64)
const B = '0123456789abcdef'.repeat(4)

describe('a list of hashes', () => {
  it('is written for `sha256sum -c`, sorted by path as bytes are', () => {
    const sums = new Map([
      ['b', B],
      ['Z', A],
      ['a/c', A],
    ])
    expect(formatSums(sums)).toBe(`${A}  Z\n${A}  a/c\n${B}  b\n`)
    expect(formatSums(new Map())).toBe('')
  })

  it.each([
    ['of sha256sum', `${B}  logs/a.json\n`],
    ['in binary mode', `${B} *logs/a.json\n`],
    ['with a tabulator, as others write it', `${B}\tlogs/a.json`],
    ['in capitals, with Windows line ends', `${B.toUpperCase()}  logs/a.json\r\n`],
    ['tagged, as BSD writes it', `SHA256 (logs/a.json) = ${B}\n`],
    ['tagged and in capitals', `SHA256 (logs/a.json) = ${B.toUpperCase()}\n`],
    ['with a name that was escaped', `\\${B}  logs/a.json\n`],
    ['tagged with a name that was escaped', `\\SHA256 (logs/a.json) = ${B}\n`],
  ])('is read: %s', (_, text) => {
    expect([...parseSums(text)]).toEqual([['logs/a.json', B]])
  })
  it('keeps blanks and brackets of a name', () => {
    expect([...parseSums(`${B}  my log (1).json\nSHA256 (my log (2).json) = ${A}`).keys()]).toEqual(['my log (1).json', 'my log (2).json'])
  })

  it.each([
    ['a heading', 'Hashes of the export'],
    ['nothing', ''],
    ['a hash without a name', B],
    ['a hash that is too long', `${B}0  logs/a.json`],
    ['a hash that is too short', `${B.slice(1)}  logs/a.json`],
    ['words before a hash', `sum: ${B}  logs/a.json`],
    ['words before a tag', `see SHA256 (logs/a.json) = ${B}`],
    ['words after a tagged hash', `SHA256 (logs/a.json) = ${B} ok`],
    ['a tag of another kind', `SHA512 (logs/a.json) = ${B}`],
  ])('passes over %s', (_, line) => {
    expect([...parseSums(`${line}\n${A}  b\n`)]).toEqual([['b', A]])
  })
})

it('the hash of a file is that of its bytes as stored', async () => {
  const path = join(tempFolder(), 'log')
  writeFileSync(path, 'abc')
  // FIPS 180-2, appendix B.1
  expect(await hashFile(path)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  // Longer than a chunk of a stream.
  const long = Buffer.alloc(200_000, 0xff)
  writeFileSync(path, long)
  expect(await hashFile(path)).toBe(createHash('sha256').update(long).digest('hex'))
})
