import { lookup } from '../../kernel/lookup.ts'
import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'
import { defineFormat, isoTime, type Classified, type Computed, type CsvShape, type JsonShape } from '../define-format.ts'
import { idmActivity, identityChange, nodeOf } from './changes.ts'
import { events, failureReasons, ignored, results } from './codes.ts'

type Value = string | undefined

/** `id=alice,ou=user,dc=…`: agents and services have a tree of their own. */
const DN = /^id=((?:[^,\\]|\\.)+),ou=([^,]+)/i
const isAgent = (dn: Value): boolean => /,ou=agent(?:,|$)/i.test(dn ?? '')

const loginOf = (outcome: Outcome, why: Value, code: string): Classified => {
  if (outcome === 'success') return { action: 'login', outcome, accountKnown: true, code }
  const known = lookup<{ readonly reason: Reason; readonly accountKnown?: boolean }>(failureReasons, why)
  return { action: 'login', outcome, ...(known ?? { reason: 'other' }), code: why === undefined ? code : `${code}/${why}` }
}

const classify = (name: Value, result: Value, why: Value, dn: Value, node?: Value, nodeOutcome?: Value): Classified => {
  if (name === undefined) return { reject: 'unknown-code' }
  const factor = nodeOf(node, nodeOutcome)
  if (factor !== undefined) return factor
  const reason = lookup<string>(ignored, name)
  if (reason !== undefined) return { ignore: reason }
  const action = lookup<Action>(events, name)
  if (action === undefined)
    return name.includes('LOGIN') ? { reject: 'unknown-code', detail: name.slice(0, 60) } : { ignore: 'other-event' }
  if (isAgent(dn)) return { ignore: 'machine-login' }
  const outcome = lookup<Outcome>(results, result)
  if (action !== 'login') return { action, outcome: outcome ?? 'info', code: name }
  return outcome === undefined ? { reject: 'ambiguous-value', detail: 'result' } : loginOf(outcome, why, `${name}/${result}`)
}

const accountOf: Computed['to'] = (dn) => (dn === undefined ? undefined : (DN.exec(dn)?.[1] ?? dn))

const json: JsonShape = {
  name: 'json',
  kind: 'json',
  signature: {
    has: ['eventName', 'transactionId'],
    test: (record) => /^AM-(?!IDENTITY-CHANGE$)/.test(String(record['eventName'])),
    reads: ['eventName'],
  },
  fields: {
    time: isoTime('timestamp'),
    id: '_id',
    account: { from: ['userId'], to: accountOf },
    username: 'principal[0]',
    tenant: 'realm',
    client: ['entries[0].info.authIndexValue', 'entries[0].info.treeName'],
    ip: ['entries[0].info.ipAddress', 'client.ip'],
    port: 'client.port',
    userAgent: ['http.request.headers.user-agent[0]', 'http.request.headers.User-Agent[0]'],
    session: 'trackingIds[0]',
    protocol: 'entries[0].moduleId',
  },
  classify: {
    by: ['eventName', 'result', 'entries[0].info.failureReason', 'userId', 'entries[0].info.nodeType', 'entries[0].info.nodeOutcome'],
    to: classify,
  },
}

/** Logins to IDM itself, which has no AM in front. */
const idmLogin: JsonShape = {
  name: 'idm-authentication',
  kind: 'json',
  signature: {
    has: ['eventName', 'transactionId', 'principal', 'result'],
    any: [['method', 'context', 'provider']],
    test: (record) => !String(record['eventName']).startsWith('AM-'),
    reads: ['eventName'],
  },
  fields: {
    time: isoTime('timestamp'),
    id: '_id',
    account: 'context.id',
    username: 'principal[0]',
    ip: ['context.ipAddress', 'entries[0].info.ipAddress'],
    session: 'trackingIds[0]',
    protocol: ['method', 'entries[0].moduleId'],
  },
  classify: {
    by: ['result', 'principal[0]'],
    to: (result, name) => {
      // Who has not logged in yet acts as this user, on every page.
      if (name === 'anonymous') return { ignore: 'anonymous' }
      const outcome = lookup<Outcome>(results, result)
      if (outcome === undefined) return { reject: 'ambiguous-value', detail: 'result' }
      return { action: 'login', outcome, ...(outcome === 'failure' && { reason: 'bad-credentials' }), code: `authentication/${result}` }
    },
  },
}

/** The CSV handler keeps lists and entries as JSON in their cells. */
const csv: CsvShape = {
  name: 'csv',
  kind: 'csv',
  signature: { columns: ['eventname', 'transactionid', 'trackingids', 'principal', 'entries'] },
  fields: {
    time: isoTime('timestamp'),
    id: '_id',
    account: { from: ['userid'], to: accountOf },
    username: 'json(principal)[0]',
    tenant: 'realm',
    client: ['json(entries)[0].info.authIndexValue', 'json(entries)[0].info.treeName'],
    ip: 'json(entries)[0].info.ipAddress',
    session: 'json(trackingids)[0]',
    protocol: 'json(entries)[0].moduleId',
  },
  classify: { by: ['eventname', 'result', 'json(entries)[0].info.failureReason', 'userid'], to: classify },
}

/** ForgeRock and PingAM (authentication and activity audit topics) and IDM; Identity Cloud's envelope is taken off before. */
export const format = defineFormat({
  id: 'forgerock',
  title: 'ForgeRock / PingAM audit',
  provider: 'forgerock',
  zone: 'in-record',
  repeats: 'never',
  successes: 'always',
  shapes: [json, csv, identityChange, idmLogin, idmActivity],
  spec: 'https://docs.pingidentity.com/pingam/latest/security-guide/reference-audit-log-format.html',
  howToExport: {
    en: "Copy AM's authentication.audit.json and activity.audit.json (or the CSV files) of every server; in Identity Cloud: `GET /monitoring/logs?source=am-authentication,am-activity,idm-authentication,idm-activity&beginTime=…&endTime=…`, a day at most per call, following `pagedResultsCookie`.",
    ja: '全サーバの authentication.audit.json と activity.audit.json(または CSV)を複製する。Identity Cloud では `GET /monitoring/logs?source=am-authentication,am-activity,idm-authentication,idm-activity&beginTime=…&endTime=…`(1回に最長1日。`pagedResultsCookie` でたどる)。',
  },
})
