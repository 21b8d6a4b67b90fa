import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { makeInputFolder, SIX_SYSTEMS } from './support/input-folder.ts'
import { runCli, type CliRun } from './support/run-cli.ts'

const folder = makeInputFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const documentOf = ({ stdout }: CliRun): CaseDocument => JSON.parse(stdout) as CaseDocument
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
/** Everything that the order, the names and the number of inputs must not change. */
const invariant = ({ run, ...rest }: CaseDocument): string =>
  JSON.stringify({ ...rest, rules: run.rules }, (key, value: unknown) => (key === 'where' ? undefined : value))

describe('a folder of many files that are no logs', () => {
  it('names twenty, counts the others, and still says how much was read', async () => {
    mkdirSync(join(folder, 'junk'))
    for (let at = 0; at < 50; at += 1) writeFileSync(join(folder, 'junk', `note-${at}.txt`), `hello world ${at}\n`)
    const lines = (await runCli(['junk', '--to', 'json'], { cwd: folder })).stderr.trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('junk/note-'))).toHaveLength(20)
    expect(lines[20]).toMatch(/^30 more inputs/)
    expect(lines.at(-2)).toBe('50 records read: 0 used, 0 ignored, 50 rejected.')
    expect(lines.at(-1)).toContain('50 inputs')
  })
})

describe('inputs that belong to several systems', () => {
  it('routes every record of a folder of six systems, and adds up', async () => {
    const run = await runCli(['six', '--to', 'json'], { cwd: folder })
    const { inputs } = documentOf(run).run
    expect(run.code).toBe(0)
    expect(inputs.map(({ path, format }) => [path, format])).toEqual(
      Object.entries(SIX_SYSTEMS)
        .map(([name, { format }]) => [`six/${name}`, format])
        .toSorted(),
    )
    for (const input of inputs) {
      expect(input.used, input.path).toBeGreaterThan(0)
      expect(input.used + input.ignored + input.rejected, input.path).toBe(input.records)
    }
    const sum = (pick: (input: (typeof inputs)[number]) => number): number => inputs.reduce((total, input) => total + pick(input), 0)
    expect(run.stderr).toBe(
      `${sum(({ records }) => records)} records read: ${sum(({ used }) => used)} used, ${sum(({ ignored }) => ignored)} ignored, ${sum(({ rejected }) => rejected)} rejected.\n`,
    )
  })

  it('routes two systems that come mixed through one pipe as it routes them apart', async () => {
    const okta = (JSON.parse(read('six/okta.json')) as unknown[]).map((record) => JSON.stringify(record))
    const cognito = read('six/cognito.ndjson').trimEnd().split('\n')
    const mixed = okta.flatMap((line, at) => [line, ...(cognito[at] === undefined ? [] : [cognito[at]])])
    const apart = documentOf(await runCli(['six/okta.json', 'six/cognito.ndjson', '--to', 'json'], { cwd: folder }))
    const together = documentOf(await runCli(['--to', 'json', '--quiet'], { cwd: folder, stdin: mixed.join('\n') }))
    expect(together.run.inputs.map(({ path, format, records }) => [path, format, records])).toEqual([
      ['-', 'okta+cognito', okta.length + cognito.length],
    ])
    expect(invariant(together)).toBe(invariant(apart))
  })
})

