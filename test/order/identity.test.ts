import { describe, expect, it } from 'vitest'
import { emptyDraft, type EventDraft } from '../../src/model/event.ts'
import { createEventLog } from '../../src/order/event-log.ts'
import type { StoredFormat } from '../../src/order/log-columns.ts'
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

/** Whose event each row is, as one text: `provider/tenant/account`. */
const ownersOf = (...logs: readonly (readonly [drafts: readonly Partial<EventDraft>[], format: StoredFormat])[]): readonly string[] => {
  const log = createEventLog()
  let time = 0
  for (const [drafts, format] of logs)
    for (const draft of drafts) {
      time += 1
      const place = { input: 0, line: time, offset: time * 100, length: 99 }
      log.append({ ...emptyDraft(), time, action: 'login', outcome: 'success', ...draft }, place, 0, format)
    }
  const { accounts, account } = tableOf(log).table
  return Array.from(account, (key) => [accounts.provider(key), accounts.tenant(key) ?? '', accounts.get(key) ?? '?'].join('/'))
}

describe('a name that moves', () => {
  const bob = (account: string): Partial<EventDraft> => ({ username: 'bob', account })
  const typed = { ...failure, username: 'bob' }
  it('belongs to whoever had it then, however often it moved, and back', () => {
    expect(accountsOf([bob('a'), typed, bob('b'), typed, bob('c'), typed, bob('a'), typed])).toEqual([
      'a',
      'a',
      'b',
      'b',
      'c',
      'c',
      'a',
      'a',
    ])
  })
  it('belongs to the new account from the very microsecond on', () => {
    expect(
      accountsOf([
        { ...bob('a'), time: 1 },
        { ...bob('b'), time: 5 },
        { ...typed, time: 5 },
        { ...typed, time: 4 },
      ]),
    ).toEqual(['a', 'a', 'b', 'b'])
  })
  it('is looked for among the accounts of its own system', () => {
    const other = { ...WITH_IDS, id: 'okta', provider: 'okta' }
    expect(ownersOf([[bob('a'), bob('b')], WITH_IDS], [[bob('x')], other], [[typed], WITH_IDS], [[typed], other])).toEqual([
      'auth0//a',
      'auth0//b',
      'okta//x',
      'auth0//b',
      'okta//x',
    ])
    expect(ownersOf([[bob('a')], WITH_IDS], [[typed], other])).toEqual(['auth0//a', '//?'])
  })
})

describe('records that leave the tenant out', () => {
  const at = (tenant: string | undefined, account = 'id'): Partial<EventDraft> => ({ account, ...(tenant === undefined ? {} : { tenant }) })
  it('are of the one tenant that others name, also for ids that only they tell', () => {
    expect(ownersOf([[at(undefined), at('a'), at(undefined), at(undefined, 'other')], WITH_IDS])).toEqual([
      'auth0/a/id',
      'auth0/a/id',
      'auth0/a/id',
      'auth0/a/other',
    ])
  })
  it('are the same account as those of that tenant, not one of the same name', () => {
    const { accounts, account } = tableOf(logOf([at(undefined), { ...at('a'), time: 1 }, { ...at(undefined), time: 2 }])).table
    expect(new Set(account).size).toBe(1)
    expect(accounts.tenant(account.get(0))).toBe('a')
  })
  it('are of no tenant at all where nobody names one', () => {
    const { accounts, account } = tableOf(logOf([at(undefined)])).table
    expect(accounts.tenant(account.get(0))).toBeUndefined()
  })
  it('are of none where there are two', () => {
    expect(ownersOf([[at('a'), at('b'), at(undefined)], WITH_IDS])).toEqual(['auth0/a/id', 'auth0/b/id', 'auth0//id'])
  })
  it('are not of a tenant of another system', () => {
    expect(ownersOf([[at('a')], WITH_IDS], [[at(undefined)], { ...WITH_IDS, id: 'okta', provider: 'okta' }])).toEqual([
      'auth0/a/id',
      'okta//id',
    ])
  })
  it('take their typed names from that tenant, too', () => {
    expect(
      ownersOf([
        [
          { ...at('a'), username: 'bob' },
          { ...failure, username: 'bob' },
        ],
        WITH_IDS,
      ]),
    ).toEqual(['auth0/a/id', 'auth0/a/id'])
  })
})

describe('an account that an administrator makes', () => {
  const made: Partial<EventDraft> = { action: 'account-create', username: 'carol' }
  it('exists by its name, in that system, before and after', () => {
    const login = { username: 'carol' }
    expect(ownersOf([[login, made, login], WITH_IDS])).toEqual(['auth0//carol', 'auth0//carol', 'auth0//carol'])
    expect(ownersOf([[login], WITH_IDS])).toEqual(['//?'])
    expect(ownersOf([[made], WITH_IDS], [[login], { ...WITH_IDS, id: 'okta', provider: 'okta' }])).toEqual(['auth0//carol', '//?'])
  })
  it('is not the account of whoever only tries the name', () => {
    expect(ownersOf([[made, { ...failure, username: 'carol' }], WITH_IDS])).toEqual(['auth0//carol', '//?'])
  })
  it('is the id that a success attaches the name to, where one does', () => {
    expect(ownersOf([[made, { username: 'carol', account: 'id-3' }], WITH_IDS])).toEqual(['auth0//id-3', 'auth0//id-3'])
  })
  it('is no second account beside the id that it was made with, or that its name leads to', () => {
    for (const drafts of [[{ ...made, account: 'id-3' }], [made, { username: 'carol', account: 'id-3', time: 1 }]]) {
      const { accounts, account } = tableOf(logOf(drafts)).table
      expect([accounts.size, new Set(account).size]).toEqual([1, 1])
    }
  })
  it('is none where that failed, or something else was done', () => {
    const login = { username: 'carol' }
    expect(ownersOf([[{ ...made, ...failure }, login], WITH_IDS])).toEqual(['//?', '//?'])
    expect(ownersOf([[{ ...made, action: 'account-delete' }, login], WITH_IDS])).toEqual(['//?', '//?'])
    expect(ownersOf([[{ ...made, username: undefined }, login], WITH_IDS])).toEqual(['//?', '//?'])
  })
})

describe('a log of names only', () => {
  it('has one account a name and system, however often it is met', () => {
    const other = { ...WITHOUT_IDS, id: 'dovecot', provider: 'mail' }
    const dave = { username: 'dave' }
    expect(ownersOf([[dave, { ...failure, ...dave }, dave], WITHOUT_IDS], [[dave], other])).toEqual([
      'linux//dave',
      'linux//dave',
      'linux//dave',
      'mail//dave',
    ])
    const log = logOf([dave, { ...dave, time: 1 }, { username: 'erin', time: 2 }], WITHOUT_IDS)
    const { accounts, account } = tableOf(log).table
    expect([accounts.size, accounts.isName(account.get(0)), new Set(account).size]).toEqual([2, true, 2])
  })
  it('keeps to the ids that it has all the same', () => {
    expect(ownersOf([[{ account: 'id-9', username: 'dave' }, { username: 'dave' }, { account: 'id-9' }], WITHOUT_IDS])).toEqual([
      'linux//id-9',
      'linux//id-9',
      'linux//id-9',
    ])
  })
  it('has none for a name that the log itself says is nobody’s', () => {
    expect(ownersOf([[{ ...failure, username: 'nobody', accountKnown: false }, { username: 'dave' }], WITHOUT_IDS])).toEqual([
      '//?',
      'linux//dave',
    ])
  })
})
