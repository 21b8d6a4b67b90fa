import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import type { Lang } from '../../src/model/vocabulary.ts'
import { accountStories } from '../../src/pipeline/account-story.ts'
import { analyze, type Analysis } from '../../src/pipeline/analyze.ts'
import { readMessage } from '../../src/formats/sshd/message.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const OWNERS = 'SHA256:OwnerOwnerOwnerOwnerOwnerOwnerOwnerOwnerOwn'
const STRANGERS = 'SHA256:Stranger+Stranger/StrangerStrangerStranger0'

const at = (day: number, hour: number, second = 0): string =>
  new Date(Date.UTC(2026, 9, day, hour, 0, second)).toISOString().replace('.000Z', '+00:00')
const accepted = (time: string, pid: number, ip: string, key: string): string =>
  `${time} db1 sshd[${pid}]: Accepted publickey for root from ${ip} port 40022 ssh2: ED25519 ${key}`

/** Root comes by one key from one place; then somebody guesses passwords from another, and root comes in from there by `key`. */
const logWith = (days: number, key: string): string =>
  [
    ...Array.from({ length: days }, (_, day) => accepted(at(1 + day, 1), 100 + day, '192.0.2.10', OWNERS)),
    ...Array.from(
      { length: 60 },
      (_, i) =>
        `${at(30, 15, i)} db1 sshd[${500 + i}]: Failed password for ${['root', 'invalid user admin', 'invalid user test'][i % 3]} from 203.0.113.99 port ${41_000 + i} ssh2`,
    ),
    accepted(at(30, 15, 90), 900, '203.0.113.99', key),
  ].join('\n')

const analysed = (log: string, lang: Lang): Promise<Analysis> => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'auth.log'), `${log}\n`)
  return analyze(runOptions(['auth.log'], { cwd: folder, lang }))
}
const rootOf = ({ accounts }: CaseDocument): CaseDocument['accounts'][number] => {
  const [root] = accounts.filter(({ account }) => account === 'root')
  if (root === undefined) throw new Error('root is not in the case')
  return root
}
const commandsOf = (document: CaseDocument): string =>
  rootOf(document)
    .checklist.flatMap(({ commands }) => commands.map(({ command }) => command))
    .join('\n')

describe('a key that lets somebody in', () => {
  it.each([
    ['en', 'none of the 20 earlier logins by key'],
    ['ja', '比較した過去の鍵によるログイン20回では使われていません'],
  ] as const)('is told where no earlier login used it, with the command that finds it (%s)', async (lang, words) => {
    const { document } = await analysed(logWith(20, STRANGERS), lang)
    expect(document.sessions.map(({ key }) => key)).toEqual([{ fingerprint: STRANGERS, known: false, compared: 20 }])
    const reasons = rootOf(document).reasons.map(({ text }) => text)
    expect(reasons.filter((text) => text.includes(words) && text.includes(STRANGERS))).toHaveLength(1)
    expect(commandsOf(document)).toContain(`grep -F "$(printf '%s\\n' '${STRANGERS}')"`)
  })

  it('is no reason where the account always comes by it: then nothing is to be removed', async () => {
    const { document } = await analysed(logWith(20, OWNERS), 'en')
    expect(document.sessions.map(({ key }) => key)).toEqual([{ fingerprint: OWNERS, known: true, compared: 20 }])
    expect(rootOf(document).reasons.map(({ messageId }) => messageId)).not.toContain('reason.new-key')
    expect(commandsOf(document)).not.toContain('SHA256:')
  })

  it.each(['en', 'ja'] as const)('is named without a claim where there is nothing to compare it with (%s)', async (lang) => {
    const { document } = await analysed(logWith(0, STRANGERS), lang)
    const told = rootOf(document).reasons.filter(({ messageId }) => messageId === 'reason.key-alone')
    expect(told.map(({ text }) => text.includes(STRANGERS))).toEqual([true])
  })

  it('stands beside each login of the account’s story, the first of a new one marked', async () => {
    const analysis = await analysed(logWith(3, STRANGERS), 'en')
    const [story] = await accountStories('root', analysis)
    const keys = story?.events.flatMap(({ key }) => key ?? [])
    expect(keys).toEqual([
      ...Array.from({ length: 3 }, () => ({ fingerprint: OWNERS, isNew: false })),
      { fingerprint: STRANGERS, isNew: true },
    ])
  })

  it('asks nobody at a shell to pause points', async () => {
    const { document } = await analysed(logWith(20, STRANGERS), 'en')
    const ids = document.steps.map(({ id }) => id)
    expect(ids).toContain('case/C2')
    expect(ids).not.toContain('case/C4')
  })
})

describe('fingerprints in what sshd says', () => {
  const line = (tail: string): string => `Accepted publickey for root from 192.0.2.1 port 22 ssh2${tail}`
  it.each([
    [': ED25519 SHA256:abc+/1', 'SHA256:abc+/1'],
    [': RSA MD5:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff', 'MD5:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff'],
    [': RSA 00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff', '00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff'],
    [': ED25519-CERT SHA256:own ID SHA256:forged (serial 1) CA RSA SHA256:authority', 'SHA256:own'],
    [': RSA-CERT ID SHA256:forged (serial 0) CA RSA SHA256:authority', undefined],
    ['', undefined],
  ])('%s', (tail, key) => expect(readMessage(line(tail)).key).toBe(key))
})
