import fc from 'fast-check'
import { isBesideRows } from '../../src/input/no-record.ts'
import { describe, expect, it } from 'vitest'
import { csvCells } from '../../src/input/csv-cells.ts'
import { createLineScanner, type ScannedRun } from '../../src/input/line-scanner.ts'
import { tellTableModes, type ScannedTable, type TableModes } from '../../src/input/table-plan.ts'
import { planProjection, tableProjection } from '../../src/input/projection.ts'
import { RecordBatch } from '../../src/input/record-batch.ts'
import { kindBits, SPAN_KIND } from '../../src/input/scan-memory.ts'
import { readInput } from '../../src/input/read-input.ts'
import { openScanMemory } from '../../src/input/scan-module.ts'
import { hash128, lanes } from '../../src/kernel/hash.ts'
import { parseTime } from '../../src/kernel/time.ts'
import { writeTemp } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()
const memory = openScanMemory()
const TABLES: readonly TableModes[] = [{ columns: ['key', 'when'], not: ['nothing'], modes: new Map([['key', 'hashed']]) }]
const scanner = createLineScanner({
  projection: planProjection({ whole: [], values: [], lists: [], presence: [] }),
  modes: new Map(),
  tables: TABLES,
  lines: [],
  memory,
})

/** Times and hashes that were read while scanning are those of the texts. Was it one of them? */
const checkUniques = (batch: RecordBatch, slot: number, at: number, cell: string): boolean => {
  const time = batch.payloadAt(slot, at, kindBits(SPAN_KIND.isoTime, SPAN_KIND.localTime))
  if (time >= 0) expect(batch.microsIn(time)).toBe(parseTime(cell, 'iso', { zone: 'UTC', year: () => 2026 }))
  const hash = batch.payloadAt(slot, at, kindBits(SPAN_KIND.hash))
  if (hash < 0) return time >= 0
  hash128(cell)
  expect(new Uint32Array(batch.words.slice(hash, hash + 4))).toEqual(lanes)
  return true
}

interface ReadTable {
  readonly seen: readonly unknown[]
  /** Rows that were read in part. */
  readonly scanned: number
  /** Cells that were read as times, or hashed. */
  readonly uniques: number
}

/** What a table's rows are: where they lie, and what their cells hold. */
const readTable = async (
  log: Buffer | string,
  isScanned: boolean,
  chunkBytes = 1 << 20,
  tell: (table: ScannedTable) => void = () => undefined,
): Promise<ReadTable> => {
  scanner.reset()
  const seen: unknown[] = []
  let [scanned, uniques] = [0, 0]
  const run = (found: ScannedRun): void => {
    const { columns, delimiter } = found.table ?? expect.fail('no table')
    const batch = new RecordBatch(tableProjection(columns), memory, (text) => csvCells(text, delimiter))
    for (let from = found.from; from < found.to; from += batch.size) {
      batch.load(found, from)
      for (let at = 0; at < batch.size; at += 1) {
        const record = batch.turnTo(at)
        const cells = columns.map((_, slot) => record.get(slot) ?? '')
        uniques += cells.filter((cell, slot) => checkUniques(batch, slot, at, String(cell))).length
        expect(record.whole()).toEqual(cells)
        // The scanner does not look for sums: whoever decodes them does.
        if (!isBesideRows(cells.map(String))) seen.push([batch.lines[at], batch.offsets[at], batch.lengths[at], cells, columns])
        scanned += 1
      }
    }
    tell({ columns, delimiter })
  }
  await readInput(
    await writeTemp(folder, 'table.csv', log),
    {
      ...(isScanned ? { run } : {}),
      record: ({ line, offset, length, value, header }) => seen.push([line, offset, length, value, header]),
      reject: ({ line, offset, length, why, detail }) => seen.push([line, offset, length, why, detail]),
    },
    { scanner, chunkBytes, recordCapBytes: 300 },
  )
  return { seen, scanned, uniques }
}

const agree = async (log: Buffer | string, chunks: readonly number[] = [1 << 20]): Promise<number> => {
  const { seen } = await readTable(log, false)
  let fewest = Infinity
  for (const chunkBytes of chunks) {
    const read = await readTable(log, true, chunkBytes)
    expect(read.seen).toEqual(seen)
    fewest = Math.min(fewest, read.scanned)
  }
  return fewest
}

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b"c',
      '"',
      '""',
      ' ',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '\r\n',
      'é',
      '日本',
      '😀',
      'key',
      'KEY',
      'Ĝ',
      '　',
      '7',
      '\ufeff',
      '\ufeff"',
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''))
const cell = fc.oneof(
  {
    arbitrary: fc.constantFrom('', 'plain', '2026-11-21T02:14:05.123Z', '2026-11-21T02:14:05+09:00', 'abcdefgh-1234', '"', 'key'),
    weight: 3,
  },
  { arbitrary: text, weight: 1 },
  // Quoted as it should be, whether or not it needs it.
  { arbitrary: text.map((value) => `"${value.replaceAll('"', '""')}"`), weight: 3 },
)
const table = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  header: fc.constantFrom(['key', 'When', 'note'], ['ĝkey', 'when', 'note'], ['', 'when', 'note', 'more'], ['日時', '名', '結果']),
  rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 14 }),
  isCut: fc.boolean(),
})

