import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { bulkFiles } from '../../src/casefolder/bulk-files.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { readCase } from '../reports/documents.ts'
import { account, input } from './support/accounts.ts'
import { createPowerShellReader } from './support/powershell-grammar.ts'
import { powerShellWords } from './support/powershell-tokens.ts'
import { tempFolder } from '../support/temp-folder.ts'

const HOSTILE = [
  'auth0|0123456789',
  "o'neil'; touch pwned; '",
  '$(touch pwned)`touch pwned`${HOME}',
  '--blocked=false',
  '-rf',
  'two\nlines\r\n',
  'say "hi" \\ %s %n !x',
  '\u001b]0;owned\u0007\u202egpj.exe',
  '日本語 太郎@example.jp',
  "*?[a-z]{1,2}~;&|<>#'",
  'END_OF_KNOWN',
  'plain',
]

const base = readCase('okta-takeover', 'en')
/** A case of a campaign: these accounts of one provider, all entered from its sources. */
const caseOf = (provider: string, ids: readonly string[], changes: (id: string) => Partial<CaseAccount> = () => ({})): CaseDocument => {
  const [model] = base.accounts
  if (model === undefined) throw new Error('the written case names nobody')
  const accounts = ids.map((id): CaseAccount => {
    const own = { ...changes(id) }
    const who = account({ account: id, provider, flags: ['campaignSource'], contactChanged: null })
    const { accountSteps } = buildChecklists(input([who]), { lang: 'en' })
    return {
      ...model,
      account: id,
      provider,
      names: [`${id}@example.jp`],
      verdict: 'compromised',
      kind: 'takeover',
      class: 'A',
      flags: ['campaignSource'],
      decision: { state: 'pending', by: null, at: null, why: null },
      checklist: accountSteps(who),
      ...own,
    }
  })
  return { ...base, accounts }
}
const scriptsOf = (document: CaseDocument, lang: 'en' | 'ja' = 'en'): ReadonlyMap<string, string> =>
  new Map(bulkFiles(document, [], { lang, zone: 'UTC' }).map(({ path, content }) => [path, [...content].join('')]))

let folder = ''
beforeEach(() => {
  folder = tempFolder()
})