describe('inputs of no known format', () => {
  const unknown = (name: string): string => {
    writeFileSync(join(folder, name), '[{"when": "2026-11-03T00:00:00Z", "what": "x"}]')
    return name
  }
  it('shows a mapping to start from where one needs it', async () => {
    const { stderr } = await runCli([unknown('one.json'), '--to', 'json'], { cwd: folder })
    expect(stderr.match(/ashiato: mapping\/1/g)).toHaveLength(1)
    const japanese = await runCli(['one.json', '--to', 'json', '--lang', 'ja'], { cwd: folder })
    expect(japanese.stderr).toMatch(/列名からも読み取れません: .*が見つかりません。/)
    expect(japanese.stderr).toContain('# 列と値の例:\n  #   when: ')
  })
  it('gives several a line each with the reason, and a hint', async () => {
    const { stderr, code } = await runCli([unknown('one.json'), unknown('two.json'), '--to', 'json'], { cwd: folder })
    expect(code).toBe(3)
    expect(stderr).not.toContain('mapping/1')
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^one\.json: not used\. .*no column is recognised as/),
      expect.stringMatching(/^two\.json: not used\. .*no column is recognised as/),
      expect.stringMatching(/^2 inputs are in no known log format\./),
    ])
  })
})

describe('inputs that are not what they should be', () => {
  it('analyses the rest, says in the report what is incomplete, and ends with 3', async () => {
    const run = await runCli(['okta.json', 'nowhere.json', 'half.json', 'garbage.log', '--to', 'json', '-q'], { cwd: folder })
    const { run: about, summary } = documentOf(run)
    expect(run.code).toBe(3)
    expect(about.inputs.map(({ path, used }) => [path, used])).toEqual([
      ['okta.json', 18],
      ['half.json', 9],
      ['garbage.log', 0],
    ])
    expect(summary.incomplete).toBe(true)
    expect(summary.caveats.filter(({ id }) => id === 'unused' || id === 'incomplete')).toEqual([
      { id: 'unused', data: { where: 'nowhere.json', why: 'missing' } },
      { id: 'incomplete', data: { where: 'half.json', why: 'truncated' } },
      { id: 'unused', data: { where: 'garbage.log', why: 'unknown-format' } },
    ])
    for (const name of ['nowhere.json: not found', 'half.json: cut off', 'garbage.log: no known log format'])
      expect(run.stderr).toContain(name)
  })

  it('says so on the page, in the language of the reader', async () => {
    const run = await runCli(['okta.json', 'cut.gz', 'empty.json', '--to', 'table', '--lang', 'ja', '-q'], { cwd: folder })
    expect(run.stdout).toContain('cut.gz は末尾まで読めていない(途中で切れている)')
    expect(run.stdout).toContain('empty.json は使用していない(空)')
  })

  it('an array that is cut off between two records is cut off', async () => {
    const records = (JSON.parse(read('okta.json')) as unknown[]).slice(0, 9).map((record) => JSON.stringify(record))
    writeFileSync(join(folder, 'between.json'), `[${records.join(',\n')},\n`)
    const run = await runCli(['between.json', '--to', 'json', '-q'], { cwd: folder })
    expect([run.code, documentOf(run).run.inputs[0]?.used]).toEqual([3, 9])
    expect(run.stderr).toMatch(/^between\.json: cut off between two records/)
    expect(documentOf(run).summary.caveats).toContainEqual({ id: 'incomplete', data: { where: 'between.json', why: 'truncated' } })
  })

  it.each([
    ['list.json', '[]'],
    ['page.json', '{"Records": []}'],
    ['blank.log', '\n\n'],
    ['header.csv', 'time,user,ip,result\n'],
  ])('%s without one record is no log to judge by, but a quiet hour beside others', async (name, content) => {
    writeFileSync(join(folder, name), content)
    const [alone, beside] = await Promise.all([
      runCli([name, '--to', 'json', '--fail-on', 'high', '-q'], { cwd: folder }),
      runCli([name, 'secure.log', '--to', 'json', '-q'], { cwd: folder }),
    ])
    expect([alone.code, beside.code]).toEqual([3, 0])
    expect(alone.stderr).toContain(`${name}: not one record in it.`)
    expect(documentOf(alone).summary.caveats).toContainEqual({ id: 'unused', data: { where: name, why: 'empty' } })
  })

  it('what was read before the cut of a gzip counts', async () => {
    const [cut, whole] = await Promise.all(['cut.gz', 'secure.log.gz'].map((name) => runCli([name, '--to', 'json', '-q'], { cwd: folder })))
    const [part, all] = [cut, whole].map((run) => documentOf(run as CliRun).run.inputs[0])
    expect(part?.used).toBeGreaterThan(0)
    expect(part?.used).toBeLessThan(all?.used ?? 0)
    expect([cut?.code, whole?.code]).toEqual([3, 0])
  })

  it('one bad input does not hide findings, but its exit code wins over that of --fail-on', async () => {
    const found = await runCli(['okta.json', '--fail-on', 'info', '--to', 'json'], { cwd: folder })
    const both = await runCli(['okta.json', 'nowhere.json', '--fail-on', 'info', '--to', 'json'], { cwd: folder })
    expect([found.code, both.code]).toEqual([1, 3])
    expect(found.stderr).toMatch(/^\d+ findings? at or above info\.$/m)
    expect(documentOf(both).findings).toEqual(documentOf(found).findings)
  })

  it('an account that is judged taken over wakes the watch, although each finding lies below the floor', async () => {
    const usual = Array.from(
      { length: 18 },
      (_, day) =>
        `2026-11-${String(day + 1).padStart(2, '0')}T01:00:00+00:00 gw sshd[9]: Accepted publickey for ren from 192.0.2.2 port 1 ssh2`,
    )
    const guesses = Array.from(
      { length: 60 },
      (_, at) =>
        `2026-11-21T0${3 + Math.floor(at / 30)}:${String((at * 2) % 60).padStart(2, '0')}:00+00:00 gw sshd[9]: Failed password for invalid user a${at} from 203.0.113.9 port 1 ssh2`,
    )
    writeFileSync(
      join(folder, 'slow.log'),
      [...usual, ...guesses, '2026-11-21T05:10:00+00:00 gw sshd[9]: Accepted password for ren from 203.0.113.9 port 1 ssh2', ''].join('\n'),
    )
    const run = await runCli(['slow.log', '--fail-on', 'critical', '--to', 'json'], { cwd: folder })
    const { findings, accounts } = documentOf(run)
    expect(findings.every(({ severity }) => severity !== 'critical')).toBe(true)
    expect(accounts.map(({ account, severity }) => [account, severity])).toContainEqual(['ren', 'critical'])
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/^1 account at or above critical, by findings below it\.$/m)
  })

  it('exit code 0 when findings lie below the floor', async () => {
    const critical = await runCli(['secure.log', '--fail-on', 'critical', '--to', 'json', '-q'], { cwd: folder })
    expect(documentOf(critical).findings.every(({ severity }) => severity !== 'critical')).toBe(true)
    expect(critical.code).toBe(0)
  })
})