describe('reading rows of a table', () => {
  it('reads what the full reader reads, or leaves the row to it', async () => {
    let scanned = 0
    await fc.assert(
      fc.asyncProperty(table, async ({ delimiter, end, header, rows, isCut }) => {
        // Enough clean rows for the input to be taken for a table.
        const clean = Array.from({ length: 12 }, (_, number) => header.map((_name, column) => `v${number}.${column}`))
        const lines = [header, ...clean, ...rows.map((row) => row.slice(0, header.length + 1)), header, ...clean].map((row) =>
          row.join(delimiter),
        )
        scanned += await agree(`${lines.join(end)}${isCut ? '' : end}`)
      }),
      { numRuns: 300 },
    )
    expect(scanned).toBeGreaterThan(300 * 13)
  })

  it('reads the same wherever the chunks are cut', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `id-${at}-abcdef,2026-11-21T02:14:${10 + at}Z,"two\nlines ${at}","say ""${at}""",日本\r`,
    )
    const odd = ['short', '"open,1,2,3,4', 'x,"y"z,1,2,3', `${'long'.repeat(90)},1,2,3,4`, ',,,,', ' key ,When,note,quote,wide']
    const log = ['key,When,note,quote,wide', ...rows, ...odd, ...rows].join('\n')
    expect(await agree(log, [1, 7, 64, 1000, 1 << 20])).toBeGreaterThan(60)
  })

  it('leaves to the full reader what is not UTF-8, and what was transcoded', async () => {
    const lines = ['key,when,note', ...Array.from({ length: 30 }, (_, at) => `k${at},t${at},${at % 3 === 0 ? 'caf\xe9' : 'plain'}`), '']
    expect(await agree(Buffer.from(lines.join('\n'), 'latin1'))).toBe(20)
    expect(await agree(Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'))).toBe(0)
    expect(await agree(Buffer.from(`\ufeff${lines.join('\n')}`))).toBe(30)
  })

  it('reads columns as it is told while it reads, and the same out of them', async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => `visit-${at},2026/11/21 02:14:05,someone`)
    const log = `visit,day,who\n${rows.join('\n')}\n`
    const modes: TableModes['modes'] = new Map([['visit', 'hashed'] as const, ['gone', 'hashed'] as const])
    const told = await readTable(log, true, 1 << 16, (table) => tellTableModes(memory, table, [{ columns: ['who'], not: [], modes }]))
    const untold = await readTable(log, true, 1 << 16)
    expect(told.seen).toEqual(untold.seen)
    expect(untold.uniques).toBe(0)
    expect(told.uniques).toBeGreaterThan(1000)
    expect(told.uniques).toBeLessThan(rows.length)
  })

  it('does not read rows that hold a line of their own, or were made of an object', async () => {
    const lines = ['time,host,_raw', ...Array.from({ length: 30 }, (_, at) => `1,h,"line ""${at}"""`), '']
    expect(await agree(lines.join('\n'))).toBe(0)
    const typed = [
      'TimeGenerated,user_s,ip_s,ok_b',
      ...Array.from({ length: 30 }, (_, at) => `2026-11-21T02:14:05Z,u${at},192.0.2.1,true`),
      '',
    ]
    expect(await agree(typed.join('\n'))).toBe(0)
  })

  it('reads rows of which a cell is an object, and leaves those to the full reader of which it is none', async () => {
    scanner.reset()
    const cells = Array.from({ length: 30 }, (_, at) => (at % 10 === 9 ? 'none' : `"{""n"":${at}}"`))
    const found: string[] = []
    await readInput(
      await writeTemp(folder, 'cells.csv', ['time,host,_raw', ...cells.map((cell) => `1,h,${cell}`), ''].join('\n')),
      {
        run: ({ from, to, table }) => found.push(`${to - from} of ${table?.record}`),
        record: ({ value }) => found.push(String(value)),
        reject: () => expect.fail(),
      },
      { scanner, chunkBytes: 1 << 20, recordCapBytes: 300 },
    )
    expect(found).toEqual(['9 of 2', 'none', '9 of 2', 'none', '9 of 2', 'none'])
  })

  it('looks into more than one segment', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `key-${at},2026-11-21T02:14:05Z,${'note '.repeat(at % 20)}`)
    expect(await agree(`key,when,note\n${rows.join('\n')}\n`)).toBeGreaterThan(29_900)
  })
})
