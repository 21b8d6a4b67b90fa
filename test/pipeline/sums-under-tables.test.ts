import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEventLog } from '../../src/order/event-log.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { runOptions } from '../support/run-options.ts'

const ROWS = 60
const times = Array.from({ length: ROWS }, (_, n) => `2026-11-03 09:${String(n).padStart(2, '0')}:07`)
/** Somebody's own, and one of which a format knows the columns. */
const TABLES: Readonly<Record<string, readonly [header: string, rows: readonly string[]]>> = {
  own: ['日時,会員ID,結果,接続元IP', times.map((time, n) => `${time},m${n % 7},${n % 3 === 0 ? '失敗' : '成功'},203.0.113.${n}`)],
  snowflake: [
    'EVENT_TIMESTAMP,EVENT_TYPE,USER_NAME,CLIENT_IP,IS_SUCCESS',
    times.map((time, n) => `${time},LOGIN,USER${n % 7},203.0.113.${n},YES`),
  ],
}
const WIDE: Readonly<Record<string, string>> = { own: '', snowflake: ',' }

const countsOf = async (text: string, readWhole: boolean) => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'log.csv'), text)
  const { inputs } = await readInputs(runOptions(['log.csv'], { cwd: folder, readWhole }), createEventLog(), () => undefined)
  const { records, used, ignored, rejected, formats } = inputs[0]?.counts ?? {}
  return { records, used, ignored, rejected, formats: Object.fromEntries(formats ?? []) }
}

const FOOTERS = [
  ['合計,60,,', 'a sum'],
  ['合計,,,"1,060"', 'a sum in the last column'],
  ['"Total","60","",""', 'quoted'],
  ['Ｔｏｔａｌ,,,６０', 'full-width'],
  ['以上,,,', 'an end'],
  ['60 件,,,', 'a count'],
  ['凡例,1=成功,0=失敗,', 'a legend'],
] as const

test.each(
  Object.keys(TABLES).flatMap((table) =>
    [true, false].flatMap((readWhole) => FOOTERS.map(([footer, what]) => [what, table, readWhole, footer] as const)),
  ),
)('%s under a table (%s, read whole: %s) is none of its rows', async (_what, table, readWhole, footer) => {
  const [header = '', rows = []] = TABLES[table] ?? []
  const plain = `${[header, ...rows].join('\n')}\n`
  // One amid the rows, as pages that were put together have it, and one at the end.
  const summed = `${[header, ...rows.slice(0, 30), `${footer}${WIDE[table]}`, ...rows.slice(30), `${footer}${WIDE[table]}`].join('\n')}\n`
  const counts = await countsOf(summed, readWhole)
  expect(counts).toEqual(await countsOf(plain, readWhole))
  expect(counts).toMatchObject({ records: ROWS, rejected: 0 })
})

test.each([true, false])('a row that says more than a sum stays a row, and is told of (read whole: %s)', async (readWhole) => {
  const [header = '', rows = []] = TABLES['own'] ?? []
  const counts = await countsOf(`${[header, ...rows, '合計,m3,成功,203.0.113.9'].join('\n')}\n`, readWhole)
  expect(counts).toMatchObject({ records: ROWS + 1, used: ROWS, rejected: 1 })
})
