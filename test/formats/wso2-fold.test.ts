import { expect, test } from 'vitest'
import { foldRefusals } from '../../src/formats/wso2/fold.ts'
import type { FoldRecord } from '../../src/formats/define-format.ts'

const record = (code: string): FoldRecord => ({
  time: 0,
  action: code.startsWith('Change') ? 'password-change' : 'login',
  outcome: code.endsWith('/Success') ? 'success' : 'failure',
  reason: undefined,
  code,
  hasAccount: true,
})
const keptOf = (...codes: readonly string[]): readonly string[] => foldRefusals(codes.map(record)).map((row) => codes[row] as string)

test.each([
  ['told by both, a try is one', ['Authentication/Failure', 'Login/Failed'], ['Login/Failed']],
  [
    'two tries are two',
    ['Authentication/Failure', 'Login/Failed', 'Authentication/Failure', 'Login/Failed'],
    ['Login/Failed', 'Login/Failed'],
  ],
  [
    'what the store alone tells stays',
    ['Authentication/Failure', 'Authentication/Failure'],
    ['Authentication/Failure', 'Authentication/Failure'],
  ],
  [
    'more tries told by the store stay as many',
    ['Authentication/Failure', 'Authentication/Failure', 'Login/Failed'],
    ['Authentication/Failure', 'Login/Failed'],
  ],
  ['a success tells of no refusal', ['Authentication/Failure', 'Login/Success'], ['Authentication/Failure', 'Login/Success']],
  [
    "other acts are nobody's refusal",
    ['Change-Password-by-User/Failure', 'Login/Failed'],
    ['Change-Password-by-User/Failure', 'Login/Failed'],
  ],
])('%s', (_name, codes, kept) => expect(keptOf(...codes)).toEqual(kept))
