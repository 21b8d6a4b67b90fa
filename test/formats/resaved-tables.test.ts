import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../src/kernel/parse-csv.ts'
import { inspectInputs } from '../../src/pipeline/inspect.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** What people and programs do to a vendor's table between the console and the responder: nothing of it may change what is read. */

const folder = tempFolder()

type Rows = readonly (readonly string[])[]

const tableOf = (path: string): Rows =>
  parseCsv(readFileSync(fileURLToPath(new URL(`../../fixtures/formats/${path}/input.csv`, import.meta.url)), 'utf8')).map(
    ({ cells }) => cells,
  )

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const write = (rows: Rows, delimiter = ',', isQuoted = (cell: string): boolean => /[",;\t\n]/.test(cell)): string =>
  rows.map((cells) => `${cells.map((cell) => (isQuoted(cell) ? quoted(cell) : cell)).join(delimiter)}\r\n`).join('')

const headerAs = (rows: Rows, change: (name: string) => string): Rows => rows.map((cells, at) => (at === 0 ? cells.map(change) : cells))
/** Same for each row, so that columns stay columns. Names that stand twice keep their order. */
const turned = (rows: Rows): Rows => rows.map((cells) => [...cells.slice(2), ...cells.slice(0, 2)])
const BOM = '\ufeff'
const ISO = /^(\d{4})-0?(\d+)-0?(\d+)[T ]0?(\d+):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)?$/

const VARIANTS: Readonly<Record<string, (rows: Rows) => string | Uint8Array>> = {
  'columns in another order': (rows) => write(turned(rows)),
  'names of columns in capitals': (rows) => write(headerAs(rows, (name) => name.toUpperCase())),
  'names of columns with blanks around': (rows) => write(headerAs(rows, (name) => ` ${name}  `)),
  'more columns': (rows) => write(rows.map((cells, at) => [at === 0 ? 'No.' : `${at}`, ...cells, at === 0 ? 'memo' : ''])),
  'quotes around everything': (rows) => write(rows, ',', () => true),
  semicolons: (rows) => write(rows, ';'),
  'tabs in UTF-16': (rows) => Buffer.from(BOM + write(rows, '\t'), 'utf16le'),
  'empty cells at the end of every row': (rows) => write(rows.map((cells) => [...cells, '', ''])),
  'no empty cells at the end of a row': (rows) =>
    write(rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))),
  'two exports in one file, each with mark and header': ([header = [], ...body]) =>
    [body.slice(0, 1), body.slice(1)].map((part) => BOM + write([header, ...part])).join(''),
  'empty lines between': (rows) => rows.map((cells) => `${write([cells])}\r\n`).join(''),
  'a line for Excel': (rows) => `sep=,\r\n${write(rows)}`,
  'a title above': (rows) => `Login report\r\n2026/11/21\r\n\r\n${write(rows)}`,
}

const read = async (content: string | Uint8Array) => {
  const path = join(folder, 'table.csv')
  writeFileSync(path, content)
  const { inputs, read: inputsRead, table } = await inspectInputs(runOptions([path]), () => undefined)
  return {
    format: inputs[0]?.input.format,
    rejects: inputs[0]?.input.rejects.map(({ why, detail }) => detail ?? why),
    refusal: inputsRead.inputs[0]?.refusal,
    events: Array.from({ length: table.size }, (_, row) => {
      const { action, outcome } = table.classes[table.cls.get(row)] ?? {}
      const ip = table.places.ips.get(table.places.ip[table.place.get(row)] ?? -1)
      return [Math.floor(table.time.get(row) / 60e6), action, outcome, table.accounts.get(table.account.get(row)), ip].join(' ')
    }).toSorted(),
  }
}

const TABLES = ['rba/takeover', 'onelogin/csv', 'entra/portal-csv-audit', 'snowflake/worksheet-csv', 'okta/console-csv']

describe.each(TABLES)('%s', (path) => {
  const rows = tableOf(path)
  test.each(Object.keys(VARIANTS))('%s', async (name) => {
    const [plain, changed] = [await read(write(rows)), await read(VARIANTS[name]?.(rows) ?? '')]
    expect(plain.events.length).toBeGreaterThan(2)
    expect(changed).toEqual(plain)
  })

  test('dates as a spreadsheet in Japan writes them, to the minute', async () => {
    const dated = rows.map((cells) => cells.map((cell) => cell.replace(ISO, '$1/$2/$3 $4:$5')))
    expect((await read(write(dated))).events).toEqual((await read(write(rows))).events)
  })

  test('a table without its header is not read, and the way out is named', async () => {
    expect(await read(write(rows.slice(1)))).toMatchObject({
      format: null,
      events: [],
      refusal: expect.stringContaining('without its line of column names'),
    })
  })
})

test('ids and times that a spreadsheet cut are rejected one by one, and said to be cut', async () => {
  const [header = [], ...body] = tableOf('rba/takeover')
  const cut = body.map((cells, at) =>
    cells.map((cell, column) =>
      at === 0 && header[column] === 'User ID' ? '-4.32448E+18' : at === 1 && header[column] === 'Login Timestamp' ? '43:30.8' : cell,
    ),
  )
  const { rejects, events } = await read(write([header, ...cut]))
  expect(rejects).toEqual(['spreadsheet-number', 'spreadsheet-time'])
  expect(events).toHaveLength(body.length - 2)
})

test('a Japanese table in the character set of a Japanese Windows', async () => {
  const logins = Array.from(
    { length: 40 },
    (_, at) => `2026/11/3 2:${10 + at},${10023 + (at % 5)},203.0.113.7,${at % 4 === 3 ? '失敗' : '成功'}`,
  )
  const rows = ['日時,会員ID,IPアドレス,結果', ...logins, '合計,40,,']
  const sjis: Readonly<Record<string, string>> = {
    日時: '93fa8e9e',
    会員: '89ef88f5',
    アドレス: '83418368838c8358',
    結果: '8c8b89ca',
    成功: '90ac8cf7',
    失敗: '8eb89473',
    合計: '8d878c76',
  }
  const bytes = Buffer.concat(
    rows
      .join('\r\n')
      .split(new RegExp(`(${Object.keys(sjis).join('|')})`))
      .map((part) => (sjis[part] === undefined ? Buffer.from(part, 'latin1') : Buffer.from(sjis[part], 'hex'))),
  )
  const { format, events, rejects } = await read(bytes)
  const counted = (outcome: string): number => events.filter((event) => event.split(' ')[2] === outcome).length
  // The sum under the table is no record.
  expect([format, counted('success'), counted('failure'), rejects]).toEqual(['generic', 30, 10, []])
})
