import { readFileSync, utimesSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze, type Analysis } from '../../src/pipeline/analyze.ts'
import { corpusNote, corpusPath, hasCorpus, readCorpus } from '../support/corpus.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const LOG = 'sshd/loghub/OpenSSH_2k.log'

const root = tempFolder()

/** A changed copy of a sample, with its time: the year of its dates comes from there. */
const copyOf = (path: string, change: (text: string) => string): string => {
  const file = join(root, path.replaceAll('/', '-'))
  writeFileSync(file, change(readCorpus(path)))
  const { atime, mtime } = statSync(corpusPath(path))
  utimesSync(file, atime, mtime)
  return file
}

/** Refused passwords by address, counted without any code of ours: one a line, or as often as the line says it was repeated. */
const failuresBySource = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const from = /Failed password for .* from (\d+\.\d+\.\d+\.\d+) port \d+/.exec(line)?.[1]
    if (from === undefined) continue
    const times = Number(/message repeated (\d+) times/.exec(line)?.[1] ?? 1)
    counts.set(from, (counts.get(from) ?? 0) + times)
  }
  return counts
}

/** Attempts of the finished table by address: whatever was tried and did not succeed. */
const attemptsBySource = ({ table }: Analysis): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (let row = 0; row < table.size; row += 1) {
    const cls = table.classes[table.cls.get(row)]
    if ((cls?.action !== 'login' && cls?.action !== 'mfa') || (cls.outcome !== 'failure' && cls.outcome !== 'blocked')) continue
    const source = table.places.sources.get(table.places.source[table.place.get(row)] ?? -1) ?? ''
    counts.set(source, (counts.get(source) ?? 0) + 1)
  }
  return counts
}

const ATTEMPT_RULES = ['account-guessing', 'distributed-guessing', 'single-source-stuffing', 'single-source-spray', 'low-and-slow-source']

describe.skipIf(!hasCorpus)(`corpus: an SSH server under attack${corpusNote}`, () => {
  let analysis: Analysis
  beforeAll(async () => {
    analysis = await analyze(runOptions([corpusPath(LOG)]))
  }, 60_000)

  test('attempts per address are what a count of the lines gives, or one more where only other lines tell of it', () => {
    const counted = failuresBySource(readCorpus(LOG))
    const attempts = attemptsBySource(analysis)
    expect(counted.size).toBe(23)
    for (const [source, count] of counted) {
      expect(attempts.get(source), source).toBeGreaterThanOrEqual(count)
      expect(attempts.get(source), source).toBeLessThanOrEqual(count + 1)
    }
  })

  test('every address with twenty refused passwords or more is an attack source', () => {
    const guessing = [...failuresBySource(readCorpus(LOG))].filter(([, count]) => count >= 20).map(([source]) => source)
    expect(guessing.toSorted()).toEqual(['103.99.0.122', '112.95.230.3', '183.62.140.253', '187.141.143.180'])
    const found = analysis.document.campaigns.flatMap(({ sources }) => sources)
    expect(found).toEqual(expect.arrayContaining(guessing))
  })

  test('nobody is called compromised or suspected: the one success is from an address that attacked nobody', () => {
    const { accounts, summary } = analysis.document
    expect(accounts.filter(({ verdict }) => verdict !== 'targeted')).toEqual([])
    expect(accounts.map(({ account }) => account).toSorted()).toEqual(['ftp', 'git', 'mysql', 'root', 'sshd', 'uucp'])
    expect(summary.accounts).toMatchObject({ compromised: 0, suspected: 0, targeted: 6 })
    const [accepted] = /Accepted \S+ for \S+ from (\S+)/.exec(readCorpus(LOG))?.slice(1) ?? []
    expect(analysis.document.campaigns.flatMap(({ sources }) => sources)).not.toContain(accepted)
  })

  test('without the Accepted line nobody is safe: the same accounts stay listed, undetermined or targeted', async () => {
    const withoutSuccess = copyOf(LOG, (text) =>
      text
        .split('\n')
        .filter((line) => !line.includes(': Accepted '))
        .join('\n'),
    )
    expect(readCorpus(LOG).split('\n').length - readFileSync(withoutSuccess, 'utf8').split('\n').length).toBe(1)
    const { document } = await analyze(runOptions([withoutSuccess]))
    const tried = new Set(analysis.document.accounts.map(({ account }) => account))
    const verdicts = new Map(document.accounts.map(({ account, verdict }) => [account, verdict]))
    for (const account of tried) expect(verdicts.get(account), account).toBe('undetermined')
    expect(document.accounts.filter(({ verdict }) => verdict !== 'undetermined' && verdict !== 'targeted')).toEqual([])
    expect(document.summary.headline.messageId).toBe('headline.undetermined')
    expect(document.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['single-source-stuffing', 'account-guessing']))
    expect(document.findings.filter(({ rule }) => ATTEMPT_RULES.includes(rule)).length).toBe(
      analysis.document.findings.filter(({ rule }) => ATTEMPT_RULES.includes(rule)).length,
    )
  })
})

/** Logs whose lines repeat, most of them to the letter: the sign of an attempt in each line. */
const REPEATING: readonly (readonly [path: string, attempt: RegExp])[] = [
  ['crowdsec-auth-tests/ssh-bf/ssh-bf.log', /Invalid user /],
  ['crowdsec-auth-tests/ssh-slow-bf/ssh-slow-bf.log', /Invalid user /],
  ['crowdsec-auth-tests/ssh-time-based-bf/ssh-time-based-bf.log', /Invalid user /],
  ['crowdsec-auth-tests/sshd-invalid-bf/sshd-invalid-bf.log', /authenticating user /],
  ['crowdsec-auth-tests/keycloak-bf/keycloak-logs.log', /type="?LOGIN_ERROR/],
  ['crowdsec-auth-tests/keycloak-slow-bf/keycloak-logs.log', /type="?LOGIN_ERROR/],
  ['crowdsec-auth-tests/authelia-bf/authelia-bf.log', /Unsuccessful \S+ authentication attempt|user not found/],
  ['crowdsec-auth-tests/keycloak-logs/keycloak-logs.log', /type="?LOGIN_ERROR/],
]

describe.skipIf(!hasCorpus)(`corpus: lines that repeat all count as attempts${corpusNote}`, () => {
  test.each(REPEATING)('%s', async (path, attempt) => {
    const counted = readCorpus(path)
      .split('\n')
      .filter((line) => attempt.test(line)).length
    const analysis = await analyze(runOptions([corpusPath(path)]))
    const attempts = [...attemptsBySource(analysis).values()].reduce((sum, count) => sum + count, 0)
    expect(counted).toBeGreaterThan(5)
    expect(attempts).toBe(counted)
  })

  test('also when every line stands there twice: without ids nothing tells a repeat from a copy', async () => {
    const path = 'crowdsec-auth-tests/keycloak-bf/keycloak-logs.log'
    const doubled = copyOf(path, (text) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => [line, line])
        .join('\n'),
    )
    const attempts = [...attemptsBySource(await analyze(runOptions([doubled]))).values()].reduce((sum, count) => sum + count, 0)
    expect(attempts).toBe(20)
  })
})
