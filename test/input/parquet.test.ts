import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it, vi } from 'vitest'
import { openEvidence } from '../../src/input/evidence.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { invariantPart } from '../support/invariant.ts'
import { runOptions } from '../support/run-options.ts'
import { readContent, readSource, values, writeTemp, stdinOf } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()
let made = 0
// A database is started for each file.
vi.setConfig({ testTimeout: 60_000 })

/** What a query yields as a Parquet file, written by DuckDB. */
const parquetOf = async (query: string, options = ''): Promise<Buffer> => {
  const path = join(folder, `made-${made++}.parquet`)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`)
  connection.closeSync()
  return readFileSync(path)
}

const NUMBERS = 'SELECT i AS n, concat(\'user\', i) AS "user" FROM range(1000) t(i)'

describe('Parquet', () => {
  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli'])('reads %s, row by row, with an origin', async (codec) => {
    const bytes = await parquetOf(NUMBERS, `, COMPRESSION ${codec}, ROW_GROUP_SIZE 2048`)
    const read = await readContent(bytes)
    expect(read.result.error).toBeUndefined()
    expect(values(read)).toEqual(Array.from({ length: 1000 }, (_, n) => ({ n, user: `user${n}` })))
    expect(read.records[999]).toMatchObject({ line: 1000, shape: 'json' })
    expect(read.result.bytes).toBe(bytes.length)
  })

  it('gives evidence again from the same place', async () => {
    const source = await writeTemp(folder, 'again', await parquetOf(NUMBERS))
    const { records } = await readSource(source)
    const evidence = await openEvidence(source)
    const { offset, length } = records[500] ?? { offset: 0, length: 0 }
    expect(String((await evidence.read([{ offset, length }]))[0])).toBe('{"n":500,"user":"user500"}')
    await evidence.close()
  })

  it('reads more rows than are held at once', async () => {
    const { records } = await readContent(await parquetOf('SELECT i AS n FROM range(45000) t(i)', ', ROW_GROUP_SIZE 30720'))
    expect(records.length).toBe(45_000)
    expect(records[44_999]).toMatchObject({ line: 45_000, value: { n: 44_999 } })
  })

  it('keeps digits, fractions, lists and structures, and leaves out what is not there', async () => {
    const query = `SELECT 9007199254740993::BIGINT AS id, 1772440620123::BIGINT AS time, TIMESTAMPTZ '2026-03-02 08:37:00.123456Z' AS time_dt,
      {'name': 'hana', 'uid': NULL, 'org': {'name': NULL}} AS "user", [{'name': 'User-Agent', 'value': 'x'}] AS headers, NULL::VARCHAR AS nothing`
    expect(values(await readContent(await parquetOf(query)))).toEqual([
      {
        id: '9007199254740993',
        time: 1_772_440_620_123,
        time_dt: '2026-03-02T08:37:00.123456Z',
        user: { name: 'hana' },
        headers: [{ name: 'User-Agent', value: 'x' }],
      },
    ])
  })

  it('says what is wrong with a file that is cut off, damaged, or of an unknown codec', async () => {
    const whole = await parquetOf(NUMBERS)
    const cut = await readContent(whole.subarray(0, whole.length >> 1))
    expect(cut.result.error?.id).toBe('bad-parquet')
    expect(cut.records).toEqual([])
    const damaged = Buffer.from(await parquetOf(NUMBERS, ', COMPRESSION zstd'))
    damaged.fill(0xff, 20, 400)
    expect((await readSource(stdinOf(damaged))).result.error?.id).toBe('bad-parquet')
    const lz4 = await readContent(await parquetOf(NUMBERS, ', COMPRESSION lz4_raw'))
    expect(lz4.result.error).toEqual({ id: 'bad-parquet', detail: expect.stringContaining('LZ4_RAW') as string })
  })
})

describe('the case from a Security Lake file', () => {
  it.each(['takeover', 'authentication', 'account-change'])('is the one from the same events as JSON: %s', async (name) => {
    const json = fileURLToPath(new URL(`../../fixtures/formats/ocsf/${name}/input.ndjson`, import.meta.url))
    const file = join(folder, `${name}.gz.parquet`)
    writeFileSync(file, await parquetOf(`SELECT * FROM read_json('${json}', map_inference_threshold=-1)`, ', COMPRESSION zstd'))
    const [fromJson, fromTable] = [await analyze(runOptions([json])), await analyze(runOptions([file]))]
    expect(fromTable.document.summary.events).toBeGreaterThan(0)
    expect(invariantPart(fromTable.document)).toBe(invariantPart(fromJson.document))
    const { records, used, ignored, rejected } = fromTable.document.run.inputs[0] ?? {}
    expect(used).toBeGreaterThan(0)
    expect((used ?? 0) + (ignored ?? 0) + (rejected ?? 0)).toBe(records)
  })
})
