import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inspectInputs } from '../../src/pipeline/inspect.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** What stands above, under and between the tables of an export. */

const folder = tempFolder()
const HEADER = '日時,会員ID,IPアドレス,ユーザーエージェント,結果'
const ROWS = Array.from(
  { length: 12 },
  (_, at) => `2026/03/02 08:${String(at).padStart(2, '0')}:00,m${at % 3},203.0.113.${at % 5},Chrome,${at % 2 === 0 ? '成功' : '失敗'}`,
)
const MEMBERS = ['会員ID,氏名,登録日', 'm0,山田,2026/01/01', 'm1,佐藤,2026/01/02']
const REFUSED = ['会員ID,日時,IPアドレス,失敗理由,結果', 'm0,2026/03/02 09:00:00,203.0.113.9,パスワード誤り,失敗']

const read = async (lines: readonly string[], readWhole: boolean) => {
  const path = join(folder, 'log.csv')
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''))
  const { inputs, table } = await inspectInputs(runOptions([path], { readWhole }), () => undefined)
  const { rejected, rejects = [] } = inputs[0]?.input ?? {}
  const outcomes = Array.from({ length: table.size }, (_, row) => table.classes[table.cls.get(row)]?.outcome)
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length
  return { success: count('success'), failure: count('failure'), rejected, lines: rejects.map(({ line }) => line) }
}

const WHOLE = { success: 6, failure: 6, rejected: 0, lines: [] }

describe.each([true, false])('read whole: %s', (readWhole) => {
  test.each([
    ['a dozen lines of notes above', [...Array.from({ length: 12 }, (_, at) => `備考${at}: 社外秘`), HEADER, ...ROWS]],
    ['a sum and the time of the export under it', [HEADER, ...ROWS, '', '合計,12,,,', '出力日時,2026/03/03 10:00,,,']],
    ['the same in cells of their own number', [HEADER, ...ROWS, '出力者:管理者', '件数,12']],
    ['a sum without a word', [HEADER, ...ROWS, ',,,,12', '以上']],
    ['rows of a spreadsheet that are empty', [HEADER, ...ROWS, ',,,,', ',,,,']],
    ['a table under titles of its own between its parts', [HEADER, ...ROWS.slice(0, 6), '', '■続き', HEADER, ...ROWS.slice(6)]],
  ])('%s', async (_, lines) => {
    expect(await read(lines, readWhole)).toEqual(WHOLE)
  })

  test('another table under it: its rows are told as what they are, and hide none', async () => {
    expect(await read([HEADER, ...ROWS, '', ...MEMBERS], readWhole)).toEqual({ ...WHOLE, rejected: 2, lines: [16, 17] })
    expect(await read([...MEMBERS, '', HEADER, ...ROWS], readWhole)).toEqual({ ...WHOLE, rejected: 2, lines: [2, 3] })
  })

  test('two tables of logins with columns of their own', async () => {
    expect(await read(['■成功', HEADER, ...ROWS, '', '■失敗', ...REFUSED], readWhole)).toEqual({ ...WHOLE, failure: 7 })
  })

  test('a line behind a gap that is no title is a reject, with its place', async () => {
    expect(await read([HEADER, ...ROWS, '', '2026/03/02 08:59:00 m1'], readWhole)).toEqual({ ...WHOLE, rejected: 1, lines: [15] })
  })
})
