import { expect, test } from 'vitest'
import { foldSteps } from '../../src/formats/pingfederate/fold.ts'
import type { FoldRecord } from '../../src/formats/define-format.ts'

const record = (code: string, time: number): FoldRecord => {
  const outcome = code.endsWith('/success') ? 'success' : code.endsWith('/failure') ? 'failure' : 'challenge'
  const action = code.startsWith('OAuth') ? 'session-use' : 'login'
  return { time, action, outcome, reason: undefined, code, hasAccount: true }
}
const keptOf = (...codes: readonly string[]): readonly string[] => {
  const records = codes.map(record)
  return foldSteps(records).map((row) => codes[row] as string)
}

test.each([
  ['an assertion is the login', ['AUTHN_ATTEMPT/success', 'AUTHN_ATTEMPT/success', 'SSO/success'], ['SSO/success']],
  [
    'without one the last step is',
    ['AUTHN_ATTEMPT/success', 'AUTHN_ATTEMPT/success', 'OAuth/success'],
    ['AUTHN_ATTEMPT/success', 'OAuth/success'],
  ],
  ['a refused second factor leaves no login', ['AUTHN_ATTEMPT/success', 'AUTHN_ATTEMPT/failure'], ['AUTHN_ATTEMPT/failure']],
  ['nor does one that was never answered', ['AUTHN_ATTEMPT/success', 'AUTHN_ATTEMPT/inprogress'], ['AUTHN_ATTEMPT/inprogress']],
  ['failures before it stay', ['AUTHN_ATTEMPT/failure', 'AUTHN_ATTEMPT/success'], ['AUTHN_ATTEMPT/failure', 'AUTHN_ATTEMPT/success']],
])('%s', (_name, codes, kept) => expect(keptOf(...codes)).toEqual(kept))
