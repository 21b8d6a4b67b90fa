import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkTemplate } from '../../src/recovery/check-template.ts'
import { PROVIDER_ACTS } from '../../src/recovery/define-provider.ts'
import { fillCommand, type CommandValues } from '../../src/recovery/fill-command.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { escapeJson, quotePosix, quotePowerShell } from '../../src/recovery/shell-quote.ts'
import { HOSTILE_IDS } from './support/hostile-ids.ts'
import { tempFolder } from '../support/temp-folder.ts'

const TOOLS = [
  'auth0',
  'curl',
  'jq',
  'kcadm.sh',
  'aws',
  'gam',
  'usermod',
  'mv',
  'getent',
  'grep',
  'ssh-keygen',
  'find',
  'cut',
  'id',
  'ps',
  'cat',
  'ls',
  'crontab',
  'sudo',
  'journalctl',
  'last',
  'lastb',
  'faillock',
  'loginctl',
  'pkill',
  'chage',
  'gpasswd',
  'nft',
  'gcloud',
  'date',
  'duo_api',
  'sf',
  'tail',
  'wp',
  'psql',
]

/** Names that no function of sh can have. */
const isNoFunction = (name: string): boolean => /[^\w]/.test(name)

let folder = ''
beforeAll(() => {
  folder = tempFolder()
  // A function needs no process of its own; one printf per call: the stubs of a pipeline run side by side, and their words must not mix.
  const note = `[ $# -eq 0 ] || printf '%s\\0' "$@" >> "$SEEN"`
  for (const tool of TOOLS.filter(isNoFunction)) {
    writeFileSync(join(folder, tool), `#!/bin/sh\n${note}\n`)
    chmodSync(join(folder, tool), 0o755)
  }
  const functions = TOOLS.filter((name) => !isNoFunction(name)).map((tool) => `${tool}() { ${note}; }`)
  writeFileSync(join(folder, 'stubs'), functions.join('\n'))
})

/** In a subshell each, as `sh -c` would: what one does, or breaks, is nothing to the next. A shell of its own for each took minutes. */
const RUN_ALL = `. ./stubs
for at in "$@"; do
  (export SEEN="$at.seen"; . "./$at.sh") < /dev/null || printf '%s\n' "$at failed: $?" >&2
done`

