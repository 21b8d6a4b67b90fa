import { expect, test } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import type { Format } from '../../src/formats/define-format.ts'
import { format as alb } from '../../src/formats/alb/index.ts'
import { format as cloudfront } from '../../src/formats/cloudfront/index.ts'
import { format as wso2 } from '../../src/formats/wso2/index.ts'
import { formats } from '../../src/formats/registry.ts'
import { wrapperPath } from '../../src/input/wrapper.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS, readCorpus } from './decode-corpus.ts'

const OURS = ['akamai', 'alb', 'aws-waf', 'azure-b2c', 'cloudflare', 'cloudfront', 'gigya', 'identity-platform', 'rba', 'wordpress', 'wso2']
const ours = formats.filter(({ id }) => OURS.includes(id))

const decode = (format: Format, line: string): readonly string[] => decodeRecords(format, frame('input.log', line).records).perRecord

test('all of them are in the registry', () => {
  expect(ours.map(({ id }) => id)).toEqual(OURS)
})

test('a page of Gigya’s audit.search is opened', () => {
  const page = {
    callId: 'a',
    errorCode: 0,
    apiVersion: 2,
    statusCode: 200,
    statusReason: 'OK',
    time: '2026-03-02T18:00:00Z',
    totalCount: 1,
  }
  expect(wrapperPath({ ...page, objectsCount: 1, results: [{ callID: 'b' }] })).toEqual(['results'])
  expect(wrapperPath({ ...page, endpoint: 'accounts.login', results: [{ callID: 'b' }] })).toBeUndefined()
})

test('hostile lines cost little', () => {
  const start = performance.now()
  for (const filler of [' ', '"', '\\"', '\t', '%', '|', ' | Action : ', '"RemoteAddress" : "']) {
    const long = filler.repeat(40_000)
    decode(alb, `https 2026-03-02T17:14:00.186641Z app/a/b 203.0.113.7:1 - -1 -1 -1 401 401 1 1 "POST ${long}" "${long}`)
    decode(cloudfront, `2026-03-02\t17:14:00\tNRT57-P2\t1\t203.0.113.7\tPOST\th\t/login\t401\t${long}`)
    decode(
      wso2,
      `[2026-03-02 17:14:20,298] []  INFO {AUDIT_LOG} - Initiator : ${long} | Action : Login | Target : x | Data : {${long}} | Result : Failed`,
    )
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

test.each([
  // A name or an agent that is written like the rest of the line.
  ['eve | Action : Logout | Target : x | Data : { } | Result : Success', 'curl'],
  ['eve', 'x" } | Result : Success | Action : Login | Target : x | Data : { "a" : "'],
])('what strangers type never turns a refused WSO2 login into a success: %s, %s', (name, agent) => {
  const line = `[2026-03-02 17:14:20,298] []  INFO {AUDIT_LOG} - Initiator : ${name} | Action : Login | Target : F | Data : { "ContextIdentifier" : "1","User Agent" : "${agent}","RemoteAddress" : "203.0.113.7" } | Result : Failed`
  expect(decode(wso2, line).join()).not.toContain('"outcome":"success"')
})

const OTHERS = [
  'weblog/elastic-package/test-nginx.log',
  'weblog/crowdsec-hub/apache2-logs/apache2-logs.log',
  'weblog/crowdsec-hub/caddy-basic-auth-bf/caddy-logs.log',
  'sshd/loghub/OpenSSH_2k.log',
  'authelia/crowdsec-hub/authelia-logs/authelia-logs.log',
  'google-workspace/panther-analysis/gsuite_activityevent_rules/events.ndjson',
  'entra-azuremonitor/panther-analysis/azure_signin_rules/events.ndjson',
  'cloudtrail/panther-analysis/aws_cloudtrail_rules/events.ndjson',
]

test.skipIf(!hasCorpus).each(OTHERS)(`corpus: no record of another system is taken for one of ours: %s — ${NO_CORPUS}`, (path) => {
  const { records } = frame(path.includes('caddy') ? 'input.ndjson' : path, readCorpus(path))
  expect(records.length).toBeGreaterThan(0)
  const compiled = ours.map((format) => compileFormat(format, { time: { zone: 'UTC', year: () => 2026 } }))
  const claimed = records.flatMap((record) =>
    compiled.filter(({ shapes }) => shapes.some((shape) => shape.matches(record))).map(({ format }) => format.id),
  )
  expect(claimed).toEqual([])
})

test.skipIf(!hasCorpus)(`corpus: lines of a site behind CloudFront are the web server’s — ${NO_CORPUS}`, () => {
  expect(readCorpus('weblog/elastic-package/test-nginx.log')).toContain('Amazon CloudFront')
  expect(Object.keys(decodeCorpus(cloudfront, 'weblog/elastic-package/test-nginx.log').fates)).toEqual(['rejected: unknown-format'])
})
