import { anyTime, defineFormat, epochTime } from '../define-format.ts'
import type { Computed, Path } from '../define-format.ts'
import { classifyCode } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { foldConnection } from './fold.ts'
import { isSshd, isTrustedSender, journalMessage } from './journald.ts'
import { readMessage } from './message.ts'
import type { SshMessage } from './message.ts'
import { SSHD_LINE, SSHD_RFC5424, SYSLOG_LINE } from './syslog-head.ts'

type MessageOf = (raw: string | undefined) => string | undefined

const part = (path: Path, message: MessageOf, key: keyof SshMessage): Computed => ({
  from: [path],
  to: (raw) => readMessage(message(raw))[key],
})

/** One connection is one process of sshd: `host/pid`. */
const connection = (host: Path, pid: Path): Computed => ({
  from: [host, pid],
  to: (name, number) => (number === undefined || number === '-' ? undefined : `${name ?? ''}/${number}`),
})

/** The same where the scanner cut the line: under the name of the field, or another. */
const cut = (name: Path, field: Computed): Computed => ({ ...field, cut: name })

const asWritten: MessageOf = (raw) => raw

/** OpenSSH's server log: syslog lines (auth.log, secure) and `journalctl -o json`. */
export const format = defineFormat({
  id: 'sshd',
  title: 'OpenSSH server (auth.log, secure, journald)',
  provider: 'linux',
  zone: 'option',
  repeats: 'legitimate',
  names: 'exact',
  successes: 'always',
  attempt: { key: ['session'], withinMs: 600_000, fold: foldConnection },
  shapes: [
    {
      kind: 'text',
      name: 'syslog',
      signature: SYSLOG_LINE,
      patterns: { line: SSHD_LINE, rfc5424: SSHD_RFC5424 },
      other: 'other-program',
      cut: cutLines,
      fields: {
        time: anyTime('time'),
        session: cut('session', connection('host', 'pid')),
        username: cut('user', part('message', asWritten, 'user')),
        ip: cut('ip', part('message', asWritten, 'ip')),
        port: cut('port', part('message', asWritten, 'port')),
        protocol: cut('method', part('message', asWritten, 'method')),
      },
      classify: { by: [cut('code', part('message', asWritten, 'code'))], to: classifyCode },
      repeat: part('message', asWritten, 'count'),
    },
    {
      kind: 'json',
      name: 'journald',
      signature: { has: ['__REALTIME_TIMESTAMP', 'MESSAGE'] },
      fields: {
        time: epochTime('__REALTIME_TIMESTAMP'),
        id: '__CURSOR',
        session: connection('_HOSTNAME', '_PID'),
        username: part('MESSAGE', journalMessage, 'user'),
        ip: part('MESSAGE', journalMessage, 'ip'),
        port: part('MESSAGE', journalMessage, 'port'),
        protocol: part('MESSAGE', journalMessage, 'method'),
      },
      classify: {
        by: ['SYSLOG_IDENTIFIER', '_UID', '_EXE', part('MESSAGE', journalMessage, 'code')],
        to: (identifier, uid, exe, code) => {
          if (!isSshd(identifier)) return { ignore: 'other-program' }
          if (!isTrustedSender(uid, exe)) return { ignore: 'untrusted-sender' }
          const classified = classifyCode(code)
          return 'action' in classified && code !== undefined ? { ...classified, code } : classified
        },
      },
      repeat: part('MESSAGE', journalMessage, 'count'),
    },
  ],
  spec: 'https://man.openbsd.org/sshd.8',
  howToExport: {
    en: 'Copy /var/log/auth.log* (Debian, Ubuntu) or /var/log/secure* (Red Hat), or run: journalctl -t sshd -t sshd-session -t sshd-auth -o json',
    ja: '/var/log/auth.log*(Debian系)または /var/log/secure*(Red Hat系)を複製するか、次を実行: journalctl -t sshd -t sshd-session -t sshd-auth -o json',
  },
})
