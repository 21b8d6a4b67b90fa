import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountFinder } from '../../src/casefolder/account-finder.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { seal, workplace, writeLog } from './support.ts'

describe('an account of other logs', () => {
  const of = (tenant: string | null) => ({ provider: 'entra', account: 'u1', tenant })
  it('is found where one side names no tenant', () => {
    expect(accountFinder([[of('t1'), 1]])(of(null))).toBe(1)
    expect(accountFinder([[of(null), 1]])(of('t1'))).toBe(1)
  })
  it('is another one in another tenant, of another system, or where it could be either', () => {
    expect(accountFinder([[of('t1'), 1]])(of('t2'))).toBeUndefined()
    expect(accountFinder([[of('t1'), 1]])({ ...of(null), provider: 'okta' })).toBeUndefined()
    const both = accountFinder([
      [of('t1'), 1],
      [of('t2'), 2],
    ])
    expect([both(of(null)), both(of('t2'))]).toEqual([undefined, 2])
  })
})

/** Push fatigue, seen by sign-ins, audits and the unified log, which alone names the tenant. */
const TAKEN = '000000a1-0000-4000-8000-000000000009'

/** One record of Graph's directoryAudits. */
const audit = (time: string, activityDisplayName: string): string =>
  JSON.stringify({
    id: `Directory_${time}`,
    category: 'UserManagement',
    correlationId: time,
    result: 'success',
    resultReason: '',
    activityDisplayName,
    activityDateTime: time,
    loggedByService: 'Core Directory',
    operationType: 'Update',
    initiatedBy: {
      app: null,
      user: {
        id: '000000a1-0000-4000-8000-000000000003',
        displayName: null,
        userPrincipalName: 'admin@example.com',
        ipAddress: '198.51.100.5',
        roles: [],
      },
    },
    targetResources: [
      {
        id: TAKEN,
        displayName: 'Yuma Kato',
        type: 'User',
        userPrincipalName: 'yuma.kato@example.com',
        groupType: null,
        modifiedProperties: [],
      },
    ],
    additionalDetails: [],
  })

describe('newer logs that name no tenant', () => {
  let cwd = ''
  let document: CaseDocument
  beforeAll(async () => {
    cwd = workplace('entra-mfa-fatigue')
    await seal(cwd)
    writeLog(cwd, 'decided.csv', ['account,decision', `${TAKEN},confirmed`])
    await runCli(['decide', 'case', '--from', 'decided.csv', '--by', 'A. Tanaka'], { cwd })
    writeLog(cwd, 'audits.ndjson', [
      audit('2026-10-31T00:00:00Z', 'Disable account'),
      audit('2026-10-31T00:01:00Z', 'Update StsRefreshTokenValidFrom Timestamp'),
      audit('2026-10-31T03:00:00Z', 'Reset user password'),
    ])
    await seal(cwd, ['audits.ndjson'])
    document = await readDocument(join(cwd, 'case'))
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('tick off the steps of the account that the case knows with its tenant', () => {
    const own = document.accounts.filter(({ account }) => account === TAKEN)
    expect(own.map(({ tenant, decision }) => [tenant, decision.state])).toEqual([['0000007e-0000-4000-8000-000000000001', 'confirmed']])
    expect(own[0]?.checklist.filter(({ state }) => state !== 'open').map(({ id, state }) => `${id} ${state}`)).toEqual([
      'C1 done',
      'E1 done',
      'R2 done',
    ])
  })
})
