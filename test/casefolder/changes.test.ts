import { describe, expect, it } from 'vitest'
import { compareCases, type AccountChange } from '../../src/casefolder/changes.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

const document = readCase('okta-takeover', 'en')
const [model] = document.accounts
if (model === undefined) throw new Error('the written case has no account')
const [reason] = model.reasons
if (reason === undefined) throw new Error('its first account has no reason')

const more = { ...reason, messageId: 'reason.more' }
const withAccount = (changes: Partial<CaseAccount>): CaseDocument => ({ ...document, accounts: [{ ...model, ...changes }] })
const changeOf = (before: Partial<CaseAccount>, after: Partial<CaseAccount>): AccountChange | undefined =>
  compareCases(withAccount({ reasons: [reason], ...before }), withAccount({ reasons: [reason], ...after })).accounts[0]

describe('what a revision says of an account', () => {
  it('is nothing where verdict and class stand, whatever else was read', () => {
    expect(changeOf({}, { reasons: [reason, more] })).toBeUndefined()
  })

  it('is what was found, where the class alone has changed or the verdict is graver', () => {
    const found = { why: 'more-records', reasons: [more] }
    expect(changeOf({ class: 'A' }, { class: 'B', reasons: [reason, more] })).toMatchObject(found)
    expect(changeOf({ verdict: 'suspected' }, { verdict: 'compromised', reasons: [reason, more] })).toMatchObject(found)
  })

  it('is what no longer holds, where the verdict is milder', () => {
    const change = changeOf({ verdict: 'compromised', reasons: [reason, more] }, { verdict: 'suspected' })
    expect(change).toMatchObject({ why: 'read-again', reasons: [more] })
  })
})
