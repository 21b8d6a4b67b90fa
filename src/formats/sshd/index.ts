import { anyTime, defineFormat, epochTime } from '../define-format.ts'
import type { Computed, JsonShape, Path } from '../define-format.ts'
import { classifyCode } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { foldConnection } from './fold.ts'
import { isAccountTool, isSshd, isTrustedSender, journalMessage, tellsByItself, toolOf } from './journald.ts'
import { readAct, readMessage } from './message.ts'
import type { SshMessage } from './message.ts'
import { ACCOUNT_TOOL_LINE, SSHD_LINE, SSHD_RFC5424, SYSLOG_LINE } from './syslog-head.ts'

type MessageOf = (raw: string | undefined) => string | undefined

const part = (path: Path, message: MessageOf, key: keyof SshMessage): Computed => ({
  from: [path],
  to: (raw) => readMessage(message(raw))[key],
})

/** A line is sshd's, or of a tool that changes accounts. */
const linePart = (key: keyof SshMessage): Computed => ({
  from: ['message', 'act', 'tool'],
  to: (message, act, tool) => (act === undefined ? readMessage(message) : readAct(act, tool))[key],
})

const journalPart = (key: keyof SshMessage): Computed => ({
  from: ['SYSLOG_IDENTIFIER', 'MESSAGE'],
  to: (identifier, raw) => {
    const message = journalMessage(raw)
    return (isAccountTool(identifier) ? readAct(message ?? '', toolOf(identifier)) : readMessage(message))[key]
  },
})

/** One connection is one process of sshd: `host/pid`. */
const connectionOf = (host: string | undefined, pid: string | undefined): string | undefined =>
  pid === undefined || pid === '-' ? undefined : `${host ?? ''}/${pid}`

/** The same where the scanner cut the line: under the name of the field, or another. */
const cut = (name: Path, field: Computed): Computed => ({ ...field, cut: name })

const asWritten: MessageOf = (raw) => raw

/** What journald keeps, as journalctl writes it. */
const journal: JsonShape = {
  kind: 'json',
  name: 'journald',
  signature: { has: ['__REALTIME_TIMESTAMP', 'MESSAGE'], test: ({ MESSAGE }) => !tellsByItself(MESSAGE), reads: ['MESSAGE'] },
  fields: {
    time: epochTime('__REALTIME_TIMESTAMP'),
    id: '__CURSOR',
    session: {
      from: ['_HOSTNAME', '_PID', 'SYSLOG_IDENTIFIER'],
      to: (host, pid, identifier) => (isAccountTool(identifier) ? undefined : connectionOf(host, pid)),
    },
    username: journalPart('user'),
    actor: journalPart('actor'),
    ip: part('MESSAGE', journalMessage, 'ip'),
    port: part('MESSAGE', journalMessage, 'port'),
    protocol: part('MESSAGE', journalMessage, 'method'),
    credential: part('MESSAGE', journalMessage, 'key'),
  },
  classify: {
    by: ['SYSLOG_IDENTIFIER', '_UID', '_EXE', journalPart('code')],
    to: (identifier, uid, exe, code) => {
      if (!isSshd(identifier) && !isAccountTool(identifier)) return { ignore: 'other-program' }
      if (!isTrustedSender(uid, exe, identifier)) return { ignore: 'untrusted-sender' }
      const classified = classifyCode(code)
      return 'action' in classified && code !== undefined ? { ...classified, code } : classified
    },
  },
  repeat: part('MESSAGE', journalMessage, 'count'),
}

/** The same as Fluent Bit's input `systemd` hands it on, with the journal's time under a name of the output's: https://docs.fluentbit.io/manual/data-pipeline/inputs/systemd */
const shippedJournal: JsonShape = {
  ...journal,
  name: 'journald-shipped',
  signature: {
    has: ['SYSLOG_IDENTIFIER', 'MESSAGE'],
    any: [
      ['_PID', '_UID', '_TRANSPORT'],
      ['date', '@timestamp', 'timestamp'],
    ],
    not: ['__REALTIME_TIMESTAMP'],
    test: ({ MESSAGE }) => !tellsByItself(MESSAGE),
    reads: ['MESSAGE'],
  },
  fields: { ...journal.fields, time: anyTime('date', '@timestamp', 'timestamp') },
}

/** OpenSSH's server log: syslog lines (auth.log, secure) and what journalctl writes. */
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
      patterns: { line: SSHD_LINE, rfc5424: SSHD_RFC5424, accountTool: ACCOUNT_TOOL_LINE },
      other: 'other-program',
      cut: cutLines,
      fields: {
        time: anyTime('time'),
        session: cut('session', { from: ['host', 'pid'], to: connectionOf }),
        username: cut('user', linePart('user')),
        actor: cut('actor', linePart('actor')),
        ip: cut('ip', part('message', asWritten, 'ip')),
        port: cut('port', part('message', asWritten, 'port')),
        protocol: cut('method', part('message', asWritten, 'method')),
        credential: part('message', asWritten, 'key'),
      },
      classify: { by: [cut('code', linePart('code'))], to: classifyCode },
      repeat: part('message', asWritten, 'count'),
    },
    journal,
    shippedJournal,
  ],
  spec: 'https://man.openbsd.org/sshd.8',
  howToExport: {
    en: 'Copy /var/log/auth.log* (Debian, Ubuntu) or /var/log/secure* (Red Hat), or run: journalctl -t sshd -t sshd-session -t sshd-auth -t sudo -t su -o json (-o export, verbose and short-full are read as well)',
    ja: '/var/log/auth.log*(Debian系)または /var/log/secure*(Red Hat系)を複製するか、次を実行: journalctl -t sshd -t sshd-session -t sshd-auth -t sudo -t su -o json(-o export、verbose、short-full も読み込める)',
  },
})
