import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../cases/support.ts'
import { runCli, type CliRun } from '../cli/support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A private folder with the log of a written case in `logs/`; the case is made beside it. */
export const workplace = (name: string): string => {
  const cwd = tempFolder()
  cpSync(`${ROOT}fixtures/cases/${name}`, join(cwd, 'logs'), { recursive: true })
  return cwd
}

export const NOW = '2026-11-22T03:15:00Z'

/** Scans into `case`; fails the test when that does not end well. */
export const seal = async (cwd: string, inputs: readonly string[] = ['logs'], more: readonly string[] = []): Promise<CliRun> => {
  const run = await runCli(['scan', ...inputs, '--case', 'case', '--to', 'json', '--quiet', '--now', NOW, ...more], { cwd })
  if (run.code !== 0) throw new Error(run.stderr)
  return run
}

/** Every file under a folder, by path inside it. */
export const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted()

export const OKTA = 'okta-system-log.ndjson'
export const oktaLines = (): readonly string[] =>
  readFileSync(`${ROOT}fixtures/cases/okta-takeover/${OKTA}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** The accounts of that case: entered (class A, class B), and stopped by the second factor. */
export const ENTERED_A = '00uxxx6ecu8Ex00195d7'
export const ENTERED_B = '00uxxx6cbikEx00075d7'
export const STOPPED = '00uxxx6fjm1Ex00265d7'
export const TRIED = '00uxxx6bauqEx00015d7'

type Json = Record<string, unknown>

/** One event of that log, changed. */
export const oktaEvent = (changes: Json): string => {
  const [line = ''] = oktaLines()
  return JSON.stringify({
    ...(JSON.parse(line) as Json),
    uuid: `made-${JSON.stringify(changes).length}-${String(changes['published'])}`,
    ...changes,
  })
}

export const writeLog = (cwd: string, path: string, lines: readonly string[]): void =>
  writeFileSync(join(cwd, path), `${lines.join('\n')}\n`)
