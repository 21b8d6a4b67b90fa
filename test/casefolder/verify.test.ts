import { appendFileSync, chmodSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli, type CliRun } from '../cli/support/run-cli.ts'
import { filesOf, OKTA, seal, workplace } from './support.ts'

let cwd = ''
beforeEach(async () => {
  cwd = workplace('okta-takeover')
  await seal(cwd)
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))
const verify = (folder = 'case'): Promise<CliRun> => runCli(['verify', folder], { cwd })
const changeByte = (path: string): (() => void) => {
  const before = readFileSync(path)
  const after = Buffer.from(before)
  after[after.length >> 1] = (after[after.length >> 1] ?? 0) ^ 1
  writeFileSync(path, after)
  return () => writeFileSync(path, before)
}

describe('verify', () => {
  it('finds nothing where nothing was changed', async () => {
    const { code, stdout } = await verify()
    expect([code, stdout]).toEqual([0, expect.stringContaining('Unchanged since it was sealed')])
  })
  it('finds one changed byte in any file, and names that file only', async () => {
    const files = filesOf(join(cwd, 'case')).filter((file) => file !== 'SHA256SUMS')
    expect(files.length).toBeGreaterThan(12)
    for (const file of files) {
      const restore = changeByte(join(cwd, 'case', file))
      const { code, stdout } = await verify()
      expect([code, stdout.split('\n')[0]], file).toEqual([1, expect.stringContaining(`${file}: its content was changed`)])
      restore()
    }
    expect((await verify()).code).toBe(0)
  })
  it('finds what is missing, added, replaced by a link, or opened to others', async () => {
    unlinkSync(join(cwd, 'case/00_brief.md'))
    writeFileSync(join(cwd, 'case/extra.txt'), 'x')
    unlinkSync(join(cwd, 'case/02_timeline.csv'))
    symlinkSync('/dev/null', join(cwd, 'case/02_timeline.csv'))
    chmodSync(join(cwd, 'case/90_evidence'), 0o755)
    const { code, stdout } = await verify()
    expect(code).toBe(1)
    expect(stdout).toContain('00_brief.md: is missing')
    expect(stdout).toContain('extra.txt: was added')
    expect(stdout).toContain('02_timeline.csv: is no plain file')
    expect(stdout).toContain('90_evidence: may be read by others (mode 755')
    expect(stdout).toContain('4 differences')
  })
  it('finds a log that is no longer the one that was read, and counts one that is gone', async () => {
    appendFileSync(join(cwd, 'logs', OKTA), '\n')
    expect((await verify()).stdout).toContain(`logs/${OKTA}: the log is no longer the one that was read`)
    unlinkSync(join(cwd, 'logs', OKTA))
    const { code, stdout } = await verify()
    expect([code, stdout]).toEqual([0, expect.stringContaining('0 unchanged, 1 no longer there')])
  })
  it('finds an edited, a removed and a cut-off note', async () => {
    const notes = join(cwd, 'case.work/notes.ndjson')
    for (const text of ['blocked 3 addresses', 'reset 2 accounts', 'told the owner'])
      expect((await runCli(['note', 'case', text, '--by', 'Sato'], { cwd })).code).toBe(0)
    const whole = readFileSync(notes, 'utf8')
    expect((await verify()).stdout).toContain('3 notes')
    writeFileSync(notes, whole.replace('reset 2', 'reset 3'))
    expect((await verify()).stdout).toContain('notes: line 2 does not follow')
    writeFileSync(notes, whole.split('\n').toSpliced(0, 1).join('\n'))
    expect((await verify()).stdout).toContain('notes: line 1 does not follow')
    writeFileSync(notes, whole)
    await seal(cwd)
    writeFileSync(notes, `${whole.split('\n').slice(0, 2).join('\n')}\n`)
    const { code, stdout } = await verify()
    expect([code, stdout]).toEqual([1, expect.stringContaining('notes: the 3 entries that stood there')])
  })
  it('refuses to add to a broken chain, and to what is no case', async () => {
    await runCli(['note', 'case', 'one', '--by', 'Sato'], { cwd })
    const notes = join(cwd, 'case.work/notes.ndjson')
    writeFileSync(notes, readFileSync(notes, 'utf8').replace('one', 'two'))
    expect((await runCli(['note', 'case', 'three', '--by', 'Sato'], { cwd })).code).toBe(2)
    expect((await verify('nowhere')).code).toBe(2)
    expect((await verify('logs')).code).toBe(2)
  })
})
