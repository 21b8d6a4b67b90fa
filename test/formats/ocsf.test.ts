import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/ocsf/index.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS } from './decode-corpus.ts'

const LOGS = 'ocsf/ocsf-examples/encodings/ilf/example_logs/'
const MAPPINGS = 'ocsf/ocsf-examples/mappings/markdown/'

const take = (path: string): ReturnType<typeof decodeCorpus> => decodeCorpus(format, path, 'ndjson')

describe.skipIf(!hasCorpus)(`corpus samples — ${NO_CORPUS}`, () => {
  test.each(['1_0_0_OCSF_authentication', '1_1_0_OCSF_authentication', '1_1_0_authentication'])('corpus: %s, a console login', (name) => {
    const { events } = take(`${LOGS}${name}.ocsf`)
    expect(events).toMatchObject([
      {
        time: '2023-11-10T16:24:34.000Z',
        id: 'fed06f42-cb12-4764-8c69-example',
        action: 'login',
        outcome: 'success',
        account: 'arn:aws:iam::111122223333:user/anaya',
        username: 'anaya',
        ip: '192.0.2.0',
      },
    ])
  })

  test('corpus: account changes; without a status nothing is claimed about the outcome', () => {
    expect(take(`${LOGS}1_1_0_account_change.ocsf`).kinds).toEqual({ 'account-create/success': 1 })
    const { events } = take(`${LOGS}1_1_0_OCSF_account_change.ocsf`)
    expect(events).toMatchObject([{ action: 'account-create', outcome: 'info', username: 'test_user2' }])
    expect(take(`${MAPPINGS}Okta/v1.3.0/System Logs/Account Change/samples/account_change.ocsf`).events).toMatchObject([
      { action: 'account-lock', outcome: 'info', account: '0123456789', username: 'okta@okta-test.com' },
    ])
  })

  test('corpus: Okta and Windows as OCSF', () => {
    expect(take(`${MAPPINGS}Okta/v1.3.0/System Logs/Authentication/samples/authentication.ocsf`).events).toMatchObject([
      {
        time: '2024-08-13T15:58:20.000Z',
        outcome: 'success',
        account: '00uttidj01jqL21aM1d6',
        ip: '10.0.0.1',
        session: 'idxBager62CSveUkTxvgRtonA',
      },
    ])
    expect(take(`${MAPPINGS}Microsoft/Windows Events/4625/4625_0.json`).events).toMatchObject([
      { time: '2020-10-08T16:41:47.000Z', outcome: 'failure', reason: 'bad-credentials', username: 'Administrator' },
    ])
    expect(take(`${MAPPINGS}Microsoft/Windows Events/4624/4624_0.json`).fates).toEqual({ 'ignored: machine-login': 1 })
  })

  test.each(['1_1_0_vpcflow', 'eks', 'inspector', 'sechub-guardduty', '1_1_0_OCSF_api_activity', '1_1_0_route53'])(
    'corpus: %s is another class',
    (name) => {
      expect(take(`${LOGS}${name}.ocsf`).fates).toEqual({ 'ignored: other-class': 1 })
    },
  )
})
