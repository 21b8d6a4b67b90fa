import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/casefolder/account-list.ts'
import { writeTable } from '../../src/cli/case-folder/case-output.ts'
import type { Io } from '../../src/cli/io.ts'

const table = (rows: number): Table => [
  ['account', 'names', 'role', 'verdict', 'first'],
  ...Array.from({ length: rows }, (_, row) => [
    `user-${row}`,
    `name-${row}@example.jp`,
    'entered',
    'compromised',
    '2026-11-08 17:06:04+00:00',
  ]),
]

/** What was written, and in how many pieces. */
const written = async (rows: number, lang: 'en' | 'ja', isTTY: boolean): Promise<{ readonly text: string; readonly pieces: number }> => {
  const chunks: string[] = []
  const stdout = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  const io = { stdout: Object.assign(stdout, isTTY ? { isTTY: true, columns: 100 } : {}), env: { COLUMNS: '100', NO_COLOR: '1' }, cwd: '.' }
  await writeTable(table(rows), { to: 'table' }, io as unknown as Io, { lang, zone: 'UTC' })
  return { text: chunks.join(''), pieces: chunks.length }
}
const rowsIn = (text: string): number => text.split('\n').filter((line) => /^\s*user-\d/.test(line)).length

describe('a table of more rows than anybody reads', () => {
  it.each([
    ['en', '… 29,800 more: --to csv'],
    ['ja', '… ほか29,800件: --to csv'],
  ] as const)('is cut on a screen, and says how many more and how to get all (%s)', async (lang, words) => {
    const { text } = await written(30_000, lang, true)
    expect(rowsIn(text)).toBe(200)
    expect(text).toContain(words)
  })

  it('is whole where it fits a screen, without a word about more', async () => {
    const { text } = await written(200, 'en', true)
    expect(rowsIn(text)).toBe(200)
    expect(text).not.toContain('more')
  })

  it('is whole in a pipe or a file, written as it is laid out, in equal columns', async () => {
    const { text, pieces } = await written(1000, 'en', false)
    expect(rowsIn(text)).toBe(1000)
    expect(pieces).toBeGreaterThan(1)
    expect(text).not.toContain('--to csv')
    const starts = new Set(
      text
        .split('\n')
        .filter((line) => /^\s*user-\d/.test(line))
        .map((line) => line.indexOf('name-')),
    )
    expect(starts.size).toBe(1)
  })
})