/** Of each command, every argument that any stub was given, in order. Throws where a command fails. */
const argumentsSeen = (commands: readonly string[]): string[][] => {
  commands.forEach((command, at) => {
    writeFileSync(join(folder, `${at}.sh`), command)
    writeFileSync(join(folder, `${at}.seen`), '')
  })
  const { stderr } = spawnSync('/bin/sh', ['-c', RUN_ALL, 'sh', ...Array.from(commands.keys(), String)], {
    cwd: folder,
    env: { PATH: folder, O: 'https://example.org', T: 't', REALM: 'r', POOL: 'p', DB: 'postgres:' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const failed = commands.filter((_, at) => stderr.split('\n').some((line) => line.startsWith(`${at} failed`)))
  if (failed.length > 0) throw new Error(`${stderr}\n${failed.join('\n')}`)
  return commands.map((_, at) =>
    readFileSync(join(folder, `${at}.seen`), 'utf8')
      .split('\0')
      .slice(0, -1),
  )
}

const attempt = (decode: () => string): string => {
  try {
    return decode()
  } catch {
    return ''
  }
}
/** Does this word carry the id, plainly, percent-encoded, JSON-escaped, or as both? */
const carries = (word: string, id: string): boolean => {
  const url = attempt(() => decodeURIComponent(word))
  const unescaped = (text: string): string =>
    text
      .replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\(["\\nrtbf])/g, (_, c: string) => JSON.parse(`"\\${c}"`) as string)
  return [word, url, unescaped(word), unescaped(url), unescaped(word).replaceAll("''", "'")].some((text) => text.includes(id))
}

const values = (account: string): CommandValues => ({
  account,
  name: account,
  since: '2026-10-21T00:00:00.000Z',
  until: '2026-12-20T00:00:00.000Z',
  oldContact: 'old@example.com',
  sources: ['203.0.113.7/32'],
  sources4: ['203.0.113.7/32'],
  sources6: ['2001:db8:1:2::/64'],
  part: '1',
  keys: ['SHA256:oTgw5nZk1JvXuQyXHnQ0n2qkQm1o1d7S8T4Z1exampl'],
})
const declared = providers.flatMap((provider) =>
  PROVIDER_ACTS.flatMap((act) =>
    (provider.acts[act] ?? [])
      .flatMap((command) => [command, ...(command.fallback === undefined ? [] : [{ ...command, command: command.fallback.command }])])
      .map((command) => ({ provider, act, command })),
  ),
)
const posix = declared.filter(({ provider }) => provider.shell !== 'powershell')

describe('quoting', () => {
  it('real sh gives any text back byte for byte', () => {
    const text = fc
      .oneof(fc.constantFrom(...HOSTILE_IDS), fc.string({ unit: 'binary' }))
      .filter((each) => !each.includes('\0') && each.isWellFormed())
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const command = `printf '%s\\0' ${texts.map(quotePosix).join(' ')} end`
        const words = execFileSync('/bin/sh', ['-c', command], { encoding: 'buffer' })
        expect(words.toString('utf8')).toBe(`${texts.join('\0')}\0end\0`)
      }),
      { numRuns: 40 },
    )
  })

  it('shows no control, bidi or zero-width character except a trailing newline', () => {
    for (const id of HOSTILE_IDS) {
      expect(quotePosix(id).replace(/\n+(?='$)/, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(quotePowerShell(id)).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(escapeJson(id)).not.toMatch(/['\p{Cc}\p{Cf}]/u)
      expect(JSON.parse(`"${escapeJson(id)}"`)).toBe(id)
    }
  })

  it('PowerShell: single and typographic quotes are doubled, hidden characters become terms', () => {
    expect(quotePowerShell("o'neil $(x) `n")).toBe("'o''neil $(x) `n'")
    expect(quotePowerShell('\u2019; Remove-Item x; \u2018')).toBe("'\u2019\u2019; Remove-Item x; \u2018\u2018'")
    expect(quotePowerShell('a\u001bb')).toBe("('a'+[char]::ConvertFromUtf32(0x1b)+'b')")
  })

  it('NUL, lone surrogates and dot segments in paths are refused', () => {
    expect(fillCommand('x {account}', { account: 'a\0b' }, 'posix')).toBeUndefined()
    expect(fillCommand('x {account}', { account: 'a\ud800' }, 'posix')).toBeUndefined()
    expect(fillCommand("x 'users/{account|url}'", { account: '..' }, 'posix')).toBeUndefined()
    expect(fillCommand('x {oldContact}', { account: 'a' }, 'posix')).toBeUndefined()
  })

  it('templates that quote a placeholder themselves are found', () => {
    expect(checkTemplate("x '{account}'", 'posix')).toHaveLength(1)
    expect(checkTemplate('x "{account}"', 'posix')).toHaveLength(1)
    expect(checkTemplate('x {account|json}', 'posix')).toHaveLength(1)
    expect(checkTemplate('x {acount}', 'posix')).toHaveLength(1)
    expect(checkTemplate(`x "$(y -- {account} | z)/k" '{"a":"{account|json}"}' u/{account|url}`, 'posix')).toEqual([])
  })
})

describe('commands of the built-in providers', () => {
  it.each(declared)('$provider.id $act: placeholders stand where they are safe', ({ provider, command }) => {
    expect(checkTemplate(command.command, provider.shell ?? 'posix')).toEqual([])
  })

  it.each(posix)('$provider.id $act: sh hands over the id of twelve hostile accounts unchanged', ({ command }) => {
    const aboutAccount = /\{(account|name)/.test(command.command)
    const filled = HOSTILE_IDS.map((id) => fillCommand(command.command, values(id), 'posix') ?? 'false')
    for (const [at, seen] of argumentsSeen(filled).entries()) {
      expect(seen.length).toBeGreaterThan(0)
      if (aboutAccount)
        expect(
          seen.some((word) => carries(word, HOSTILE_IDS[at] ?? '')),
          filled[at],
        ).toBe(true)
    }
    expect(() => readFileSync(join(folder, 'pwned'))).toThrow()
  })

  it('an id with a leading dash is never a word that a program reads as an option', () => {
    const seen = argumentsSeen(posix.map(({ command }) => fillCommand(command.command, values('-rf'), 'posix') ?? 'false'))
    for (const [at, { provider, act }] of posix.entries()) {
      const words = seen[at] ?? []
      words.forEach((word, i) => {
        if (word === '-rf')
          // WP-CLI takes only two dashes for an option.
          expect(
            ['--', '-u', '-U', '-d', '--user', 'user', 'account', ...(words[0] === 'user' ? [words[i - 1]] : [])].includes(
              words[i - 1] ?? '',
            ),
            `${provider.id} ${act}: ${words.join(' ')}`,
          ).toBe(true)
      })
    }
  })
})
