import { describe, expect, it } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import { format } from '../../src/formats/windows/index.ts'
import { draftLine } from '../support/format-fixtures.ts'
import { readContent, values } from './support.ts'

const block = (index: number, id: number, keyword: string, message: readonly string[], colon = ':'): string =>
  [
    `Event[${index}]${colon}`,
    '  Log Name: Security',
    '  Source: Microsoft-Windows-Security-Auditing',
    `  Date: 2026-11-07T12:00:0${index}.000`,
    `  Event ID: ${id}`,
    '  Task: ログオン',
    '  Level: 情報',
    '  Opcode: 情報',
    `  Keyword: ${keyword}`,
    '  User: N/A',
    '  User Name: N/A',
    '  Computer: dc01.corp.example',
    '  Description: ',
    ...message,
    '',
  ].join('\n')

const FAILED = block(0, 4625, '失敗の監査', [
  'アカウントがログオンに失敗しました。',
  '',
  'ログオン タイプ:\t\t\t3',
  '',
  'ログオンを失敗したアカウント:',
  '\tアカウント名:\t\tkeiko',
  '',
  'エラー情報:',
  '\tサブ ステータス:\t\t0xC000006A',
  '',
  'ネットワーク情報:',
  '\tソース ネットワーク アドレス:\t203.0.113.44',
])
const RESET = block(1, 4724, '成功の監査', [
  'サブジェクト:',
  '\tアカウント名:\t\tadmin',
  '',
  'ターゲット アカウント:',
  '\tアカウント名:\t\tkeiko',
])
const LOG = `${FAILED}\n${RESET}`

const eventsOf = async (content: string): Promise<readonly unknown[]> => {
  const compiled = compileFormat(format, { time: { zone: 'Asia/Tokyo', year: () => 2026 } })
  const { records } = await readContent(content)
  const drafts: string[] = []
  for (const record of records) compiled.decode(record, (draft) => drafts.push(draftLine(draft)))
  return drafts.map((line) => JSON.parse(line) as unknown)
}

const ACTS = [
  { time: '2026-11-07T03:00:00.000Z', action: 'login', outcome: 'failure', reason: 'bad-password', username: 'keiko', ip: '203.0.113.44' },
  { time: '2026-11-07T03:00:01.000Z', action: 'password-reset', outcome: 'success', username: 'keiko', actor: 'admin' },
]

describe('events that wevtutil prints as text', () => {
  it.each([
    ['as they are printed', LOG],
    ['with the line ends of Windows', LOG.replaceAll('\n', '\r\n')],
    ['as older versions number them', LOG.replaceAll(/^(Event\[\d+\]):/gm, '$1')],
    ['behind a byte order mark', `\uFEFF${LOG}`],
  ])('%s', async (_name, content) => {
    const read = await readContent(content)
    expect(read.rejects).toEqual([])
    expect(read.records.map(({ line }) => line)).toEqual([1, LOG.slice(0, FAILED.length + 1).split('\n').length])
    expect(await eventsOf(content)).toMatchObject(ACTS)
  })

  it('end where the next begins, and nowhere in a message', async () => {
    const quoting = block(2, 4688, '成功の監査', ['Event[9]: is only a text here', 'Event[10]:', 'and so is this'])
    const read = await readContent(`${LOG}\n${quoting}`)
    expect(values(read).map((text) => String(text).trimEnd())).toEqual([FAILED, RESET, quoting].map((text) => text.trimEnd()))
  })

  it('cost only themselves where they are cut off', async () => {
    expect(await eventsOf(LOG.slice(0, FAILED.length + 60))).toMatchObject(ACTS.slice(0, 1))
  })
})
