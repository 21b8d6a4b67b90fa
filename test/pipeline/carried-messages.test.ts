import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectInputs } from '../../src/pipeline/inspect.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Objects of an application as its own messages in the journal and in syslog, and deep in what a framework wraps round them. */

const folder = tempFolder()
const AT = Array.from({ length: 12 }, (_, at) => at)
const minute = (at: number): string => String(at).padStart(2, '0')
const timeOf = (at: number): string => `2026-03-02T08:${minute(at)}:00Z`
const login = (at: number) => ({
  event: 'login',
  result: at % 2 === 0 ? 'success' : 'failure',
  user: `m${at % 3}`,
  ip: `203.0.113.${at % 5}`,
})
const entry = (at: number, message: string, program = 'shop'): Readonly<Record<string, string>> => ({
  __CURSOR: `s=${at}`,
  __REALTIME_TIMESTAMP: String(Date.parse(timeOf(at)) * 1000),
  _HOSTNAME: 'web',
  SYSLOG_IDENTIFIER: program,
  _PID: '12',
  MESSAGE: message,
})
const exported = (fields: Readonly<Record<string, string>>): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}\n\n`

const read = async (content: string) => {
  const path = join(folder, 'messages.log')
  writeFileSync(path, content)
  const { inputs, table } = await inspectInputs(runOptions([path]), () => undefined)
  const events = Array.from({ length: table.size }, (_, row) => {
    const { action, outcome } = table.classes[table.cls.get(row)] ?? {}
    return [new Date(table.time.get(row) / 1000).toISOString(), action, outcome, table.accounts.get(table.account.get(row))].join(' ')
  })
  return { events, ignored: inputs[0]?.input.ignored, rejected: inputs[0]?.input.rejected }
}
const EVENTS = AT.map((at) => `2026-03-02T08:${minute(at)}:00.000Z login ${at % 2 === 0 ? 'success' : 'failure'} m${at % 3}`)

test.each([
  ['the journal as JSON', AT.map((at) => `${JSON.stringify(entry(at, JSON.stringify(login(at))))}\n`)],
  ['the journal as an export', AT.map((at) => exported(entry(at, JSON.stringify(login(at)))))],
  ['the journal, where the object says when', AT.map((at) => exported(entry(at, JSON.stringify({ ...login(at), time: timeOf(at) }))))],
  ['syslog', AT.map((at) => `Mar  2 08:${minute(at)}:00 web shop[12]: ${JSON.stringify(login(at))}\n`)],
  ['syslog of RFC 5424', AT.map((at) => `<134>1 ${timeOf(at)} web shop 12 - - ${JSON.stringify(login(at))}\n`)],
  ['five objects deep', AT.map((at) => `${JSON.stringify({ time: timeOf(at), a: { b: { c: { d: login(at) } } } })}\n`)],
])('%s', async (_, lines) => {
  const { events, rejected } = await read(lines.join(''))
  expect(events).toEqual(EVENTS)
  expect(rejected).toBe(0)
})

test('beside them sshd stays sshd, and what others say of other things stays ignored', async () => {
  const others = [
    exported(entry(20, '{"level":"info","msg":"cache warmed"}')),
    exported(entry(21, 'Failed password for root from 203.0.113.9 port 5511 ssh2', 'sshd')),
  ]
  const { events, ignored, rejected } = await read([...AT.map((at) => exported(entry(at, JSON.stringify(login(at))))), ...others].join(''))
  expect(events).toEqual([...EVENTS, '2026-03-02T08:21:00.000Z login failure root'])
  expect({ ignored, rejected }).toEqual({ ignored: 1, rejected: 0 })
})
