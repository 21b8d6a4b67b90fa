import { expect, test } from 'vitest'
import { format } from '../../src/formats/cognito/index.ts'
import { byApiCall } from '../../src/formats/cognito/classify-api.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS } from './decode-corpus.ts'

test('a sign-in step that hides its answer is neither a success nor a failure', () => {
  expect(byApiCall('InitiateAuth')).toMatchObject({ action: 'login', outcome: 'info' })
  expect(byApiCall('InitiateAuth', undefined, undefined, undefined, undefined, 'tokens')).toMatchObject({ outcome: 'success' })
})

test('one exception stands for several reasons', () => {
  const reasonOf = (message: string) => byApiCall('InitiateAuth', 'NotAuthorizedException', message)
  expect(reasonOf('Incorrect username or password.')).toMatchObject({ outcome: 'failure', reason: 'bad-credentials' })
  expect(reasonOf('User is disabled.')).toMatchObject({ reason: 'disabled', accountKnown: true })
  expect(reasonOf('Password attempts exceeded')).toMatchObject({ outcome: 'blocked', reason: 'locked' })
})

test.skipIf(!hasCorpus)(`hosted page — ${NO_CORPUS}`, () => {
  expect(decodeCorpus(format, 'cognito/transcribed/aws-docs-hosted-ui-Login_GET.json').fates).toEqual({ 'ignored: page-view': 1 })
})
