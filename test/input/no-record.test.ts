import { expect, it } from 'vitest'
import { readContent, values } from './support.ts'

const event = (n: number): string => JSON.stringify({ eventType: 'user.session.start', n })

it.each([
  ['index', { index: { _index: 'okta', _id: '1' } }],
  ['create', { create: { _index: 'okta', require_alias: false } }],
  ['nothing said', { index: {} }],
])('what a bulk file writes above a document is no record: %s', async (_name, action) => {
  const read = await readContent([1, 2].map((n) => `${JSON.stringify(action)}\n${event(n)}\n`).join(''))
  expect(values(read)).toEqual([JSON.parse(event(1)), JSON.parse(event(2))])
  expect(read.rejects).toEqual([])
})

it('an object of that name that holds something else is a record', async () => {
  expect(values(await readContent('{"create":{"user":"aoi"}}\n{"delete":{"_id":"1"},"by":"aoi"}\n'))).toHaveLength(2)
})

it('lines that tools put between lines are no records', async () => {
  const line = 'Nov 21 02:14:05 web1 sshd[1]: Accepted publickey for aoi from 203.0.113.5 port 52001 ssh2'
  const read = await readContent(
    `-- Journal begins at Mon 2026-11-02 00:00:00 JST, ends at Sat 2026-11-21 --\n${line}\n-- Boot 0123456789abcdef --\n==> /var/log/secure <==\n${line}\n-- and this is none\n`,
  )
  expect(values(read)).toEqual([line, line, '-- and this is none'])
})

it.each([
  ['grep', '/var/log/auth.log.1:'],
  ['grep -n', 'auth.log:120:'],
  ["Grafana's download", '1795227245000\t2026-11-21T02:14:05.000Z\t'],
])('what %s writes before a line goes', async (_name, head) => {
  const line = 'Nov 21 02:14:05 web1 sshd[1]: Accepted publickey for aoi from 203.0.113.5 port 52001 ssh2'
  expect(values(await readContent(`${head}${line}\n${head}${line}\n`))).toEqual([line, line])
})

it("Splunk's answer begins with messages to the caller", async () => {
  const page = {
    preview: false,
    init_offset: 0,
    messages: [],
    fields: [{ name: '_raw' }],
    results: [{ _raw: event(1) }, { _raw: event(2) }],
  }
  expect(values(await readContent(JSON.stringify(page)))).toEqual([JSON.parse(event(1)), JSON.parse(event(2))])
})

const TABLE = ['日時,会員番号,結果', '2026-11-21 02:14,00041,成功', '2026-11-21 02:15,00042,失敗']

it.each([
  ['a sum', '合計,2'],
  ['a sum in a row that a spreadsheet filled up', '小計,２件,'],
  ['a sum in words', '合計件数: 2件'],
  ['the foot of psql', '(2 rows)'],
  ['the foot of MySQL', '2 rows in set (0.01 sec)'],
  ['an end', '以上'],
  ['a legend', '凡例,1=成功,0=失敗'],
  ['a comment', '# 2ページ目'],
])('what stands under a table is no record: %s', async (_name, line) => {
  const read = await readContent(`${TABLE.join('\n')}\n${line}\n2026-11-21 02:16,00043,失敗\n`)
  expect(values(read).map((row) => (row as readonly string[])[1])).toEqual(['00041', '00042', '00043'])
  expect(read.rejects).toEqual([])
})

it.each([
  ['cells of a record that lost its first', '合計,00041,成功'],
  ['a member whose number is a sum', '2026-11-21 02:16,合計,成功'],
])('a row that says anything else stays one: %s', async (_name, line) => {
  expect(values(await readContent(`${TABLE.join('\n')}\n${line}\n`))).toHaveLength(3)
})

it('a row of signs is damage, not a comment', async () => {
  expect((await readContent(`${TABLE.join('\n')}\n### not a record ###\n`)).rejects).toHaveLength(1)
})

it('comments above and between lines of JSON are no records, and lines keep their numbers', async () => {
  const read = await readContent(`# exported by hand\n${event(1)}\n# page 2\n// and more\n${event(2)}\n# end`)
  expect(values(read)).toEqual([JSON.parse(event(1)), JSON.parse(event(2))])
  expect(read.records.map(({ line }) => line)).toEqual([2, 5])
  expect(read.rejects).toEqual([])
})
