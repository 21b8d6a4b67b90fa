import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { tempFolder } from '../../support/temp-folder.ts'

const FORMATS = fileURLToPath(new URL('../../../fixtures/formats/', import.meta.url))

/** One log each of six systems, by the name it is given in the folder. */
export const SIX_SYSTEMS = {
  'auth0.json': { from: 'auth0/takeover-newest-first/input.json', format: 'auth0' },
  'cognito.ndjson': { from: 'cognito/takeover/input.ndjson', format: 'cognito' },
  'keycloak.json': { from: 'keycloak/takeover-newest-first/input.json', format: 'keycloak' },
  'm365.csv': { from: 'm365/takeover-csv/input.csv', format: 'm365' },
  'okta.json': { from: 'okta/takeover-newest-first/input.json', format: 'okta' },
  'secure.log': { from: 'sshd/syslog-iso/input.log', format: 'sshd' },
} as const

/** A user name that tries to clear the screen, to turn text round and to add a line. */
export const HOSTILE_NAME = 'eve\u001b[2J\u202etxt\u0007'

const sshdLine = (second: number, text: string): string =>
  `2026-11-03T02:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}+09:00 web sshd[${1000 + second}]: ${text}`

const hostileLog = (): string =>
  Array.from({ length: 12 }, (_, at) =>
    sshdLine(at, `Failed password for invalid user ${HOSTILE_NAME} from 203.0.113.9 port ${40_000 + at} ssh2`),
  ).join('\n')

const CONFIGS: Readonly<Record<string, string>> = {
  'broken.yaml': 'rules:\n  account-guessing: [1\nonly: : x\n',
  'unknown-rule.yaml': 'rules:\n  account-guesing:\n    failures: 20\n',
  'unknown-parameter.yaml': 'skip: []\nrules:\n  account-guessing:\n    window: 5m\n    tries: 20\n',
  'bad-value.yaml': 'rules:\n  account-guessing:\n    failures: many\n',
  'list-value.yaml': 'rules:\n  account-guessing:\n    failures: [1, 2]\n',
  'unknown-key.yaml': '# a comment\nrule:\n  account-guessing: {}\n',
  'unknown-selector.yaml': 'only:\n  - high\n  - acount-guessing\n',
  'no-map.yaml': '- 1\n',
  'aliases.yaml': `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
}

/** A folder with good, bad and broken inputs; nothing in it depends on the machine. */
export const makeInputFolder = (): string => {
  const folder = tempFolder()
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content)
  mkdirSync(join(folder, 'empty-folder'))
  mkdirSync(join(folder, 'six'))
  for (const [name, { from }] of Object.entries(SIX_SYSTEMS)) copyFileSync(join(FORMATS, from), join(folder, 'six', name))
  const [okta, secure] = ['okta.json', 'secure.log'].map((name) => readFileSync(join(folder, 'six', name)))
  write('okta.json', okta ?? '')
  write('secure.log', secure ?? '')
  write('half.json', okta?.subarray(0, Math.floor(okta.length / 2)) ?? '')
  write('empty.json', '')
  write('binary.dat', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)))
  write('garbage.log', 'what is this?\n'.repeat(300))
  const packed = gzipSync(secure ?? '')
  write('secure.log.gz', packed)
  write('cut.gz', packed.subarray(0, Math.floor(packed.length * 0.6)))
  write('hostile.log', `${hostileLog()}\n`)
  write('bad\u001b[31mname.json', '')
  for (const [name, text] of Object.entries(CONFIGS)) write(name, text)
  return folder
}