/** Stands in for a tool: notes its words, answers a line, fails where an id says so. */
const stub = (tool: string): void => {
  writeFileSync(
    join(folder, tool),
    `#!/bin/sh\n[ $# -eq 0 ] || printf '%s\\0' "$@" >> "$SEEN"\ncase "$*" in *plain*) [ -e "$FAIL" ] && exit 7 ;; esac\necho answered\n`,
  )
  chmodSync(join(folder, tool), 0o755)
}
interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}
const run = (script: string, ...args: string[]): Ran => {
  writeFileSync(join(folder, 'script.sh'), script)
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['script.sh', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}`, SEEN: join(folder, 'seen'), FAIL: join(folder, 'fail') },
  })
  return { code: status, stdout, stderr }
}
const seen = (): string[] => (existsSync(join(folder, 'seen')) ? readFileSync(join(folder, 'seen'), 'utf8').split('\0').slice(0, -1) : [])
const logOf = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
const okta = (): string => scriptsOf(caseOf('okta', HOSTILE)).get('03_checklist/bulk/A-okta.sh') ?? ''

describe('a bulk script', () => {
  it('is dry by default: prints every account, calls nothing, and says how long it takes', () => {
    stub('curl')
    const { code, stdout, stderr } = run(okta(), '--step', 'E1')
    expect(code).toBe(0)
    expect(stdout.split('\n').filter((line) => line.startsWith('would run E1'))).toHaveLength(HOSTILE.length)
    expect(stderr).toContain('to do, and at least how long: E1: 12, 3 s')
    expect(seen()).toEqual([])
    expect(existsSync(join(folder, 'A-okta.E1.log.csv'))).toBe(false)
  })

  it('asks for the settings of the service before it runs, and for a step it knows', () => {
    stub('curl')
    const { code, stderr } = run(okta(), '--step', 'E1', '--run')
    expect([code, stderr]).toEqual([2, expect.stringContaining('O=https://YOUR_ORG.okta.com')])
    expect(run(okta(), '--step', 'E9').code).toBe(2)
    expect(run(okta()).code).toBe(2)
    expect(run(okta(), '--step', 'E1', '--rate', '0').code).toBe(2)
    expect(seen()).toEqual([])
  })

  it('begins with a canary, logs line by line, resumes where it stopped, and takes up failures again', () => {
    stub('curl')
    writeFileSync(join(folder, 'env'), "O='https://example.org' T=t\n")
    writeFileSync(join(folder, 'fail'), '')
    const options = ['--step', 'E1', '--env', 'env', '--run', '--rate', '100']
    expect(run(okta(), ...options, '--limit', '2').stderr).toContain('step, taken, failed: E1, 2, 0')
    expect(logOf('A-okta.E1.log.csv')).toHaveLength(3)
    const second = run(okta(), ...options)
    expect(second.stderr).toMatch(/skipped: 2\n[^]*E1: 10, 1 s\n[^]*E1, 10, 1\n/)
    expect(second.code).toBe(1)
    const failed = logOf('A-okta.E1.log.csv').filter((line) => line.endsWith(',7,plain'))
    expect(failed).toHaveLength(1)
    rmSync(join(folder, 'fail'))
    expect(run(okta(), ...options).stderr).toContain('E1, 1, 0')
    expect(run(okta(), ...options).stderr).toContain('E1, 0, 0')
    expect(logOf('A-okta.E1.log.csv').at(-1)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ,[0-9a-f]{12},E1,12,0,plain$/)
    expect(readFileSync(join(folder, 'A-okta.E1.out'), 'utf8')).toContain('answered')
  })

  it("another list's log makes it skip nobody", () => {
    stub('curl')
    writeFileSync(join(folder, 'env'), 'O=https://example.org T=t\n')
    run(okta(), '--step', 'E1', '--env', 'env', '--run', '--rate', '100')
    const other = scriptsOf(caseOf('okta', HOSTILE.slice(0, 8))).get('03_checklist/bulk/A-okta.sh') ?? ''
    expect(run(other, '--step', 'E1', '--env', 'env', '--run', '--rate', '100').stderr).toContain('E1, 8, 0')
  })

  it('stops after so many failures in a row', () => {
    writeFileSync(join(folder, 'curl'), '#!/bin/sh\nexit 22\n')
    chmodSync(join(folder, 'curl'), 0o755)
    writeFileSync(join(folder, 'env'), 'O=https://example.org T=t\n')
    const { code, stderr } = run(okta(), '--step', 'R2', '--env', 'env', '--run', '--rate', '100', '--max-failures', '3')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/stopped: failures in a row 3\n[^]*R2, 3, 3/)])
  })

  it('does without what a plan lacks only where that is said, never because a call failed', () => {
    const script = scriptsOf(caseOf('auth0', HOSTILE.slice(0, 6))).get('03_checklist/bulk/A-auth0.sh') ?? ''
    writeFileSync(join(folder, 'auth0'), `#!/bin/sh\nprintf '%s\\0' "$@" >> "$SEEN"\nexit 1\n`)
    chmodSync(join(folder, 'auth0'), 0o755)
    writeFileSync(join(folder, 'env'), '')
    run(script, '--step', 'E1', '--env', 'env', '--run', '--rate', '100')
    expect(seen()).not.toContain('--blocked=true')
    stub('auth0')
    writeFileSync(join(folder, 'env'), 'WITHOUT_PLAN=yes\n')
    run(script, '--step', 'E1', '--env', 'env', '--run', '--rate', '100')
    expect(seen()).toContain('--blocked=true')
  })

  it('keeps its pace', () => {
    stub('curl')
    stub('sleep')
    writeFileSync(join(folder, 'env'), 'O=https://example.org T=t\n')
    run(okta(), '--step', 'E1', '--env', 'env', '--run', '--rate', '4')
    expect(seen().filter((word) => word === '1')).toHaveLength(3)
  })

  it('leaves reset to people where a contact or factor was changed, and says for how many', () => {
    const document = caseOf('okta', HOSTILE, (id) => (id === 'plain' ? { flags: ['campaignSource', 'contactChanged'] } : {}))
    const script = scriptsOf(document, 'ja').get('03_checklist/bulk/A-okta.sh') ?? ''
    stub('curl')
    expect(run(script, '--step', 'R2').stdout).not.toContain('plain')
    expect(run(script, '--step', 'E1').stdout).toContain('plain')
    expect(script).toContain('R2  パスワードの強制リセット(11アカウント)')
  })

  it('is not written for a handful, nor for accounts that people cleared', () => {
    expect(scriptsOf(caseOf('okta', HOSTILE.slice(0, 5))).size).toBe(0)
    const cleared = caseOf('okta', HOSTILE, () => ({ decision: { state: 'cleared', by: 'x', at: null, why: null } }))
    expect(scriptsOf(cleared).size).toBe(0)
  })
})

const TOOLS = [
  'auth0',
  'curl',
  'jq',
  'kcadm.sh',
  'aws',
  'gam',
  'usermod',
  'mv',
  'loginctl',
  'pkill',
  'chage',
  'id',
  'getent',
  'cut',
  'sf',
  'tail',
  'wp',
  'psql',
  'duo_api',
]
const decoded = (word: string): readonly string[] => {
  const unescaped = (text: string): string => {
    try {
      return JSON.parse(`"${text.replaceAll('"', '\\"').replaceAll('\\\\"', '\\"')}"`) as string
    } catch {
      return text
    }
  }
  try {
    return [word, decodeURIComponent(word), unescaped(word)]
  } catch {
    return [word, unescaped(word)]
  }
}

