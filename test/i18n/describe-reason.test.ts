import { describe, expect, it } from 'vitest'
import { describeReason } from '../../src/i18n/describe/step.ts'

const at = '2026-09-14T17:33:00.000Z'
const seen = { at, text: 'as the document has it', evidence: [] }

describe('a reason of a verdict', () => {
  it.each([
    ['en', 'UTC', '2026-09-14 17:33:00+00:00 The privileged account adm-1 was entered outside working hours.'],
    ['ja', 'Asia/Tokyo', '2026-09-15 02:33:00+09:00 The privileged account adm-1 was entered outside working hours.'],
  ] as const)('says when, where a rule lends its sentence (%s)', (lang, zone, text) => {
    const lent = {
      ...seen,
      messageId: 'privileged-unusual.off-hours',
      text: 'The privileged account adm-1 was entered outside working hours.',
    }
    expect(describeReason({ ...lent, data: {} }, { lang, zone })).toBe(text)
  })
  it('is left as it is where its own sentence knows the time or needs none', () => {
    expect(describeReason({ ...seen, messageId: 'reason.thin-history', data: { logins: 3 } }, { lang: 'en', zone: 'UTC' })).toMatch(
      /^Only 3/,
    )
  })
})
