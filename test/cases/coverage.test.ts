import { describe, expect, it } from 'vitest'
import { affectedOf, keepLines, scanCase, scanChanged } from './support.ts'

/** A success of any step, as each log writes it. */
const SUCCESS: Readonly<Record<string, (line: string) => boolean>> = {
  'okta-takeover': (line) => line.includes('"result":"SUCCESS"'),
  'auth0-stuffing': (line) => /"type":"(?:s|seacft|sce|gd_auth_succeed)"/.test(line),
  'entra-mfa-fatigue': (line) =>
    line.includes('"errorCode":0,') || line.includes('"Workload":"Exchange"') || line.includes('"result":"success"'),
  'shop-csv': (line) => line.includes(',○,'),
  'sshd-compromised': (line) => line.includes('Accepted') || line.includes('session opened') || line.includes('session closed'),
}

describe.each(Object.entries(SUCCESS))('%s without its successes', (name, isSuccess) => {
  it('cannot tell who got in, and says so', async () => {
    const document = await scanChanged(name, (_, log) => keepLines(log, (line) => !isSuccess(line)))
    expect(document.summary.headline.messageId).toBe('headline.undetermined')
    expect(affectedOf(document)).toEqual([])
    expect(document.summary.accounts.targeted).toBe(0)
    expect(document.summary.accounts.undetermined).toBeGreaterThan(0)
    expect(document.summary.caveats.map(({ id }) => id)).toContain('no-successes')
    for (const { reasons } of document.accounts) expect(reasons.map(({ messageId }) => messageId)).toContain('reason.no-success-recorded')
  })
})

describe('a log behind proxies', () => {
  /** Every client address becomes one of three that belong to the site itself. */
  const rewritten = scanChanged('okta-takeover', (_, log) => {
    const seen: string[] = []
    return log.toString('utf8').replaceAll(/"(ip|ipAddress)":"([^"]+)"/g, (_, field: string, ip: string) => {
      if (!seen.includes(ip)) seen.push(ip)
      return `"${field}":"192.0.2.${201 + (seen.indexOf(ip) % 3)}"`
    })
  })

  it('is loudly said to be one', async () => {
    const { summary } = await rewritten
    const caveat = summary.caveats.find(({ id }) => id === 'proxy-addresses')
    expect(caveat?.data['share']).toBe(1)
  })
  it('accuses no account and no address because of the address', async () => {
    const { accounts, campaigns, steps } = await rewritten
    expect(campaigns).toEqual([])
    expect(accounts.filter(({ reasons }) => reasons.some(({ messageId }) => messageId === 'reason.success-from-attack-source'))).toEqual([])
    expect(JSON.stringify(steps.map(({ commands }) => commands))).not.toMatch(/192\.0\.2\.20[123]/)
  })
  it('is not said of a log in which everybody comes from home', async () => {
    expect((await scanCase('okta-takeover')).summary.caveats.map(({ id }) => id)).not.toContain('proxy-addresses')
  })
})
