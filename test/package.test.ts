import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyProject } from './support/project-copy.ts'
import { tempFolder } from './support/temp-folder.ts'

const MINUTES = 60_000

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** What a user does: install the published file into an empty folder, and start the program. */
describe('the packed package', () => {
  const folder = tempFolder()
  const installed = join(folder, 'node_modules', 'ashiato')
  // Built in a copy: other tests read the compiled files of this one at the same time.
  const copy = copyProject('LICENSE', 'NOTICE.md')
  const version: string = JSON.parse(readFileSync(join(copy.folder, 'package.json'), 'utf8')).version

  beforeAll(() => {
    run('npm', ['run', 'build'], copy.folder)
    run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], copy.folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', `./ashiato-${version}.tgz`], folder)
  }, 5 * MINUTES)
  afterAll(() => {
    for (const path of [folder, copy.folder]) rmSync(path, { recursive: true, force: true })
  })

  it('starts, and says its version', () => {
    expect(run(process.execPath, [join(installed, 'bin', 'ashiato.js'), '--version'], folder).trim()).toContain(version)
    expect(existsSync(join(folder, 'node_modules', '.bin', 'ashiato'))).toBe(true)
  })

  it('brings its data, licences and types, and neither sources nor tests', () => {
    for (const path of [
      'dist/data/asn.bin',
      'dist/data/scan.wasm',
      'dist/bundle/main.js',
      'data/network-kinds.json',
      'LICENSE',
      'NOTICE.md',
      'dist/index.d.ts',
      'docs/case.schema.json',
      'docs/THIRD-PARTY.md',
    ]) {
      expect(existsSync(join(installed, path)), path).toBe(true)
    }
    expect(readdirSync(installed)).not.toEqual(expect.arrayContaining(['src']))
    for (const path of ['src', 'test', 'fixtures', 'scripts', '.ci', 'docs/screenshots', 'dist/rules/_template', 'dist/formats/_template'])
      expect(existsSync(join(installed, path)), path).toBe(false)
  })

  it('brings every page that its help and its complaints name', () => {
    const texts = readdirSync(join(installed, 'dist/i18n/catalogue')).map((name) =>
      readFileSync(join(installed, 'dist/i18n/catalogue', name), 'utf8'),
    )
    const pages = new Set(texts.flatMap((text) => text.match(/docs\/[A-Z-]+\.md/g) ?? []))
    expect(pages.size).toBeGreaterThan(3)
    for (const page of pages) expect(existsSync(join(installed, page)), page).toBe(true)
  })

  it('finds its network table from where it is installed', async () => {
    const module: typeof import('../src/enrich/enrich-places.ts') = await import(join(installed, 'dist/enrich/enrich-places.js'))
    const { networkOf, geoOf, problems } = await module.createEnrichment()
    expect(networkOf('126.1.2.3')?.kind).toBe('residential')
    expect(geoOf('126.1.2.3')?.country).toBe('JP')
    expect(problems()).toEqual([])
  })

  it('declares every package that its code imports', () => {
    const declared = Object.keys(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).dependencies)
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    const imported = files.flatMap((name) =>
      [
        ...readFileSync(join(installed, 'dist', name), 'utf8').matchAll(
          /^(?:import|export|\})[^'\n]* from '((?:@[^/']+\/)?[^./'][^/':]*)(?:\/[^']*)?'/gm,
        ),
      ].map((match) => match[1]),
    )
    expect(imported.length).toBeGreaterThan(0)
    for (const name of new Set(imported)) expect(declared).toContain(name)
  })
})
