import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/knowledge/parse-list.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, affectedOf, scanCase, scanLogs } from './support.ts'

const HEAD = 'timestamp,user_id,ip,action,result,user_agent,session_id\n'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const line = (time: string, user: string, ip: string, session = '', action = 'login', agent = CHROME): string =>
  `${time},${user},${ip},${action},success,"${agent}",${session}\n`

const days = (user: string, ip: string): string =>
  [2, 3, 4, 5, 6].map((day) => line(`2026-03-0${day}T02:00:00Z`, user, ip, `${user}-${day}`)).join('')

const roster = (text: string) => ({ lists: parseList('roster', text, 'roster.csv', 'UTC') })

const stepsOf = (document: CaseDocument, id: string): readonly string[] => (accountOf(document, id)?.checklist ?? []).map((step) => step.id)

describe('misuse', () => {
  it('of an account whose owner has left is no takeover, and never speaks to the suspect', async () => {
    const document = await scanLogs(
      { 'a.csv': HEAD + days('hanako', '198.51.100.7') + line('2026-03-11T02:00:00Z', 'hanako', '198.51.100.7', 'h-9') },
      roster('account,departed\nhanako,2026-03-08\n'),
    )
    const account = accountOf(document, 'hanako')
    expect(account).toMatchObject({ kind: 'misuse', verdict: 'compromised', class: null, compromisedAt: null })
    expect(document.summary).toMatchObject({ misuse: 1, exposure: 0, accounts: { compromised: 0, suspected: 0 } })
    expect(document.summary.headline.messageId).toBe('headline.misuse')
    const steps = stepsOf(document, 'hanako')
    expect(steps[0]).toMatch(/^P1/)
    expect(steps.some((id) => id.startsWith('ASK') || id.startsWith('N1'))).toBe(false)
  })
  it('needs the roster: without it the same log is calm', async () => {
    const document = await scanLogs({
      'a.csv': HEAD + days('hanako', '198.51.100.7') + line('2026-03-11T02:00:00Z', 'hanako', '198.51.100.7', 'h-9'),
    })
    expect(affectedOf(document)).toEqual([])
    expect(document.run.rules.skipped.some(({ rule }) => rule === 'departed-login')).toBe(false)
  })
})

describe('exposure', () => {
  const crossed =
    HEAD +
    days('c-1', '198.51.100.7') +
    days('c-2', '203.0.113.9') +
    line('2026-03-09T02:00:00Z', 'c-1', '198.51.100.7', 's-77') +
    line('2026-03-09T02:04:00Z', 'c-2', '203.0.113.9', 's-77')

  it('names all sides of a session that crossed accounts, as a fault and not as a thief', async () => {
    const document = await scanLogs({ 'a.csv': crossed })
    for (const id of ['c-1', 'c-2']) {
      expect(accountOf(document, id)).toMatchObject({ kind: 'exposure', verdict: 'suspected', class: null })
      expect(accountOf(document, id)?.reasons.map(({ messageId }) => messageId)).toContain('reason.session-crossed')
      expect(stepsOf(document, id).some((step) => step.startsWith('X1'))).toBe(true)
    }
    expect(document.summary).toMatchObject({ exposure: 2, misuse: 0, accounts: { compromised: 0, suspected: 0 } })
    expect(document.summary.headline.messageId).toBe('headline.exposure')
  })
  it('stays beside a takeover: that is counted by itself', async () => {
    const document = await scanCase('auth0-stuffing')
    expect(document.summary).toMatchObject({ misuse: 0, exposure: 0 })
    expect(affectedOf(document).every(({ kind }) => kind === 'takeover')).toBe(true)
  })
})
