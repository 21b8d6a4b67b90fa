import { describe, expect, it } from 'vitest'
import { peel } from '../../src/input/peel.ts'
import { readContent } from './support.ts'

const event = { eventType: 'user.session.start', n: 1 }
const text = JSON.stringify(event)

describe('peeling envelopes', () => {
  it.each([
    ['EventBridge', { version: '0', 'detail-type': 'SystemLog', source: 'aws.partner/x', detail: event }, 'detail'],
    ['Elasticsearch hit', { _index: 'i', _id: '1', _score: 1, _source: event }, '_source'],
    ['Splunk export', { preview: false, offset: 1, lastrow: true, result: { _time: 't', _raw: text, host: 'h' } }, 'result.json(_raw)'],
    ['ForgeRock', { payload: event, timestamp: 't', type: 'application/json', source: 'am-authentication' }, 'payload'],
    ['Docker', { log: `${text}\n`, stream: 'stdout', time: 't' }, 'json(log)'],
    ['Filebeat', { '@timestamp': 't', agent: {}, host: {}, message: text, tags: [] }, 'json(message)'],
    ['CloudWatch', { id: '1', timestamp: 1, message: text }, 'json(message)'],
    ['lookup-events', { EventId: '1', Username: 'a', CloudTrailEvent: text }, 'json(CloudTrailEvent)'],
    ['an element of a test file', { json: event }, 'json'],
    ['a line of JSON in a string', text, 'json()'],
    [
      'three of them',
      { _source: { 'detail-type': 'x', detail: { id: '1', timestamp: 1, message: text } } },
      '_source.detail.json(message)',
    ],
  ])('takes the record out of %s', (_name, outer, path) => {
    expect(peel(outer)).toEqual({ value: event, path })
  })

  it.each([
    ['Auth0 stream', { log_id: '1', data: { type: 's' } }],
    ['a record with a message', { user: 'a', remoteAddr: '192.0.2.1', message: text }],
    ['a record with a text', { timestamp: 't', level: 'INFO', message: 'Login failed' }],
    ['a record with details', { detail: { a: 1 }, user: 'a' }],
    ['PingOne', { id: '1', result: { status: 'FAILED' }, action: {} }],
    ['null', null],
    ['a number', 5],
  ])('leaves %s alone', (_name, record) => {
    expect(peel(record)).toEqual({ value: record, path: '' })
  })

  it('stops three deep', () => {
    const deep = { _source: { _source: { _source: { _source: event } } } }
    expect(peel(deep)).toEqual({ value: { _source: event }, path: '_source._source._source' })
  })

  it('makes a peeled line a text record with the outer origin', async () => {
    const line = 'Dec 10 06:55:46 host sshd[1]: Accepted password for a'
    const content = JSON.stringify({
      messageType: 'DATA_MESSAGE',
      owner: '1',
      logGroup: 'g',
      logStream: 's',
      subscriptionFilters: [],
      logEvents: [{ id: '1', timestamp: 1, message: line }],
    })
    const { records } = await readContent(content)
    expect(records).toMatchObject([{ shape: 'text', value: line, path: 'message' }])
    expect(content.slice(records[0]?.offset, (records[0]?.offset ?? 0) + (records[0]?.length ?? 0))).toMatch(/^\{"id":"1".*\}$/)
  })
})
