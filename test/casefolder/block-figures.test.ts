import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBlocklist } from '../../src/casefolder/blocklist.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { oktaLines, seal, workplace } from './support.ts'

/** Addresses of the attack, most of them moved onto exits of Tor. */
const RELAYS = ['203.0.113.11', '203.0.113.12']
/** The record from another address; whose network that is, the log does not say. */
const movedTo = (address: string, line: string): string =>
  JSON.stringify({
    ...(JSON.parse(line.replaceAll(/"(?:198\.51\.100|203\.0\.113)\.\d+"/g, `"${address}"`)) as object),
    securityContext: {},
  })

let cwd = ''
beforeAll(async () => {
  cwd = workplace('okta-takeover')
  const moved = oktaLines().map((line) => {
    const at = RELAYS.findIndex((address) => line.includes(address))
    return at < 0 ? line : movedTo(`185.220.101.${at + 1}`, line)
  })
  // A customer who uses the relay as well: a neighbour of the attack, whom no block would hit.
  const own = moved.find((line) => line.includes('user.session.start') && line.includes('"SUCCESS"') && line.includes('198.51.100.')) ?? ''
  const neighbour = movedTo('185.220.101.1', own).replace(/"uuid":"[^"]*"/, '"uuid":"neighbour-1"')
  writeFileSync(join(cwd, 'relays.ndjson'), [...moved, neighbour].join('\n'))
  await seal(cwd, ['relays.ndjson'], ['--lang', 'en'])
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

describe('what a block would hit', () => {
  it('is the same number in the checklist and on the block list, whoever else uses what is not blocked', async () => {
    const document = await readDocument(join(cwd, 'case'))
    const { blocked, refused } = makeBlocklist(document, 5)
    expect([blocked.length, refused.map(({ why }) => why)]).toEqual([1, ['relay', 'relay']])
    const collateral = blocked.reduce((sum, one) => sum + one.collateral, 0)
    const page = readFileSync(join(cwd, 'case/03_checklist/case.md'), 'utf8')
    expect(page).toContain(`estimated legitimate users: ${collateral}; 2 more sources are relays, proxies or shared lines`)
  })

  it('a relay is told as one to the police: there is no subscriber behind it', () => {
    const sheet = (lang: string): string => readFileSync(join(cwd, `case/06_documents/police.${lang}.md`), 'utf8')
    expect(sheet('en')).toMatch(/^\| 185\.220\.101\.1 \|.*exit of a relay/m)
    expect(sheet('ja')).toMatch(/^\| 185\.220\.101\.1 \|.*中継サービス\(VPN・Torなど\)の出口/m)
  })

  it('names a few of what is left out, and counts the rest', async () => {
    const { stderr } = await runCli(['blocklist', 'case'], { cwd })
    expect(stderr).toContain('185.220.101.1 is not on the list')
    expect(stderr).not.toContain('more addresses not on the list')
  })
})

it('the page of the case stops the bleeding first; what is due in weeks stands under its own heading', () => {
  const page = readFileSync(join(cwd, 'case/03_checklist/case.md'), 'utf8')
  const [, now = '', duties = ''] = page.split(/^## /m)
  expect(now).toMatch(/^Right now/)
  expect(now).not.toMatch(/\b(30|60) days\b/)
  expect(duties).toMatch(/^Reports and notices[^]*within 60 days/)
})

it('verify ends as its help says', async () => {
  const { stdout } = await runCli(['verify', '--help'], { cwd })
  const said = Number(/exit (\d) when anything was changed/.exec(stdout)?.[1])
  writeFileSync(join(cwd, 'case/00_brief.md'), 'changed')
  expect((await runCli(['verify', 'case'], { cwd })).code).toBe(said)
})
