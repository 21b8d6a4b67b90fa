import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { runOptions } from '../support/run-options.ts'

const folder = mkdtempSync(join(tmpdir(), 'ashiato-syslog-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HOST = [
  'Nov 21 02:14:04 web1 sshd[99]: Accepted password for admin from 192.0.2.1 port 50000 ssh2',
  'Nov 21 02:14:04 web1 CRON[7]: pam_unix(cron:session): session opened for user root by (uid=0)',
  'Nov 21 02:14:05 web1 sudo[8]: pam_unix(sudo:auth): authentication failure; logname=a uid=1 euid=0 tty=/dev/pts/0 ruser=a rhost=192.0.2.7  user=a',
  'Nov 21 02:14:06 web1 audit[9]: USER_LOGIN pid=9 uid=0 auid=0 msg=\'op=login acct="root" exe="/usr/sbin/sshd" addr=192.0.2.8 res=failed\'',
  'Nov 21 02:14:07 web1 Plex Media Server[42]: started',
]

const inputOf = async (name: string, lines: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const { document } = await analyze(runOptions([path], { zone: 'UTC' }))
  const [input] = document.run.inputs
  return { format: input?.format, used: input?.used, ignored: input?.ignored, rejected: input?.rejected }
}

test('other programs of the host are ignored', async () => {
  expect(await inputOf('host.log', HOST)).toEqual({ format: 'sshd', used: 1, ignored: 4, rejected: 0 })
})

test.each([
  ['RFC 3164', 'Nov 21 02:15:05 web1 shop[321]: '],
  ['RFC 5424', '<38>1 2026-11-21T02:15:05Z web1 shop 321 - - '],
])('the logins of an application that logs through syslog are read: %s', async (_, head) => {
  const lines = [`${head}login success user=hanako ip=192.0.2.10`, `${head}login failure user=taro ip=198.51.100.20`, `${head}cache warmed`]
  expect(await inputOf('apps.log', [...HOST, ...lines])).toMatchObject({ used: 3, ignored: 5, rejected: 0 })
})

test('and where they are not understood they are rejects, not another program', async () => {
  const line = 'Nov 21 02:15:05 web1 shop[321]: login neither here nor there user=hanako ip=192.0.2.10'
  expect(await inputOf('odd.log', [...HOST, line])).toEqual({ format: 'sshd', used: 1, ignored: 4, rejected: 1 })
})
