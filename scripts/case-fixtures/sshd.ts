import type { Deed } from './world.ts'

/** One connection as syslog has it (RFC 3339 times): what the server says from the first line to the last. */
const connection = ({ at, kind, person, typed, line }: Deed, index: number): readonly (readonly [number, string])[] => {
  const pid = 20_000 + index
  const port = 30_000 + ((index * 7919) % 30_000)
  const name = typed ?? person?.mail.split('@')[0] ?? ''
  const from = `from ${line.ip} port ${port}`
  const say = (after: number, text: string): readonly [number, string] => [at + after, `sshd[${pid}]: ${text}`]
  const end = (who: string): readonly [number, string] => say(2600, `Connection closed by ${who} ${name} ${line.ip} port ${port} [preauth]`)
  if (kind === 'unknown') {
    return [
      say(0, `Invalid user ${name} ${from}`),
      say(90, 'pam_unix(sshd:auth): check pass; user unknown'),
      say(2100, `Failed password for invalid user ${name} ${from} ssh2`),
      end('invalid user'),
    ]
  }
  if (kind === 'bad-password') {
    return [
      say(60, `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${line.ip}  user=${name}`),
      say(2100, `Failed password for ${name} ${from} ssh2`),
      end('authenticating user'),
    ]
  }
  const how =
    kind === 'password'
      ? `Accepted password for ${name} ${from} ssh2`
      : `Accepted publickey for ${name} ${from} ssh2: ED25519 SHA256:AAAAexampleexampleexampleexampleexampleexample`
  return [
    say(300, how),
    say(380, `pam_unix(sshd:session): session opened for user ${name}(uid=1001) by (uid=0)`),
    say(20 * 60_000, `pam_unix(sshd:session): session closed for user ${name}`),
  ]
}

const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '000+00:00')

/** `auth.log` of one server. */
export const writeSshd = (deeds: readonly Deed[]): string =>
  deeds
    .toSorted((left, right) => left.at - right.at)
    .flatMap(connection)
    .toSorted(([left], [right]) => left - right)
    .map(([at, text]) => `${stamp(at)} bastion ${text}\n`)
    .join('')
