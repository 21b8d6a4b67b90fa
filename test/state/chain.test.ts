import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendChain, headOf, parseChain, readChain } from '../../src/state/case-folder/chain.ts'
import { asNobody } from '../support/as-nobody.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface Note {
  readonly text: string
}
const FIRST: Note = { text: 'sessions ended' }
const SECOND: Note = { text: 'passwords reset' }
const ZEROS = '0000000000000000000000000000000000000000000000000000000000000000'

/** As docs/CASE-FOLDER.md tells it, worked out without the code that is tested. */
const link = (prev: string, entry: object): string =>
  createHash('sha256')
    .update(prev + '\n' + JSON.stringify(entry))
    .digest('hex')
const lineOf = (prev: string, entry: object, hash = link(prev, entry)): string => `${JSON.stringify({ ...entry, prev, hash })}\n`

const one = lineOf(ZEROS, FIRST)
const two = lineOf(link(ZEROS, FIRST), SECOND)

describe('a chain of entries', () => {
  it('is read with the head after each entry', () => {
    const chain = parseChain<Note>(one + two)
    expect(chain.entries).toEqual([FIRST, SECOND])
    const hashes = [ZEROS, link(ZEROS, FIRST), link(link(ZEROS, FIRST), SECOND)]
    expect(chain.heads).toEqual(hashes.map((hash, entries) => ({ entries, hash })))
    expect(headOf(chain)).toEqual(chain.heads[2])
    expect(chain.broken).toBeNull()
  })
  it('may be empty', () => {
    expect(parseChain('')).toEqual({ entries: [], heads: [{ entries: 0, hash: ZEROS }], broken: null })
  })

  it.each<[string, string, number]>([
    ['an entry was edited', one.replace('ended', 'begun') + two, 1],
    ['the first entry was removed', two, 1],
    ['two entries changed places', two + one, 1],
    ['an entry names another one before it, with a hash that fits', one + lineOf(ZEROS, SECOND, link(link(ZEROS, FIRST), SECOND)), 2],
    ['an entry has the hash of another text', one + lineOf(link(ZEROS, FIRST), SECOND, link(ZEROS, SECOND)), 2],
    ['a line is cut off', one + two.slice(0, 20), 2],
    ['a line is no object', `${one}null\n`, 2],
    ['a line is a list', `[]\n${one}`, 1],
    ['a line is text', `"${ZEROS}"\n`, 1],
  ])('breaks where %s', (_, text, broken) => {
    const chain = parseChain<Note>(text)
    expect(chain.broken).toBe(broken)
    expect(chain.entries).toEqual(broken === 1 ? [] : [FIRST])
    expect(chain.heads).toHaveLength(broken)
  })
})

describe('the file of a chain', () => {
  it('is begun, continued, and readable by its owner only', async () => {
    const path = join(tempFolder(), 'case.work', 'notes.ndjson')
    expect(await readChain(path)).toEqual(parseChain(''))
    await appendChain(path, [FIRST])
    await appendChain(path, [SECOND])
    expect(readFileSync(path, 'utf8')).toBe(one + two)
    expect([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777]).toEqual([0o600, 0o700])
  })
  it('takes several entries at once', async () => {
    const path = join(tempFolder(), 'notes.ndjson')
    await appendChain(path, [FIRST, SECOND])
    expect(readFileSync(path, 'utf8')).toBe(one + two)
  })
  it('is not continued where it is broken', async () => {
    const path = join(tempFolder(), 'notes.ndjson')
    await appendChain(path, [FIRST])
    appendFileSync(path, '{}\n')
    await expect(appendChain(path, [SECOND])).rejects.toThrow(/line 2/)
    expect(readFileSync(path, 'utf8')).toBe(`${one}{}\n`)
  })
  it('is not taken for an empty one where it cannot be read', async () => {
    const path = join(tempFolder(), 'notes.ndjson')
    mkdirSync(path)
    await expect(readChain(path)).rejects.toThrow(/EISDIR/)
  })
  it('is written by one after the other: whoever comes second waits', async () => {
    const path = join(tempFolder(), 'notes.ndjson')
    const texts = Array.from({ length: 8 }, (_, index) => ({ text: `${index}` }))
    await Promise.all(texts.map((entry) => appendChain(path, [entry])))
    const { entries, broken } = await readChain<Note>(path)
    expect(broken).toBeNull()
    expect(entries.map(({ text }) => text).toSorted()).toEqual(texts.map(({ text }) => text))
  })
  it('says what is wrong with its folder, and does not take that for a lock of somebody else', async () => {
    const folder = tempFolder()
    chmodSync(folder, 0o500)
    await expect(asNobody(folder, () => appendChain(join(folder, 'notes.ndjson'), [FIRST]))).rejects.toThrow(/EACCES/)
  })
  it('names a lock that stays, and leaves it and the file alone', async () => {
    const path = join(tempFolder(), 'notes.ndjson')
    await appendChain(path, [FIRST])
    writeFileSync(`${path}.lock`, '')
    await expect(appendChain(path, [SECOND])).rejects.toThrow(`${path}.lock`)
    expect(readFileSync(path, 'utf8')).toBe(one)
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe('')
    rmSync(`${path}.lock`)
    await appendChain(path, [SECOND])
    expect(readFileSync(path, 'utf8')).toBe(one + two)
  })
})
