import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventTable } from '../../src/order/event-table.ts'
import { prepare } from '../../src/pipeline/analyze.ts'
import { scenarios } from '../../src/simulate/choose.ts'
import type { Encoder } from '../../src/simulate/define-encoder.ts'
import { encoders } from '../../src/simulate/encoders/registry.ts'
import type { SimEvent } from '../../src/simulate/event.ts'
import { simulate } from '../../src/simulate/simulate.ts'
import { PROFILES } from '../../src/simulate/world/profile.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const shop = PROFILES[0] as (typeof PROFILES)[number]

/** Where a vendor writes an act under another name, or only as a part of something else: what Ashiato reads instead. */
const READ_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  auth0: { 'login/challenge': 'mfa/challenge', 'password-change/success': 'password-reset/success' },
  okta: { 'phone-change/success': 'profile-change/success', 'signup/success': 'account-create/success' },
  entra: { 'mfa/failure': 'login/failure', 'signup/success': 'account-create/success' },
  cognito: { 'mfa/failure': 'login/failure' },
}
/** Keycloak writes both as an update: a reset is told by the request before it, and the desk that resets for others makes none. */
const CAN_ALSO_BE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  keycloak: { 'password-reset/success': 'password-change/success' },
}
/** Okta sends a push or a text as the challenge, and asks for a code by the policy of the app. */
const OKTA_CHALLENGE: Readonly<Record<string, string>> = { push: 'mfa/challenge', sms: 'mfa/challenge', otp: 'session-use/challenge' }

const wanted = ({ id }: Encoder, { action, outcome, mfaMethod }: SimEvent): string => {
  if (id === 'okta' && outcome === 'challenge') return OKTA_CHALLENGE[mfaMethod ?? 'otp'] ?? ''
  const plain = `${action}/${outcome}`
  return READ_AS[id]?.[plain] ?? plain
}

interface Pair {
  readonly event: SimEvent
  readonly row: number
}

const writeAndRead = async (
  encoder: Encoder,
): Promise<{ table: EventTable; pairs: readonly Pair[]; rejected: number; formats: readonly string[] }> => {
  const events = [
    ...simulate({
      wishes: scenarios.map((scenario) => ({ scenario, volume: '1/10', spread: 50 })),
      profile: shop,
      accounts: 500,
      days: 8,
      startMs: Date.UTC(2026, 9, 4, 15),
      seed: 11,
    }).events,
  ]
  const lines = encoder.header === undefined ? [] : [encoder.header]
  const byLine = new Map<number, SimEvent>()
  events.forEach((event, index) => {
    const record = encoder.encode(event, index + 1)
    if (record === undefined) return
    lines.push(record)
    byLine.set(lines.length, event)
  })
  const folder = tempFolder()
  writeFileSync(join(folder, encoder.file), `${lines.join('\n')}\n`)
  const { inputs, table } = await prepare(runOptions([join(folder, encoder.file)]), () => undefined)
  const pairs = Array.from(table.line, (line, row) => ({ event: byLine.get(line) as SimEvent, row }))
  return {
    table,
    pairs,
    rejected: inputs.inputs.reduce((sum, { counts }) => sum + counts.rejected, 0),
    formats: inputs.inputs.flatMap(({ counts }) => [...counts.formats.keys()]),
  }
}

describe.each(encoders.map((encoder) => [encoder.id, encoder] as const))('%s', (id, encoder) => {
  it('is read back as what happened: act, outcome, account, address, agent', async () => {
    const { table, pairs, rejected } = await writeAndRead(encoder)
    expect(rejected).toBe(0)
    expect(pairs.length).toBeGreaterThan(800)
    const wrong = pairs.flatMap(({ event, row }) => {
      const { action, outcome } = table.classes[table.cls.get(row)] as EventTable['classes'][number]
      const account = table.accounts.get(table.account.get(row))
      const place = table.place.get(row)
      const told = [`${action}/${outcome}`, table.places.ips.get(table.places.ip[place] as number), table.time.get(row)]
      const true_ = [wanted(encoder, event), event.line.ip, event.timeMs * 1000]
      const also = CAN_ALSO_BE[id]?.[String(true_[0])]
      const isRight = told.every((value, at) => value === true_[at] || (at === 0 && value === also))
      const owner = event.person < 0 ? undefined : encoder.account(event.person, event.name)
      return isRight && (account === owner || event.person < 0) ? [] : [{ told, true_, account, owner }]
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })

  it('is named by its id', () => {
    expect(encoder.id).toBe(id)
  })
})
