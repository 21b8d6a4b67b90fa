import { describe, expect, it } from 'vitest'
import { describeCaveats } from '../../src/i18n/describe/summary.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { scanLogs } from '../cases/support.ts'

/** A Japanese home, and a rented machine in Germany: the built-in tables know both. */
const [HOME, ABROAD] = ['118.0.4.7', '185.220.100.240']
const START = Date.UTC(2026, 10, 1, 9)
const DAY_MS = 86_400_000

const line = (day: number, user: string, ip: string, hours = 0): string => {
  const time = new Date(START + day * DAY_MS + hours * 3_600_000).toISOString()
  return `${time.slice(0, 19)}+00:00 web01 sshd[${1000 + day * 10 + hours}]: Accepted publickey for ${user} from ${ip} port 40022 ssh2: ED25519 SHA256:exampleexampleexampleexampleexampleexample0`
}
const days = (user: string, ip: string): readonly string[] => Array.from({ length: 13 }, (_, day) => line(day, user, ip))
const caseOf = (lines: readonly string[]): Promise<CaseDocument> => scanLogs({ 'auth.log': lines.toSorted().join('\n') })
const told = ({ summary }: CaseDocument): readonly string[] =>
  describeCaveats(summary, { lang: 'ja', zone: 'Asia/Tokyo' }).filter((caveat) => caveat.includes('特権アカウント'))

describe('root entered from somewhere new, and nothing else', () => {
  it('is told in the summary, though it is no verdict', async () => {
    const found = await caseOf([...days('root', HOME), line(12, 'root', ABROAD, 3)])
    expect(found.accounts).toEqual([])
    expect(told(found)).toEqual([
      expect.stringMatching(/^root\(特権アカウント\)に判定に至らない検知 \d件\(最後は 11\/13 21:00:00\+09:00\).*ashiato account root/),
    ])
  })
  it('says nothing of a root at home, of guesses at it, or of anybody else abroad', async () => {
    expect(told(await caseOf(days('root', HOME)))).toEqual([])
    expect(told(await caseOf([...days('root', HOME), ...days('mika', HOME), line(12, 'mika', ABROAD, 3)]))).toEqual([])
    const guesses = Array.from({ length: 40 }, (_, at) =>
      line(5, 'root', ABROAD, 1)
        .replace('Accepted publickey', 'Failed password')
        .replace(/sshd\[\d+\]/, `sshd[${3000 + at}]`)
        .replace(/ ssh2:.*/, ' ssh2'),
    )
    expect(told(await caseOf([...days('root', HOME), ...guesses]))).toEqual([])
  })
})
