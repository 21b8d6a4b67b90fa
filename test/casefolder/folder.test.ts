import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvidenceLine } from '../../src/casefolder/evidence-plan.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { truthOf } from '../cases/support.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { filesOf, OKTA, seal, workplace } from './support.ts'

let cwd = ''
beforeAll(async () => {
  cwd = workplace('okta-takeover')
  await seal(cwd, ['logs'], ['--collector', 'A. Tanaka', '--mark', 'TLP:AMBER'])
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const at = (path: string): string => join(cwd, 'case', path)

describe('a sealed case folder', () => {
  it('holds what it should, privately', () => {
    expect(filesOf(at(''))).toEqual(
      expect.arrayContaining([
        '00_brief.md',
        '01_accounts.csv',
        '01_accounts.xlsx',
        '02_timeline.csv',
        '03_checklist/case.md',
        '03_checklist/class-A.md',
        '03_checklist/class-B.md',
        '03_checklist/class-C.md',
        '04_lists/blocklist.csv',
        '04_lists/lookup.csv',
        '04_lists/notify.csv',
        '04_lists/reset.csv',
        '90_evidence/RESTRICTED.txt',
        '90_evidence/index.ndjson',
        '90_evidence/input-0001.records',
        'MANIFEST.json',
        'SHA256SUMS',
        'case.json',
      ]),
    )
    expect(statSync(at('90_evidence')).mode & 0o777).toBe(0o700)
    for (const file of filesOf(at(''))) expect(statSync(at(file)).mode & 0o077, file).toBe(0)
  })

  it('passes the real sha256sum -c, every file of it, sorted', () => {
    const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: at(''), encoding: 'utf8' })
    const checked = said.trimEnd().split('\n')
    expect(checked.every((line) => line.endsWith(': OK'))).toBe(true)
    expect(checked.map((line) => line.slice(0, -': OK'.length))).toEqual(filesOf(at('')).filter((file) => file !== 'SHA256SUMS'))
  })

  it('keeps the raw records behind every finding and reason, byte for byte', async () => {
    const log = readFileSync(join(cwd, 'logs', OKTA))
    const kept = readFileSync(at('90_evidence/input-0001.records'))
    const index = readFileSync(at('90_evidence/index.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as EvidenceLine)
    for (const { at: from, offset, length } of index)
      expect(kept.subarray(from, from + length).equals(log.subarray(offset, offset + length))).toBe(true)
    expect(kept.length).toBe(index.reduce((sum, { length }) => sum + length + 1, 0))
    const document = await readDocument(at(''))
    const cited = [...document.findings, ...document.accounts.flatMap(({ reasons }) => reasons)].flatMap(({ evidence }) => evidence)
    expect(cited.length).toBeGreaterThan(50)
    const places = new Set(index.map(({ offset }) => offset))
    expect(cited.filter(({ where }) => !places.has(where.offset))).toEqual([])
  })

  it('is the document that --to json writes, with the sources added, and follows the schema', async () => {
    const { stdout } = await runCli(['logs', '--to', 'json', '--quiet', '--now', '2026-11-22T03:15:00Z'], { cwd })
    const { sources, ...rest } = JSON.parse(readFileSync(at('case.json'), 'utf8')) as CaseDocument
    expect(rest).toEqual(JSON.parse(stdout))
    expect(sources?.map(({ source }) => source)).toEqual(['203.0.113.10', '203.0.113.11', '203.0.113.12'])
    const schema = JSON.parse(readFileSync(new URL('../../docs/case.schema.json', import.meta.url), 'utf8')) as object
    const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)
    expect(validate({ ...rest, sources }) ? [] : validate.errors).toEqual([])
    expect(await readDocument(at(''))).toEqual({ ...rest, sources })
  })

  it('names inputs with hashes, who collected them and how they are to be handled', () => {
    const manifest = JSON.parse(readFileSync(at('MANIFEST.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      schema: 'ashiato.manifest/1',
      revision: 1,
      sealed: '2026-11-22T03:15:00.000Z',
      handling: { collector: 'A. Tanaka', mark: 'TLP:AMBER', method: null },
      previous: null,
      inputs: [{ path: `logs/${OKTA}`, bytes: 415_999, format: 'okta', revision: 1 }],
    })
  })

  it('shows a password that was typed into the name field nowhere but in the evidence', () => {
    const canaries = truthOf('okta-takeover').canaries ?? []
    expect(canaries.length).toBeGreaterThan(0)
    for (const file of filesOf(at('')).filter((path) => !path.startsWith('90_evidence/')))
      for (const canary of canaries) expect(readFileSync(at(file), 'utf8').includes(canary), file).toBe(false)
  })

  it('is the same, byte for byte, when it is written again elsewhere', async () => {
    const other = await runCli(
      [
        'scan',
        'logs',
        '--case',
        'again',
        '--collector',
        'A. Tanaka',
        '--mark',
        'TLP:AMBER',
        '--to',
        'json',
        '-q',
        '--now',
        '2026-11-22T03:15:00Z',
      ],
      { cwd },
    )
    expect(other.code).toBe(0)
    expect(readFileSync(join(cwd, 'again/SHA256SUMS'), 'utf8')).toBe(readFileSync(at('SHA256SUMS'), 'utf8'))
  })
})

describe('--case refuses', () => {
  const refused = async (args: readonly string[]): Promise<string> => {
    const { code, stderr, stdout } = await runCli(['scan', ...args, '--quiet'], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    return stderr
  }
  it('a folder that holds something else, and leaves it alone', async () => {
    mkdirSync(join(cwd, 'mine'))
    writeFileSync(join(cwd, 'mine/thesis.txt'), 'years of work')
    expect(await refused(['logs', '--case', 'mine'])).toContain('is no case folder')
    expect(filesOf(join(cwd, 'mine'))).toEqual(['thesis.txt'])
  })
  it('a place inside the logs', async () => expect(await refused(['logs', '--case', 'logs/case'])).toContain('lies inside an input'))
  it.each([
    ['--since', '2026-11-01'],
    ['--account', 'x'],
    ['--min-severity', 'high'],
  ])('%s: a case is whole', async (option, value) => {
    expect(await refused(['logs', '--case', 'part', option, value])).toContain(option)
  })
})
