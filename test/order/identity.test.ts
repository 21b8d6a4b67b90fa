import { describe, expect, it } from 'vitest'
import type { EventDraft } from '../../src/model/event.ts'
import { logOf, tableOf, WITH_IDS, WITHOUT_IDS } from './support/log.ts'

const failure = { outcome: 'failure' } as const
const accountsOf = (drafts: readonly Partial<EventDraft>[], format = WITH_IDS): (string | undefined)[] => {
  const { table } = tableOf(
    logOf(
      drafts.map((draft, index) => ({ time: index, ...draft })),
      format,
    ),
  )
  return Array.from(table.account, (key) => table.accounts.get(key))
}

describe('identity', () => {
  it('takes a typed name for the id it was last attached to, otherwise for the first after', () => {
    expect(
      accountsOf([
        { ...failure, username: 'bob' },
        { username: 'bob', account: 'id-1' },
        { ...failure, username: 'BOB' },
        { username: 'bob', account: 'id-2' },
        { ...failure, username: 'bob' },
      ]),
    ).toEqual(['id-1', 'id-1', 'id-1', 'id-2', 'id-2'])
  })

  it('attaches names by successes only', () => {
    expect(
      accountsOf([
        { ...failure, username: 'bob', account: 'id-1' },
        { ...failure, username: 'bob' },
      ]),
    ).toEqual(['id-1', undefined])
  })

  it('never merges ids through a name', () => {
    expect(
      accountsOf([
        { username: 'same', account: 'id-1' },
        { username: 'same', account: 'id-2' },
      ]),
    ).toEqual(['id-1', 'id-2'])
  })

  it('keeps equal ids of two tenants apart', () => {
    const { table } = tableOf(
      logOf([
        { account: 'id', tenant: 'a' },
        { account: 'id', tenant: 'b', time: 1 },
      ]),
    )
    expect(table.account.get(0)).not.toBe(table.account.get(1))
    expect(Array.from(table.account, (key) => [table.accounts.get(key), table.accounts.tenant(key), table.accounts.provider(key)])).toEqual(
      [
        ['id', 'a', 'auth0'],
        ['id', 'b', 'auth0'],
      ],
    )
  })

  it('takes the name for the account where a log has names only, as that log spells it', () => {
    expect(accountsOf([{ username: 'Bob' }, { username: 'bob' }], WITHOUT_IDS)).toEqual(['Bob', 'bob'])
    const folded = { ...WITHOUT_IDS, names: 'folded' } as const
    expect(accountsOf([{ username: 'Bob' }, { username: 'ｂｏｂ' }], folded)).toEqual(['Bob', 'Bob'])
  })

  it('keeps the text of no name that may be a password', () => {
    const { table } = tableOf(
      logOf([
        { ...failure, username: 'hunter2' },
        { username: 'bob', account: 'id-1', time: 1 },
      ]),
    )
    expect(Array.from(table.name, (key) => table.names.get(key))).toEqual([undefined, 'bob'])
  })

  it('tells the names that successes asserted, the latest last', () => {
    const { table } = tableOf(
      logOf([
        { account: 'id-1', username: 'old' },
        { account: 'id-1', username: 'new', time: 1 },
        { account: 'id-2', username: 'other', time: 2 },
        { account: 'id-1', username: 'old', time: 3 },
        { ...failure, account: 'id-1', username: 'guess', time: 4 },
      ]),
    )
    expect(table.accounts.namesOf(table.account.get(0))).toEqual(['new', 'old'])
    expect(table.accounts.namesOf(table.account.get(2))).toEqual(['other'])
  })
})
