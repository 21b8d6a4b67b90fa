import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { originalsOf } from '../../src/casefolder/redact/redact-document.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import type { Manifest } from '../../src/model/case-folder.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { truthOf } from '../cases/support.ts'
import { leaksIn, occurs, OUR_WORDS, textsOf } from './leaks.ts'
import { filesOf, NOW, seal, workplace } from './support.ts'

vi.setConfig({ testTimeout: 180_000 })

describe.each(['okta-takeover', 'auth0-stuffing', 'shop-csv', 'sshd-compromised', 'okta-session-moved'])('--redact of %s', (name) => {
  let cwd = ''
  let original: CaseDocument
  const redact = (folder: string, more: readonly string[] = []): ReturnType<typeof runCli> =>
    runCli(['scan', 'logs', '--case', folder, '--redact', '--key', 'redact.key', '--to', 'json', '-q', '--now', NOW, ...more], { cwd })
  const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(cwd, folder, 'MANIFEST.json'), 'utf8')) as Manifest

  beforeAll(async () => {
    cwd = workplace(name)
    writeFileSync(join(cwd, 'redact.key'), 'a key of thirty-two bytes or so.')
    await seal(cwd, ['logs'], ['--lang', 'ja'])
    original = await readDocument(join(cwd, 'case'))
    expect((await redact('shared', ['--lang', 'ja'])).code).toBe(0)
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('has no original in any byte, nor in what goes to stdout', async () => {
    const originals = originalsOf(original)
    expect(originals.size).toBeGreaterThan(3)
    expect(leaksIn(join(cwd, 'case'), originals).length).toBeGreaterThan(0)
    expect(leaksIn(join(cwd, 'shared'), originals)).toEqual([])
    const { stdout } = await runCli(['scan', 'logs', '--redact', '--key', 'redact.key', '--to', 'json', '-q', '--now', NOW], { cwd })
    expect([...originals].filter((text) => occurs(stdout.replaceAll(OUR_WORDS, ''), text))).toEqual([])
    const english = await redact('english')
    expect(english.code).toBe(0)
    expect(leaksIn(join(cwd, 'english'), originals)).toEqual([])
  })

  it('has no evidence folder and no command, and says so', () => {
    expect(filesOf(join(cwd, 'shared')).filter((file) => file.startsWith('90_'))).toEqual([])
    expect(manifest('shared').redaction).toEqual({ addresses: 'pseudonyms' })
    expect(readFileSync(join(cwd, 'shared/00_brief.md'), 'utf8')).toContain('仮名化済み')
    const document = JSON.parse(readFileSync(join(cwd, 'shared/case.json'), 'utf8')) as CaseDocument
    expect([...document.steps, ...document.accounts.flatMap(({ checklist }) => checklist)].flatMap(({ commands }) => commands)).toEqual([])
  })

  it('says so wherever a reader would look for what is not there, and has no list to block by', () => {
    expect(filesOf(join(cwd, 'shared')).filter((file) => file.includes('blocklist'))).toEqual([])
    const read = (file: string): string => textsOf(join(cwd, 'shared', file)).join('\n')
    expect(read('06_documents/police.ja.md')).toContain('この資料は仮名化されています')
    expect(read('06_documents/customer-A.en.md')).toContain('This case is redacted')
    expect(read('06_documents/support.ja.md')).toContain('元の事案を使ってください')
    expect(read('01_accounts.xlsx')).toContain('この事案は仮名化されており')
    const all = filesOf(join(cwd, 'shared')).map(read).join('\n')
    expect(all).not.toContain('90_evidence')
    expect(all).not.toContain('記載どおりのID')
  })

  it('refuses real names, blocking and logs without its key, and says where those belong', async () => {
    const real = original.accounts[0]?.account ?? ''
    writeFileSync(join(cwd, 'other.key'), 'another key, which opens nothing')
    const pseudonym = (await readDocument(join(cwd, 'shared'))).accounts[0]?.account ?? ''
    expect((await runCli(['lookup', 'shared', pseudonym], { cwd })).code).toBe(0)
    expect((await runCli(['pivot', 'shared', '--account', pseudonym], { cwd })).code).toBe(0)
    for (const [command, said] of [
      [['lookup', 'shared', real], 'pseudonyms only'],
      [['pivot', 'shared', '--account', real], 'pseudonyms only'],
      [['pivot', 'shared', '--ip', '203.0.113.7'], 'pseudonyms only'],
      [['blocklist', 'shared'], 'must not be blocked'],
      [['scan', 'logs', '--case', 'shared'], 'under the key that it was redacted with'],
      [['scan', 'logs', '--case', 'shared', '--redact', '--key', 'other.key'], 'cannot be opened with this key'],
      [['scan', 'logs', '--case', 'shared', '--redact', '--key', 'redact.key', '--mask-addresses'], 'later logs cannot be added'],
      [['scan', 'logs', '--redact', '--key', 'redact.key', '--to', 'iocs'], 'no redacted form'],
    ] as const) {
      const { code, stderr } = await runCli([...command, '--lang', 'en'], { cwd })
      expect([code, stderr], command.join(' ')).toEqual([2, expect.stringContaining(said)])
    }
  })

  it('keeps every figure, and is sealed like any case', async () => {
    const document = await readDocument(join(cwd, 'shared'))
    const { accounts, classes, attempts, triedIds } = original.summary
    expect(document.summary).toMatchObject({ accounts, classes, attempts, triedIds })
    expect(document.accounts.length).toBe(original.accounts.length)
    expect((await runCli(['verify', 'shared'], { cwd })).code).toBe(0)
  })

  it('gives the same person the same pseudonym under the same key, and the way back with it only', async () => {
    expect((await redact('again', ['--lang', 'ja'])).code).toBe(0)
    expect(readFileSync(join(cwd, 'again/case.json'), 'utf8')).toBe(readFileSync(join(cwd, 'shared/case.json'), 'utf8'))
    const document = await readDocument(join(cwd, 'shared'))
    const [first] = document.accounts
    const back = await runCli(['unmask', 'shared', first?.account ?? '', '--key', 'redact.key'], { cwd })
    expect(back.stdout.trimEnd().split('\t')).toEqual([first?.account, original.accounts[0]?.account])
    expect((await runCli(['unmask', 'shared', first?.account ?? '', '--key', 'other.key'], { cwd })).code).toBe(2)
    expect((await runCli(['unmask', 'shared', 'id-000000000000000', '--key', 'redact.key'], { cwd })).code).toBe(1)
  })

  it('masks addresses to /24 and /48 where that is asked for', async () => {
    expect((await redact('masked', ['--mask-addresses'])).code).toBe(0)
    const sources = (await readDocument(join(cwd, 'masked'))).sources ?? []
    expect(sources.every(({ source }) => /^\d+\.\d+\.\d+\.0\/24$|^[0-9a-f:]+::\/48$/.test(source))).toBe(true)
    expect(leaksIn(join(cwd, 'masked'), originalsOf(original)).filter((leak) => !leak.includes('.0/24'))).toEqual([])
    expect(readFileSync(join(cwd, 'masked/00_brief.md'), 'utf8')).toContain('addresses are cut to /24 and /48')
  })
})

