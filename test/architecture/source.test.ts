import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** What neither the linter nor the import rules can see. */
const ROOT = fileURLToPath(new URL('../../src/', import.meta.url))
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const breaches = (pattern: RegExp, isAllowed: (name: string) => boolean = () => false): string[] =>
  FILES.filter((name) => !isAllowed(name) && pattern.test(readFileSync(ROOT + name, 'utf8')))

describe('source', () => {
  it('is found', () => expect(FILES.length).toBeGreaterThan(50))
  it('reads no clock outside cli: hand in the time', () => {
    expect(
      breaches(
        /new Date\(\)|\bDate\(\)|Date\.now|performance\.now/,
        (name) => name.startsWith('cli/') || name.startsWith('reports/html/client/'),
      ),
    ).toEqual([])
  })
  it('re-exports names, never whole files', () => expect(breaches(/^export \*/m)).toEqual([]))
  it('depends on no locale of the machine in data', () => {
    expect(breaches(/\.localeCompare\(|\.toLocale(?:Lower|Upper)Case\(|\.toLocale(?:Date|Time)?String\(\)/)).toEqual([])
  })
  it('has file names in kebab case', () => {
    expect(FILES.filter((name) => !/^(?:[a-z0-9_-]+\/)*[a-z0-9-]+\.ts$/.test(name))).toEqual([])
  })
})