describe.each(providers.filter(({ shell, acts }) => shell !== 'powershell' && Object.keys(acts).length > 0))('$id', ({ id, setup }) => {
  it('hands every hostile id over unchanged, in every step, and runs nothing else', () => {
    const script = [...scriptsOf(caseOf(id, HOSTILE)).values()][0] ?? ''
    const steps = (/^STEPS='(.*)'$/m.exec(script)?.[1] ?? '').split(' ')
    expect(steps.length).toBeGreaterThan(0)
    expect(setup.length).toBeGreaterThan(0)
    for (const tool of TOOLS) stub(tool)
    writeFileSync(
      join(folder, 'env'),
      'O=o T=t REALM=r POOL=p DB=d S=s K=k Z=z AK=a A=a P=p DC=eu1 F=f SF=s AM=a IDM=i IDM_TOKEN=t APIKEY=a USERKEY=u SECRET=s\n',
    )
    for (const step of steps) {
      writeFileSync(join(folder, 'seen'), '')
      const { stderr } = run(script, '--step', step, '--env', 'env', '--run', '--rate', '1000', '--max-failures', '0')
      expect(stderr, `${id} ${step}`).not.toMatch(/not found|syntax|unbound|parameter not set/i)
      const words = seen().flatMap(decoded)
      const named = /gigya|authentik|supabase|identity-platform/.test(id)
      for (const wanted of named
        ? ['plain', '日本語 太郎@example.jp']
        : ['auth0|0123456789', '--blocked=false', '日本語 太郎@example.jp', '$(touch pwned)`touch pwned`${HOME}'])
        expect(
          words.some((word) => word.includes(wanted)),
          `${id} ${step}: ${wanted}`,
        ).toBe(true)
    }
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
})

/** Quotes that only PowerShell takes for quotes, and its own escape and variables. */
const HOSTILE_TO_POWERSHELL = [...HOSTILE, '\u2019; Remove-Item x; \u2018', '\u201d; $env:PATH', '`n`0', '@(1..9)', '#>', '$null', "'@\nx"]

describe('PowerShell', () => {
  it.each(['entra', 'windows', 'azure-b2c'])('%s: says that it was not tried, and quotes its ids', (id) => {
    const script = [...scriptsOf(caseOf(id, HOSTILE)).entries()][0]
    expect(script?.[0]).toBe(`03_checklist/bulk/A-${id}.ps1`)
    expect(script?.[1]).toContain('not tried in PowerShell')
    expect(script?.[1]).toContain("Row 2 'o''neil''; touch pwned; '''")
    expect(script?.[1]?.indexOf('param(')).toBeLessThan(script?.[1]?.indexOf('$Name =') ?? 0)
  })

  it.each(['entra', 'windows', 'azure-b2c'])(
    '%s: is a script by PowerShell’s grammar, and runs the same whatever the ids are',
    async (id) => {
      const read = await createPowerShellReader()
      const scriptFor = (ids: readonly string[]): string => [...scriptsOf(caseOf(id, ids)).values()][0] ?? ''
      const plain = read(scriptFor(HOSTILE_TO_POWERSHELL.map((_, index) => `plain${index}`)))
      const hostile = read(scriptFor(HOSTILE_TO_POWERSHELL))
      expect([plain.hasError, hostile.hasError]).toEqual([false, false])
      expect(hostile.commands).toEqual(plain.commands)
      expect(hostile.commands.filter((name) => name === 'Row')).toHaveLength(HOSTILE_TO_POWERSHELL.length)
    },
  )

  it.each(['entra', 'windows', 'azure-b2c'])('%s: by its rules of quoting every id is one word, in the row and in each command', (id) => {
    const script = [...scriptsOf(caseOf(id, HOSTILE_TO_POWERSHELL)).values()][0] ?? ''
    const rows = script.split('\n').filter((line) => line.startsWith('Row '))
    const words = rows.map(powerShellWords)
    expect(words.map(({ values }) => values[0])).toEqual(HOSTILE_TO_POWERSHELL)
    // What stands outside of strings is the same for every id, in the row and in its commands: nothing of a hostile one has got out.
    expect(new Set(words.map(({ code }) => code.replace(/^Row \d+/, 'Row'))).size).toBe(1)
    const commandsOf = words.map(({ values }) => values.slice(1).map(powerShellWords))
    const plain = commandsOf[HOSTILE.indexOf('plain')]?.map(({ code }) => code)
    expect(plain?.length).toBeGreaterThan(1)
    for (const [index, commands] of commandsOf.entries()) {
      expect(commands.map(({ code }) => code)).toEqual(plain)
      const named = commands.flatMap(({ values }) => values)
      expect(
        named.some(
          (value) => value === HOSTILE_TO_POWERSHELL[index] || value.includes(encodeURIComponent(HOSTILE_TO_POWERSHELL[index] ?? '')),
        ),
      ).toBe(true)
    }
  })
})