describe('--redact refuses', () => {
  let cwd = ''
  beforeAll(async () => {
    cwd = workplace('okta-takeover')
    writeFileSync(join(cwd, 'redact.key'), 'a key of thirty-two bytes or so.')
    await seal(cwd)
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))
  it.each([
    [['--redact'], '--key'],
    [['--redact', '--key', 'short.key'], 'at least 16'],
    [['--redact', '--key', 'redact.key'], 'folder of its own'],
    [['--mask-addresses'], '--mask-addresses: nothing is hidden without --redact'],
    [['--key', 'redact.key'], '--key: nothing is hidden without --redact'],
  ])('%j', async (options, said) => {
    writeFileSync(join(cwd, 'short.key'), 'short')
    const { code, stderr } = await runCli(['scan', 'logs', '--case', 'case', '-q', ...options], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)])
  })
})

describe('passwords typed into the name field', () => {
  it.each(['okta-takeover', 'auth0-stuffing'])('%s: in no byte outside 90_evidence', async (name) => {
    const canaries = truthOf(name).canaries ?? []
    expect(canaries.length).toBeGreaterThan(0)
    const cwd = workplace(name)
    try {
      await seal(cwd, ['logs'], ['--lang', 'ja'])
      const files = filesOf(join(cwd, 'case')).filter((file) => !file.startsWith('90_evidence/'))
      const found = files.flatMap((file) =>
        textsOf(join(cwd, 'case', file)).flatMap((text) =>
          canaries.filter((canary) => text.includes(canary)).map((canary) => `${file}: ${canary}`),
        ),
      )
      expect(found).toEqual([])
    } finally {
      rmSync(cwd, { recursive: true, force: true })
    }
  })
})
