import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { tar } from '../support/tar.ts'
import { zip } from '../support/zip.ts'
import { NOW, oktaLines, seal, workplace, writeLog } from './support.ts'

let cwd = ''
beforeEach(() => {
  cwd = workplace('okta-takeover')
  const lines = oktaLines()
  writeLog(cwd, 'one.ndjson', lines.slice(0, 190))
  writeLog(cwd, 'two.ndjson', lines.slice(190))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const documentOf = (folder = 'case'): Promise<CaseDocument> => readDocument(join(cwd, folder))
const args = ['--case', 'case', '--to', 'json', '--lang', 'en', '--now', NOW]
const reread = (...inputs: readonly string[]): ReturnType<typeof runCli> => runCli(['scan', ...inputs, ...args, '--reread'], { cwd })

describe('--reread', () => {
  it('makes of a case that grew what one reading of all logs makes', async () => {
    await seal(cwd, ['one.ndjson'])
    expect(await reread('two.ndjson')).toMatchObject({ code: 0 })
    const grown = await documentOf()
    await runCli(['scan', 'one.ndjson', 'two.ndjson', ...args.with(1, 'whole')], { cwd })
    const whole = await documentOf('whole')
    expect(whole.summary.accounts.compromised).toBe(2)
    for (const part of ['summary', 'findings', 'sessions', 'campaigns', 'accounts', 'steps', 'activity', 'sources'] as const) {
      // An input is another name for the same place.
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/"input":\d+/g, '"input":0'))
      expect(plain(grown[part]), part).toEqual(plain(whole[part]))
    }
  })

  it('needs no new log: the earlier ones alone are read with what is known today', async () => {
    await seal(cwd, ['one.ndjson', 'two.ndjson'])
    expect(await reread()).toMatchObject({ code: 0 })
    expect((await documentOf()).run.inputs.map(({ records }) => records)).toEqual([190, 65])
  })

  it.each([
    ['zip', zip],
    ['tar', tar],
    ['tar in gzip', (members: Parameters<typeof tar>[0]) => gzipSync(tar(members))],
  ])('finds the logs that lay in an archive there again, and verify leaves them to the archive (%s)', async (_kind, pack) => {
    const lines = oktaLines()
    const members = [lines.slice(0, 95), lines.slice(95, 190)].map((part, at) => ({ name: `day${at}.ndjson`, content: part.join('\n') }))
    writeFileSync(join(cwd, 'old.bin'), pack(members))
    await seal(cwd, ['old.bin'])
    const { code, stderr } = await reread('two.ndjson')
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('no longer where it was')])
    await runCli(['scan', 'one.ndjson', 'two.ndjson', ...args.with(1, 'whole')], { cwd })
    const [grown, whole] = [await documentOf(), await documentOf('whole')]
    expect(grown.summary).toEqual(whole.summary)
    expect(grown.run.inputs.map(({ records }) => records).toSorted((a, b) => a - b)).toEqual([65, 95, 95])
    expect((await runCli(['verify', 'case'], { cwd })).code).toBe(0)
    rmSync(join(cwd, 'old.bin'))
    expect((await reread('one.ndjson')).stderr.match(/no longer where it was/g)).toHaveLength(2)
  })

  it('names a log that is gone, carries over what was found in it, and says what that means', async () => {
    await seal(cwd, ['two.ndjson'])
    renameSync(join(cwd, 'two.ndjson'), join(cwd, 'moved.ndjson'))
    const { code, stderr } = await reread('one.ndjson')
    expect([code, stderr]).toEqual([0, expect.stringContaining('two.ndjson: an earlier log of the case that is no longer where it was')])
    const { summary } = await documentOf()
    expect(summary.accounts.compromised + summary.accounts.suspected + summary.accounts.undetermined).toBeGreaterThan(0)
    expect(readFileSync(join(cwd, 'case/00_brief.md'), 'utf8')).toContain('--reread reads all together')
  })

  it('says of standard input that it cannot be read again', async () => {
    await runCli(['scan', '-', ...args], { cwd, stdin: oktaLines().slice(0, 95).join('\n') })
    const { code, stderr } = await reread('one.ndjson')
    expect([code, stderr]).toEqual([0, expect.stringContaining('Standard input cannot be read again')])
    expect(stderr).not.toContain('no longer where it was')
  })

  it('reads the earlier logs in the zone in which they were read', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `2026-11-0${1 + (at % 9)} 10:00:${10 + at},user${at % 4},success,192.0.2.${at % 4},UA`,
    )
    writeFileSync(join(cwd, 'shop.csv'), ['日時,会員ID,結果,接続元IP,UserAgent', ...rows].join('\n'))
    await seal(cwd, ['shop.csv'], ['--timezone', 'Asia/Tokyo'])
    const { first } = (await documentOf()).summary
    expect(await reread()).toMatchObject({ code: 0 })
    expect((await documentOf()).summary.first).toBe(first)
  })

  it('is nothing to do the first time', async () => {
    expect(await reread('one.ndjson')).toMatchObject({ code: 0 })
  })

  it('wants to know which case', async () => {
    const { code, stderr } = await runCli(['scan', 'one.ndjson', '--reread'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('--case')])
  })
})

it('a log that is not understood any more withdraws nothing', async () => {
  await seal(cwd, ['one.ndjson', 'two.ndjson'])
  const before = await documentOf()
  await runCli(['scan', 'one.ndjson', 'two.ndjson', ...args, '--format', 'auth0'], { cwd })
  const after = await documentOf()
  expect(after.accounts.filter(({ verdict }) => verdict === 'compromised').map(({ account }) => account)).toEqual(
    before.accounts.filter(({ verdict }) => verdict === 'compromised').map(({ account }) => account),
  )
})
