import { describe, expect, it } from 'vitest'
import type { EventDraft } from '../../src/model/event.ts'
import { emptyDraft } from '../../src/model/event.ts'
import { createEventLog } from '../../src/order/event-log.ts'
import type { StoredFormat } from '../../src/order/log-columns.ts'
import { tableOf } from './support/log.ts'

const APP: StoredFormat = { id: 'shop', provider: 'generic', repeats: 'legitimate', names: 'exact', successes: 'always' }
const CDN: StoredFormat = { id: 'cdn', provider: 'generic', repeats: 'legitimate', names: 'exact', successes: 'always', edge: true }
const BALANCER: StoredFormat = { ...CDN, id: 'balancer' }

const SECOND_US = 1e6
type Record = readonly [format: StoredFormat, seconds: number, more?: Partial<EventDraft>]

/** How many events remain, and which of them a front tells. */
const remaining = (...records: readonly Record[]): { readonly all: number; readonly ofFronts: number } => {
  const log = createEventLog()
  records.forEach(([format, seconds, more], index) => {
    const own = format.edge === true ? { outcome: 'info' as const } : { outcome: 'success' as const, username: 'sato' }
    const draft = { ...emptyDraft(), time: seconds * SECOND_US, action: 'login' as const, ip: '192.0.2.1', ...own, ...more }
    log.append(draft, { input: 0, line: index + 1, offset: index * 100, length: 99 }, 0, format)
  })
  const { table } = tableOf(log)
  const formats = Array.from({ length: table.size }, (_, row) => table.classes[table.cls.get(row)]?.format)
  return { all: table.size, ofFronts: formats.filter((id) => id !== APP.id).length }
}

describe('a login that something in front of the application saw as well', () => {
  it('is one login, as the application tells it', () => {
    expect(remaining([APP, 100], [CDN, 101])).toEqual({ all: 1, ofFronts: 0 })
    expect(remaining([CDN, 95], [APP, 100])).toEqual({ all: 1, ofFronts: 0 })
  })

  it('is another one more than five seconds away, from elsewhere, or where a front alone tells of logins', () => {
    expect(remaining([APP, 100], [CDN, 105.1])).toEqual({ all: 2, ofFronts: 1 })
    expect(remaining([CDN, 94.9], [APP, 100])).toEqual({ all: 2, ofFronts: 1 })
    expect(remaining([APP, 100], [CDN, 101, { ip: '192.0.2.2' }])).toEqual({ all: 2, ofFronts: 1 })
    expect(remaining([CDN, 100], [CDN, 101])).toEqual({ all: 2, ofFronts: 2 })
  })

  it('is told of by each front once', () => {
    expect(remaining([APP, 100], [CDN, 101], [BALANCER, 102])).toEqual({ all: 1, ofFronts: 0 })
    expect(remaining([APP, 100], [CDN, 101], [CDN, 102])).toEqual({ all: 2, ofFronts: 1 })
  })

  it('is the nearest of several', () => {
    // Were the first taken for the login at 104, none would be left for the second within five seconds.
    expect(remaining([APP, 100], [APP, 104], [CDN, 100.5], [CDN, 108])).toEqual({ all: 2, ofFronts: 0 })
  })

  it('has the same outcome where the front knows it; a refusal may be a question for the second factor', () => {
    expect(remaining([APP, 100], [CDN, 101, { outcome: 'success' }])).toEqual({ all: 1, ofFronts: 0 })
    expect(remaining([APP, 100], [CDN, 101, { outcome: 'failure' }])).toEqual({ all: 2, ofFronts: 1 })
    expect(remaining([APP, 100, { outcome: 'challenge' }], [CDN, 101, { outcome: 'failure' }])).toEqual({ all: 1, ofFronts: 0 })
    expect(remaining([APP, 100, { outcome: 'failure' }], [CDN, 101, { outcome: 'challenge' }])).toEqual({ all: 2, ofFronts: 1 })
  })

  it('names the same, where the front names anybody', () => {
    expect(remaining([APP, 100], [CDN, 101, { username: 'sato' }])).toEqual({ all: 1, ofFronts: 0 })
    expect(remaining([APP, 100], [CDN, 101, { username: 'suzuki' }])).toEqual({ all: 2, ofFronts: 1 })
    const unnamed = { username: undefined, account: 'id-1' }
    expect(remaining([APP, 100, unnamed], [CDN, 101, unnamed])).toEqual({ all: 2, ofFronts: 1 })
  })

  it('is a try: what the application merely notes is none', () => {
    expect(remaining([APP, 100, { outcome: 'info' }], [CDN, 101])).toEqual({ all: 2, ofFronts: 1 })
    expect(remaining([APP, 100, { action: 'logout' }], [CDN, 101])).toEqual({ all: 2, ofFronts: 1 })
  })
})
