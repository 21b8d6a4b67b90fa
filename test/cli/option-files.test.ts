import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** 会員, 状態, 日時 and 元 as CP932: what Notepad of an older Windows and most Japanese spreadsheets write. */
const CP932: Readonly<Record<string, readonly number[]>> = {
  会員: [0x89, 0xef, 0x88, 0xf5],
  状態: [0x8f, 0xf3, 0x91, 0xd4],
  日時: [0x93, 0xfa, 0x8e, 0x9e],
  元: [0x8c, 0xb3],
}
const cp932 = (text: string): Buffer =>
  Buffer.concat(text.split(/(会員|状態|日時|元)/).map((part) => Buffer.from(CP932[part] ?? Buffer.from(part))))

const LOG = '日時,会員,元,状態\n2026-11-21T02:14:05Z,sato,203.0.113.7,y\n2026-11-21T02:16:05Z,sato,203.0.113.7,n\n'
const MAPPING =
  'ashiato: mapping/1\nid: my-shop\nkind: csv\ntime: 日時\nfields: { username: 会員, ip: 元 }\noutcome: { from: 状態, codes: { y: success, n: failure } }\n'

let cwd = ''
beforeAll(() => {
  cwd = tempFolder()
  writeFileSync(join(cwd, 'logins.csv'), cp932(LOG))
  writeFileSync(join(cwd, 'cp932.yaml'), cp932(MAPPING))
  writeFileSync(join(cwd, 'utf16.yaml'), Buffer.from(`\ufeff${MAPPING}`, 'utf16le'))
  writeFileSync(join(cwd, 'utf8.yaml'), `\ufeff${MAPPING}`)
  writeFileSync(join(cwd, 'config.yaml'), Buffer.from('\ufeffskip: [no-such-rule]\n', 'utf16le'))
})

describe('files that options name', () => {
  test('are text: a workbook, what is packed, and other binaries are refused rather than taken for names', async () => {
    writeFileSync(join(cwd, 'list.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]))
    writeFileSync(join(cwd, 'list.gz'), gzipSync('account\nsato\n'))
    writeFileSync(join(cwd, 'list.pdf'), '%PDF-1.7\n')
    for (const option of ['--victims', '--roster', '--allow', '--intel', '--map', '--provider', '--config', '--expect-sha256'])
      for (const file of ['list.xlsx', 'list.gz', 'list.pdf']) {
        const { code, stdout, stderr } = await runCli(['nothing.log', option, file], { cwd })
        expect([code, stdout]).toEqual([2, ''])
        expect(stderr).toBe(`${option}: ${file} is not a text file.\n  Save it as text or CSV (UTF-8), unpacked.\n`)
      }
  })

  test.each(['cp932', 'utf16', 'utf8'])('a mapping saved as %s names its Japanese columns', async (charset) => {
    const { stdout, code } = await runCli(['formats', '--try', 'logins.csv', '--map', `${charset}.yaml`], { cwd })
    expect(stdout).toContain('2 = 2 used + 0 ignored + 0 rejected')
    expect(code).toBe(0)
  })

  test('a configuration that PowerShell wrote is read, and its mistakes have their place', async () => {
    const { stderr, code } = await runCli(['scan', 'logins.csv', '--map', 'utf8.yaml', '--config', 'config.yaml'], { cwd })
    expect(stderr).toContain('config.yaml:1:8')
    expect(stderr).toContain('no-such-rule')
    expect(code).toBe(2)
  })

  test.each(['--map', '--config', '--provider', '--victims', '--allow', '--intel', '--roster'])(
    'one that is not there is named with its option: %s',
    async (option) => {
      const { stderr, stdout, code } = await runCli(['scan', 'logins.csv', option, 'gone.txt'], { cwd })
      expect(stderr).toContain(option)
      expect(stderr).toContain('gone.txt')
      expect(stdout).toBe('')
      expect(code).toBe(2)
    },
  )

  test('each mistake of a file is a line of its own, whatever the name of the file', async () => {
    writeFileSync(
      join(cwd, 'odd\nname.yaml'),
      'id: my-shop\ncommands:\n  block-account:\n    command: "x -- {acount}"\n    reversable: yes\n',
    )
    const { stderr, code } = await runCli(['scan', 'logins.csv', '--provider', 'odd\nname.yaml'], { cwd })
    const lines = stderr.split('\n').filter((line) => line.startsWith('odd'))
    expect(lines).toEqual([expect.stringMatching(/:5:5: .*"reversable"/), expect.stringMatching(/:4:14: \{acount\} is unknown/)])
    expect(code).toBe(2)
  })

  test('the default configuration may be missing', async () => {
    const { code } = await runCli(['scan', 'logins.csv', '--map', 'utf8.yaml', '--to', 'json'], { cwd })
    expect(code).toBe(0)
  })
})
