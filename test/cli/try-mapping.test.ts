import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { formatSamples } from '../../src/formats/samples.ts'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

let folder = ''
beforeAll(() => {
  folder = tempFolder()
  writeFileSync(
    join(folder, 'logins.csv'),
    'when,who,from,how\n2026-11-21T02:14:05Z,sato,203.0.113.7,ok\n2026-11-21T02:15:05Z,hunter2!secret,203.0.113.7,ng\n2026-11-21T02:16:05Z,sato,203.0.113.7,ng\n2026-11-21T02:17:05Z,sato,203.0.113.7,maybe\n',
  )
  writeFileSync(
    join(folder, 'my.yaml'),
    'ashiato: mapping/1\nid: my-shop\nkind: csv\ntime: when\nfields: { username: who, ip: from }\noutcome: { from: how, codes: { ok: success, ng: failure } }\n',
  )
})

describe('ashiato formats', () => {
  test('--try shows the first events, what was not understood, and which fields never had a value', async () => {
    const { stdout, code } = await runCli(['formats', '--try', 'logins.csv', '--map', 'my.yaml'], { cwd: folder })
    expect(code).toBe(3)
    expect(stdout).toContain('my-shop')
    expect(stdout).toContain('4 = 3 used + 0 ignored + 1 rejected')
    expect(stdout).toContain('line 5: unknown event code')
    expect(stdout).toMatch(/never there +account, userAgent, session/)
    expect(stdout.match(/sato/g)).toHaveLength(2)
  })

  test('--try says what was wrong with a file that could not be read', async () => {
    writeFileSync(join(folder, 'picture.bin'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3]))
    writeFileSync(join(folder, 'empty.csv'), '')
    for (const [name, why] of [
      ['nowhere.csv', 'nowhere.csv: not found'],
      ['picture.bin', 'picture.bin: printed or photographed (PNG)'],
      ['empty.csv', 'empty.csv: empty'],
    ] as const) {
      const { stdout, stderr, code } = await runCli(['formats', '--try', name], { cwd: folder })
      expect([code, stdout.trim() === ''], name).toEqual([3, name === 'nowhere.csv'])
      expect(stderr).toContain(why)
    }
    writeFileSync(join(folder, 'good.csv'), 'when,who,from,how\n2026-11-21T02:14:05Z,sato,203.0.113.7,ok\n')
    expect(await runCli(['formats', '--try', 'good.csv', '--map', 'my.yaml'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' })
  })

  test('a name that only failed may be a password: its length alone is shown', async () => {
    const { stdout, stderr } = await runCli(['formats', '--try', 'logins.csv', '--map', 'my.yaml', '--lang', 'ja'], { cwd: folder })
    expect(stdout + stderr).not.toContain('hunter2')
    expect(stdout).toContain('(14)')
  })

  test('ID tells how to export, and shows a record', async () => {
    const { stdout } = await runCli(['formats', 'okta'], { cwd: folder })
    expect(stdout).toContain('GET /api/v1/logs')
    expect(stdout.replaceAll(/\s/g, '')).toContain((formatSamples['okta']?.sample ?? '').slice(0, 60).replaceAll(/\s/g, ''))
  })

  test('the list says whether a log knows of a second factor', async () => {
    const { stdout } = await runCli(['formats'], { cwd: folder })
    expect(stdout).toContain('MFA')
    expect(formatSamples['okta']?.mfa).toBe(true)
    expect(formatSamples['access-log']?.mfa).toBe(false)
  })
})