describe('the same log in another shape', () => {
  it('absolute paths, gzip and a pipe give the same case', async () => {
    const runs = await Promise.all([
      runCli(['secure.log', '--to', 'json', '-q'], { cwd: folder }),
      runCli([join(folder, 'secure.log'), '--to', 'json', '-q'], { cwd: '/' }),
      runCli(['secure.log.gz', '--to', 'json', '-q'], { cwd: folder }),
      runCli(['-', '--to', 'json', '-q'], { cwd: folder, stdin: readFileSync(join(folder, 'secure.log.gz')) }),
    ])
    const [first, ...others] = runs.map((run) => invariant(documentOf(run)))
    for (const other of others) expect(other).toBe(first)
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  })

  it('newest first gives the same case as oldest first', async () => {
    const newestFirst = JSON.parse(read('okta.json')) as unknown[]
    writeFileSync(join(folder, 'oldest-first.json'), JSON.stringify(newestFirst.toReversed()))
    const [one, other] = await Promise.all(
      ['okta.json', 'oldest-first.json'].map((name) => runCli([name, '--to', 'json', '-q'], { cwd: folder })),
    )
    expect(invariant(documentOf(other as CliRun))).toBe(invariant(documentOf(one as CliRun)))
  })
})

describe('outputs', () => {
  it('a file holds byte for byte what stdout would, and its ending chooses the output', async () => {
    const onStdout = await runCli(['okta.json', '--to', 'json', '-q'], { cwd: folder })
    const toFile = await runCli(['okta.json', '-o', 'case.json'], { cwd: folder })
    expect(toFile.stdout).toBe('')
    expect(toFile.stderr).toBe('18 records read: 18 used, 0 ignored, 0 rejected.\n')
    expect(read('case.json')).toBe(onStdout.stdout)
  })

  it('never writes over an input, under whatever name', async () => {
    const before = read('okta.json')
    const run = await runCli(['six/okta.json', 'okta.json', '-o', './six/../okta.json'], { cwd: folder })
    expect(run.code).toBe(2)
    expect(read('okta.json')).toBe(before)
  })

  it('an output that cannot be made is refused before anything is read', async () => {
    const run = await runCli(['okta.json', '-o', 'nowhere/case.json'], { cwd: folder })
    expect(run.code).toBe(3)
    expect(run.stderr).not.toContain('records read')
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  it.each(['inspect', 'account'])('%s speaks NDJSON and JSON, the same objects', async (command) => {
    const args = command === 'account' ? ['account', 'alice', 'secure.log'] : ['inspect', 'secure.log', 'okta.json']
    const [lines, list] = await Promise.all(['ndjson', 'json'].map((to) => runCli([...args, '--to', to, '-q'], { cwd: folder })))
    const objects = (lines?.stdout ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(objects.length).toBeGreaterThan(0)
    expect(objects).toEqual(JSON.parse(list?.stdout ?? '[]'))
  })
})

describe('hostile names', () => {
  // oxlint-disable-next-line no-control-regex -- the control characters are what must not be there
  const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

  it.each([
    ['hostile.log', '--to', 'table'],
    ['hostile.log', '--to', 'json'],
    ['hostile.log', '--to', 'ndjson'],
    ['hostile.log', '--to', 'markdown'],
    ['hostile.log', '--to', 'csv'],
    ['inspect', 'hostile.log'],
    ['inspect', 'bad\u001b[31mname.json'],
    ['inspect', 'bad\u001b[31mname.json', '--to', 'ndjson'],
    ['account', 'eve\u001b[2J', 'hostile.log'],
    ['--format', '\u001b[2Jokta', 'okta.json'],
    ['--\u001b[2Jx', 'okta.json'],
    ['nowhere\u001b[2J.json', '--to', 'csv'],
  ])('do nothing to the terminal: %j', async (...args) => {
    const { stdout, stderr } = await runCli(args, { cwd: folder })
    expect(stdout + stderr).not.toBe('')
    expect(stdout).not.toMatch(STEERING)
    expect(stderr).not.toMatch(STEERING)
  })

  it('a file name cannot add a line of its own to stderr', async () => {
    const { stderr } = await runCli(['inspect', 'a\nAll is well.\n.json', '-q'], { cwd: folder })
    expect(stderr.split('\n').filter((line) => line.startsWith('All is well'))).toEqual([])
  })
})

describe('an output that nobody named', () => {
  it('says in a pipe that it is NDJSON, and of a file that its name does not say which', async () => {
    const first = async (...args: string[]): Promise<string> =>
      (await runCli(['secure.log', '--year', '2026', ...args], { cwd: folder })).stderr.split('\n')[0] ?? ''
    expect(await first()).toBe('Not a terminal: writing NDJSON (choose with --to).')
    expect(await first('-o', 'report.xlsx')).toBe('The name report.xlsx does not say which output: writing NDJSON (choose with --to).')
    expect(read('report.xlsx')).toMatch(/^\{"type":"run"/)
    expect(await first('-o', 'report.JSON')).not.toContain('NDJSON')
    expect(read('report.JSON')).toMatch(/^\{\n {2}"schema"/)
    expect(await first('--to', 'ndjson')).not.toContain('NDJSON')
  })
})
