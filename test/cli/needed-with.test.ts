import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { makeInputFolder } from './support/input-folder.ts'
import { runCli } from './support/run-cli.ts'

const folder = makeInputFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an option that does nothing without another one is refused before anything is read', () => {
  it.each([
    ['--case', 'secure.log', '--collector', 'A. Tanaka'],
    ['--case', 'secure.log', '--method', 'copied'],
    ['--case', 'secure.log', '--clock-offset', '+00:00:02'],
    ['--case', 'secure.log', '--mark', 'TLP:AMBER'],
    ['--case', 'secure.log', '--retain-until', '2027-03-31'],
    ['--case', 'secure.log', '--templates', '.'],
    ['--try', 'formats', '--map', 'my.yaml'],
    ['--try', 'formats', '--format', 'okta'],
    ['--try', 'formats', '--timezone', 'Asia/Tokyo'],
  ])('%s is missing: %s %s %s', async (needed, ...args) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: folder })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`${args[1] ?? ''} does nothing without ${needed}.`)
  })
})

it('--retain-until is a date, or it is refused: it stands in a sealed manifest', async () => {
  const { code, stderr } = await runCli(['secure.log', '--case', 'kept', '--retain-until', 'next year'], { cwd: folder })
  expect(code).toBe(2)
  expect(stderr).toContain('--retain-until: "next year" is not a time.')
  const kept = await runCli(['secure.log', '--year', '2026', '-q', '--case', 'kept', '--retain-until', '2027-03-31'], { cwd: folder })
  expect(kept.code, kept.stderr).toBe(0)
})
