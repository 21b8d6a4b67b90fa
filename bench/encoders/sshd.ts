import { iso, type Encoder } from './encoder.ts'

/** `Dec 10 06:55:46 host sshd[pid]: …`: one connection per attempt. */
export const sshd: Encoder = ({ timeMs, outcome, ip, account, serial }) => {
  const head = `${iso(timeMs).slice(0, 19)}.000000+00:00 web-${serial % 4} sshd[${(serial % 30000) + 1000}]:`
  const port = 1024 + (serial % 60000)
  if (outcome === 'success') return `${head} Accepted publickey for user${account} from ${ip} port ${port} ssh2: ED25519 SHA256:examplekey`
  if (outcome === 'bad-password') return `${head} Failed password for user${account} from ${ip} port ${port} ssh2`
  return `${head} Failed password for invalid user leak${serial} from ${ip} port ${port} ssh2`
}
