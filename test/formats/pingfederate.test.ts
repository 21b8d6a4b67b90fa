import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/pingfederate/index.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

const line = (subject: string, transaction = ''): string =>
  `2026-11-03 00:00:01,001| tid:abc|${transaction} AUTHN_ATTEMPT| ${subject}| 203.0.113.140 | | ac| SAML20| sso.example.com| IdP| failure| Form| | 12`

const fateOf = (text: string): string => decodeRecords(format, frame('x.log', text).records).perRecord[0]?.split('\n')[0] ?? ''

// There is no sample of this log in the corpus; what is tested is that a typed name cannot move a failed try out of sight.
describe('a name with separators in it', () => {
  test.each([
    ['plain', 'used', line('keiko')],
    ['one pipe', 'rejected: ambiguous-value', line('a|b')],
    ['pipes that look like a whole event', 'rejected: ambiguous-value', line('x| 1| SSO| y')],
    ['one pipe, with a transaction id', 'rejected: ambiguous-value', line('a|b', ' 01hf0|')],
    ['a name in the place of a transaction id', 'used', line('keiko', ' 01hf0|')],
  ])('%s', (_name, fate, text) => {
    expect(fateOf(text)).toBe(fate)
  })

  test('a long line of digits and pipes is read in no time', () => {
    const started = process.hrtime.bigint()
    expect(fateOf(`2026-11-03 00:00:01,001| tid:${'1'.repeat(200_000)}${'| '.repeat(100_000)}`)).toBe('rejected: ambiguous-value')
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000)
  })
})
