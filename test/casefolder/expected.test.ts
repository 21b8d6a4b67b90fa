import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/model/case-folder.ts'
import { runCli, type CliRun } from '../cli/support/run-cli.ts'
import { OKTA, workplace } from './support.ts'

let cwd = ''
beforeEach(() => {
  cwd = workplace('okta-takeover')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))
const acquire = (...options: readonly string[]): void =>
  writeFileSync(join(cwd, 'acquired.sha256'), execFileSync('sha256sum', [...options, `logs/${OKTA}`], { cwd, encoding: 'utf8' }))
const scan = (): Promise<CliRun> =>
  runCli(['scan', 'logs', '--case', 'case', '--expect-sha256', 'acquired.sha256', '--to', 'table', '-q'], { cwd })
const manifest = (): Manifest => JSON.parse(readFileSync(join(cwd, 'case/MANIFEST.json'), 'utf8')) as Manifest

describe('--expect-sha256', () => {
  it.each([[[]], [['--tag']]])('finds the logs to be those that were acquired (sha256sum %j)', async (options) => {
    acquire(...options)
    expect((await scan()).code).toBe(0)
    expect(manifest().inputs.map(({ expected }) => expected)).toEqual(['same'])
  })

  it('finds one that was changed since, says so first, and ends with 3', async () => {
    acquire()
    appendFileSync(join(cwd, 'logs', OKTA), '\n')
    const { code, stdout } = await scan()
    expect([code, stdout]).toEqual([3, expect.stringContaining('not the bytes that were acquired')])
    expect(manifest().inputs.map(({ expected }) => expected)).toEqual(['different'])
  })

  it('finds one that nobody acquired, and one that was acquired and not read', async () => {
    writeFileSync(join(cwd, 'acquired.sha256'), `${'a'.repeat(64)}  evidence/other.log\n`)
    const { code, stdout } = await scan()
    expect(code).toBe(3)
    expect(stdout).toContain('not in the list of --expect-sha256')
    expect(stdout).toContain('evidence/other.log: in the list')
  })

  it.each([
    ['same', 0, ''],
    ['different', 3, 'logs.tar.gz: not the bytes that were acquired'],
  ] as const)('knows the archive that was acquired by its own hash, once for all of its members (%s)', async (expected, code, said) => {
    execFileSync('cp', [`logs/${OKTA}`, 'logs/again.ndjson'], { cwd })
    execFileSync('tar', ['-czf', 'logs.tar.gz', 'logs'], { cwd })
    writeFileSync(join(cwd, 'acquired.sha256'), execFileSync('sha256sum', ['logs.tar.gz'], { cwd, encoding: 'utf8' }))
    if (expected === 'different') execFileSync('tar', ['-czf', 'logs.tar.gz', '--owner=other', 'logs'], { cwd })
    const run = await runCli(['scan', 'logs.tar.gz', '--case', 'case', '--expect-sha256', 'acquired.sha256', '--to', 'table', '-q'], {
      cwd,
    })
    expect(run.code).toBe(code)
    expect(run.stdout.split('not the bytes that were acquired')).toHaveLength(expected === 'same' ? 1 : 2)
    expect(run.stdout).toContain(said)
    expect(manifest().inputs.map((input) => input.expected)).toEqual([expected, expected])
  })

  it('finds the one member that was changed where the list names members', async () => {
    execFileSync('cp', [`logs/${OKTA}`, 'logs/again.ndjson'], { cwd })
    writeFileSync(join(cwd, 'acquired.sha256'), execFileSync('sha256sum', [`logs/${OKTA}`, 'logs/again.ndjson'], { cwd, encoding: 'utf8' }))
    appendFileSync(join(cwd, 'logs/again.ndjson'), '\n')
    execFileSync('tar', ['-cf', 'logs.tar', 'logs'], { cwd })
    const run = await runCli(['scan', 'logs.tar', '--case', 'case', '--expect-sha256', 'acquired.sha256', '--to', 'table', '-q'], { cwd })
    expect([run.code, run.stdout]).toEqual([3, expect.stringContaining('logs.tar!/logs/again.ndjson: not the bytes that were acquired')])
    expect(manifest().inputs.map(({ expected }) => expected)).toEqual(['different', 'same'])
  })

  it('refuses what is no list', async () => {
    writeFileSync(join(cwd, 'acquired.sha256'), 'md5 only')
    expect(await scan()).toMatchObject({ code: 2, stderr: expect.stringContaining('acquired.sha256') })
  })
})
