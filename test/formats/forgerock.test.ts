import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/forgerock/index.ts'
import { peel } from '../../src/input/peel.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { decodeCorpus, hasCorpus, readCorpus } from './decode-corpus.ts'

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test("the CSV of an administrator's login: the module is a step, the login and the logout are events", () => {
    const { fates, events } = decodeCorpus(format, 'forgerock/transcribed/authentication.audit.csv')
    expect(fates).toEqual({ 'ignored: login-step': 1, used: 2 })
    expect(events.map(({ time, action, account, ip, session }) => [time, action, account, ip, session])).toEqual([
      ['2016-02-05T08:40:07.685Z', 'login', 'amadmin', '10.0.3.1', '4fd7c5d727c67ab001'],
      ['2016-02-05T08:41:08.693Z', 'logout', 'amadmin', '10.0.3.1', '4fd7c5d727c67ab001'],
    ])
  })

  test('Identity Cloud: agents that log in are machines; a line that lacks a brace costs only itself', () => {
    const lines = readCorpus('forgerock/transcribed/elastic-test-am-authentication.ndjson')
      .trim()
      .split('\n')
      .map((text) => frame('x.ndjson', text))
    expect(lines.map(({ rejects }) => rejects)).toEqual([1, 0, 0, 0])
    const records = lines.flatMap((framed) => framed.records).map((record) => ({ ...record, value: peel(record.value).value }))
    expect(decodeRecords(format, records).perRecord).toEqual(['ignored: machine-login', 'ignored: login-step', 'ignored: machine-login'])
  })
})
