import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csv, csvHeader } from '../../bench/encoders/csv.ts'
import { population } from '../../bench/population.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { allCases } from '../support/format-fixtures.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

/** The document of a log, read in part where that is enough, and read in full. */
const bothWays = async (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  const options = runOptions([name], { cwd: folder })
  return { part: (await analyze(options)).document, full: (await analyze({ ...options, readWhole: true })).document }
}

const isTable = ({ inputName }: { readonly inputName: string }): boolean => /\.[ct]sv$/.test(inputName)

describe('reading tables in part', () => {
  it.each(
    allCases()
      .filter(isTable)
      .map((one) => [`${one.format}/${one.name}`, one] as const),
  )('gives the same document as reading in full: %s', async (_what, { inputName, input }) => {
    const { part, full } = await bothWays(inputName, input)
    expect(part).toEqual(full)
  })

  it('does so for a table that is guessed, with rows that nobody can read', async () => {
    const rows = [...population(900, 120, 5)].map(csv)
    const odd = [
      '2026-10-01T00:00:00Z,1.23E+11,成功,192.0.2.1,x,',
      '令和8年10月1日,a,成功,192.0.2.1,x,',
      ',,,',
      'no time,a,成功,192.0.2.1,x,',
    ]
    const written = ['2026-10-02 10:00:00,b,成功,192.0.2.2,"said ""no""",', '2026-10-02T10:00:00+09:00,b,成功,192.0.2.2,"two\nlines",s']
    const { part, full } = await bothWays(
      'guessed.csv',
      [csvHeader, ...rows, ...odd, csvHeader, ...written, ...rows.slice(0, 9), ''].join('\n'),
    )
    expect(part).toEqual(full)
    // An empty row of a spreadsheet is no record.
    const rejected = odd.length - 1
    expect(part.run.inputs[0]).toMatchObject({ records: 900 + rejected + written.length + 9, rejected })
  })
})

describe('reading objects in part', () => {
  it('gives whole records to a format that is guessed, also for keys that no format knows', async () => {
    const owner = { result: 'success', user_agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/155.0.0.0' }
    const lines = Array.from({ length: 4000 }, (_, index) =>
      JSON.stringify({
        timestamp: new Date(Date.UTC(2026, 9, 1) + index * 61_000).toISOString(),
        user_id: `M${index % 40}`,
        action: 'login',
        ip: `192.0.2.${index % 40}`,
        ...(index % 7 === 3 ? { ...owner, result: 'failure', reason: 'bad-password' } : owner),
        session_id: `s${index}`,
        device_id: `d${index % 40}`,
      }),
    )
    const { part, full } = await bothWays('guessed.ndjson', `${lines.join('\n')}\n`)
    expect(part).toEqual(full)
    expect(part.run.inputs[0]).toMatchObject({ records: 4000, used: 4000 })
  })
})
