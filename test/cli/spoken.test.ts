import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CASE_COMMANDS } from '../../src/cli/declare/case-names.ts'
import { createProgram } from '../../src/cli/program.ts'
import { spokenBy } from '../../src/cli/talk/spoken.ts'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

let cwd = ''
beforeAll(() => {
  cwd = tempFolder()
  for (const [name, manifest] of [
    ['事案', '{"schema":"ashiato.manifest/1","lang":"ja","zone":"Asia/Tokyo"}'],
    ['broken', '{"schema":'],
    ['foreign', '{"lang":"__proto__","zone":7}'],
  ] as const) {
    mkdirSync(join(cwd, name))
    writeFileSync(join(cwd, name, 'MANIFEST.json'), manifest)
  }
})

describe('the language of a command line', () => {
  const spoken = (line: string): Promise<unknown> => spokenBy(['node', 'ashiato', ...line.split(' ')], cwd)
  const JA = { lang: 'ja', zone: 'Asia/Tokyo' }
  const EN = { lang: 'en', zone: 'UTC' }
  it.each([
    ['brief 事案', JA],
    ['list --class A 事案', JA],
    ['lookup 事案 12345', JA],
    ['brief 事案 --lang en', { ...JA, lang: 'en' }],
    ['scan new/ --case 事案', JA],
    ['new/ --case=事案', JA],
    ['new/ --case 事案 --lang=en', { ...JA, lang: 'en' }],
    ['new/ --lang ja', { lang: 'ja', zone: 'UTC' }],
    ['new/ --case other', EN],
    ['scan 事案', EN],
    ['brief broken', EN],
    ['brief foreign', EN],
    ['brief nowhere', EN],
    ['--help', EN],
  ])('%s', async (line, expected) => {
    expect(await spoken(line)).toEqual(expected)
  })

  it('is that of the case in complaints as well', async () => {
    for (const line of [
      ['list', '事案', '--class', 'D'],
      ['blocklist', '事案', '--window', 'long'],
      ['list', '事案', '--nonsense'],
      ['scan', 'nowhere.log', '--case', '事案', '--retain'],
    ]) {
      const { code, stderr } = await runCli(line, { cwd })
      expect([code, stderr], line.join(' ')).toEqual([2, expect.stringMatching(/[\u3041-\u3096]/)])
    }
  })

  it('knows every command on a case', () => {
    const program = createProgram({} as never, () => undefined, { lang: 'en', zone: 'UTC' })
    const onCase = program.commands.filter(({ registeredArguments: [first] }) => first?.name() === 'case').map((command) => command.name())
    expect(new Set(onCase)).toEqual(CASE_COMMANDS)
  })
})
