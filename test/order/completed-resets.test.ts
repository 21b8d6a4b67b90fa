import { describe, expect, it } from 'vitest'
import type { EventDraft } from '../../src/model/event.ts'
import { logOf, tableOf, WITHOUT_IDS } from './support/log.ts'

const HOUR_US = 3600 * 1e6
const of = (action: EventDraft['action'], hours: number, more: Partial<EventDraft> = {}): Partial<EventDraft> => ({
  action,
  time: hours * HOUR_US,
  account: 'a',
  code: action,
  ...more,
})
const actionsOf = (drafts: readonly Partial<EventDraft>[]): string[] => {
  const { table } = tableOf(logOf(drafts, WITHOUT_IDS))
  return [...table.cls].map((cls) => table.classes[cls]?.action ?? '')
}

describe('a password updated by the link of a reset message', () => {
  it('is a reset, where the system writes one code for both', () => {
    expect(actionsOf([of('password-reset-request', 1), of('password-change', 1.1), of('login', 1.2)])).toEqual([
      'password-reset-request',
      'password-reset',
      'login',
    ])
  })

  it("keeps the vendor's code", () => {
    const { table } = tableOf(
      logOf([of('password-reset-request', 1), of('password-change', 1.1, { code: 'UPDATE_PASSWORD' })], WITHOUT_IDS),
    )
    expect(table.classes[table.cls.get(1)]).toMatchObject({ action: 'password-reset', code: 'UPDATE_PASSWORD', outcome: 'success' })
  })

  it.each<readonly [string, readonly Partial<EventDraft>[]]>([
    ['whoever logs in first changes it in the settings', [of('login', 1.05)]],
    ['a session in use is as good as a login', [of('session-use', 1.05)]],
    ['it was set anew already', [of('password-reset', 1.05)]],
    ['the link is long dead', [of('profile-view', 1.05, { account: 'b' }), of('login', 20, { account: 'b' })]],
  ])('is none where %s', (why, between) => {
    const at = why === 'the link is long dead' ? 25.1 : 1.1
    expect(actionsOf([of('password-reset-request', 1), ...between, of('password-change', at)]).at(-1)).toBe('password-change')
  })

  it('is none for another account, and none where the request or the change failed', () => {
    const other = [of('password-reset-request', 1, { account: 'b' }), of('password-change', 1.1)]
    const refused = [of('password-reset-request', 1, { outcome: 'failure' }), of('password-change', 1.1)]
    const failed = [of('password-reset-request', 1), of('password-change', 1.1, { outcome: 'failure' })]
    for (const drafts of [other, refused, failed]) expect(actionsOf(drafts).at(-1)).toBe('password-change')
  })

  it('is one reset for one request', () => {
    expect(actionsOf([of('password-reset-request', 1), of('password-change', 1.1), of('password-change', 1.2)])).toEqual([
      'password-reset-request',
      'password-reset',
      'password-change',
    ])
  })
})
