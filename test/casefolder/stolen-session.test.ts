import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { parseCsv } from '../../src/kernel/parse-csv.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { seal, workplace } from './support.ts'

const HOME = '192.0.2.6'
const THIEF = '203.0.113.12'

const cwd = workplace('okta-session-moved')
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
beforeAll(async () => {
  await seal(cwd)
}, 60_000)

const table = (path: string): readonly Readonly<Record<string, string>>[] => {
  const [head, ...rows] = parseCsv(readFileSync(join(cwd, 'case', path), 'utf8'))
  return rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, at) => [name, cells[at] ?? ''])))
}

describe('a session that was stolen from its owner', () => {
  it('is told of from the theft on, not from the owner’s login', () => {
    expect(table('04_lists/notify.csv')[0]?.['first_bad_success']).toBe('2026-10-23 05:31:00+00:00')
    const { accounts } = JSON.parse(readFileSync(join(cwd, 'case/case.json'), 'utf8')) as CaseDocument
    // The thief's first and last event; the owner goes on at home in between and after.
    expect(accounts[0]).toMatchObject({ firstSuspicious: '2026-10-23T05:31:00.000Z', lastSuspicious: '2026-10-23T05:35:00.000Z' })
    expect(table('01_accounts.csv')[0]?.['first_bad_success']).toBe('2026-10-23 05:31:00+00:00')
  })

  it('leads from the thief to the account, from when on they were in, and from the owner’s line to nobody', async () => {
    const pivoted = async (ip: string): Promise<readonly string[]> => {
      const { stdout } = await runCli(['pivot', 'case', '--ip', ip, '--to', 'csv'], { cwd })
      const [head, ...rows] = parseCsv(stdout).map(({ cells }) => cells)
      return rows.map((cells) => ['role', 'first', 'last'].map((name) => cells[head?.indexOf(name) ?? -1]).join(' '))
    }
    expect(await pivoted(THIEF)).toEqual(['entered 2026-10-23 05:31:00+00:00 2026-10-23 05:35:00+00:00'])
    expect(await pivoted(HOME)).toEqual([])
  })

  it('brings the owner’s own line before nobody: neither police nor a block list', () => {
    const connections = table('04_lists/connections.csv')
    expect(connections.map(({ address }) => address)).toContain(THIEF)
    expect(connections.map(({ address }) => address)).not.toContain(HOME)
    const police = readFileSync(join(cwd, 'case/06_documents/police.en.md'), 'utf8')
    expect(police).toContain(THIEF)
    expect(police).not.toContain(HOME)
    expect(readFileSync(join(cwd, 'case/04_lists/blocklist.csv'), 'utf8')).not.toContain(HOME)
  })
})
