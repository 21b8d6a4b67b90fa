import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/docs/run-cli.ts'
import { tempFolder } from './temp-folder.ts'

const NEEDED = [
  'src',
  'assembly',
  'fixtures',
  'test',
  'scripts',
  'docs',
  'bin',
  'data',
  'dist',
  'README.md',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[]
}

export interface ProjectCopy {
  readonly folder: string
  readonly script: (name: string, ...args: string[]) => SpawnSyncReturns<string>
  /** Runs those tests of the copy whose names fit. */
  readonly suite: (file: string, names: string) => { readonly passed: number; readonly failed: readonly string[] }
}

/** A copy of the project, so that a test that adds to the sources, or builds, never leaves anything behind and disturbs no other test. */
export const copyProject = (...more: readonly string[]): ProjectCopy => {
  const folder = tempFolder()
  for (const name of [...NEEDED, ...more]) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const suite: ProjectCopy['suite'] = (file, names) => {
    const args = ['run', file, '-t', names, '--reporter=json', '--outputFile=report.json']
    spawnSync(process.execPath, [join(folder, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: folder, stdio: 'ignore' })
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
    return {
      passed: results.filter(({ status }) => status === 'passed').length,
      failed: results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    }
  }
  return {
    folder,
    script: (name, ...args) => spawnSync(process.execPath, [join(folder, 'scripts', name), ...args], { encoding: 'utf8' }),
    suite,
  }
}
