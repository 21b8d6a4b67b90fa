import { describe, expect, it } from 'vitest'
import { weighLogins } from '../../src/cases/fusion/weigh-logins.ts'
import { createRowReader } from '../../src/cases/rows/row-reader.ts'
import { NOTHING_KNOWN } from '../../src/knowledge/known.ts'
import { prepare } from '../../src/pipeline/analyze.ts'
import { createWeigher } from '../../src/pipeline/weigh-apart.ts'
import { OPTIONS, ROOT } from '../cases/support.ts'

const tableOfCase = async (name: string) =>
  (await prepare({ ...OPTIONS, inputs: [`${ROOT}fixtures/cases/${name}`] }, () => undefined)).table

describe('logins weighed in a thread', () => {
  it.each(['auth0-stuffing', 'entra-mfa-fatigue', 'okta-session-moved', 'sshd-compromised'])(
    'are weighed as in this one: %s',
    async (name) => {
      const table = await tableOfCase(name)
      expect(await createWeigher(0).weigh(table, NOTHING_KNOWN)).toEqual(weighLogins(table, createRowReader(table)))
    },
  )

  it('knows the sources that the organisation vouches for', async () => {
    const table = await tableOfCase('auth0-stuffing')
    const allowed = new Uint8Array(table.size).fill(1)
    const weighed = await createWeigher(0).weigh(table, { ...NOTHING_KNOWN, allowed })
    expect(weighed).toEqual(weighLogins(table, createRowReader(table, allowed)))
    expect(weighed).not.toEqual(weighLogins(table, createRowReader(table)))
  })

  it('are weighed as well by a thread that waited for them, which can be ended before', async () => {
    const table = await tableOfCase('auth0-stuffing')
    const weigher = createWeigher(0)
    weigher.expect(table.size)
    expect(await weigher.weigh(table, NOTHING_KNOWN)).toEqual(weighLogins(table, createRowReader(table)))
    const unasked = createWeigher(0)
    unasked.expect(table.size)
    await expect(unasked.close()).resolves.toBeUndefined()
  })

  it('is not started for a small log', async () => {
    expect(await createWeigher().weigh(await tableOfCase('okta-takeover'), NOTHING_KNOWN)).toBeUndefined()
  })
})
