import { defineEncoder, isoOf } from '../../define-encoder.ts'
import type { SimEvent } from '../../event.ts'

/** Names of a Unix system: the part before the @. */
const unixName = (name: string): string => name.split('@')[0] ?? name

const messageOf = (event: SimEvent, port: number): string | undefined => {
  const { action, outcome, person, line } = event
  if (action !== 'login') return undefined
  const from = `from ${line.ip} port ${port} ssh2`
  if (outcome === 'success') return `Accepted password for ${unixName(event.name)} ${from}`
  if (outcome !== 'failure') return undefined
  return `Failed password for ${person < 0 ? 'invalid user ' : ''}${unixName(event.name)} ${from}`
}

/** OpenSSH in syslog with ISO times: logins only, no agent, no session. */
export const encoder = defineEncoder({
  id: 'sshd',
  title: { en: 'OpenSSH server (syslog)', ja: 'OpenSSHサーバ(syslog)' },
  file: 'auth.log',
  account: (_, name) => unixName(name),
  encode: (event, serial) => {
    const message = messageOf(event, 1024 + ((serial * 7919) % 60_000))
    return message && `${isoOf(event.timeMs).replace('Z', '000+00:00')} web-${serial % 3} sshd[${1000 + (serial % 64_000)}]: ${message}`
  },
})
