import { expect, it } from 'vitest'
import { describeCampaign } from '../../src/i18n/describe/campaign.ts'
import { describeUsual } from '../../src/i18n/describe/session.ts'
import { describeSummary } from '../../src/i18n/describe/summary.ts'
import type { SayOptions } from '../../src/i18n/translate.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { account, campaign, input } from '../recovery/support/accounts.ts'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { say } from '../../src/i18n/translate.ts'
import { scanCase } from './support.ts'

const GOLDEN = (lang: string): string => new URL(`../../fixtures/first-hour.${lang}.txt`, import.meta.url).pathname

const reasonOf = (document: CaseDocument, id: string): string => {
  const found = document.accounts.flatMap(({ reasons }) => reasons).find(({ messageId }) => messageId === id)
  if (found === undefined) throw new Error(`no account is judged by ${id}`)
  return found.text
}

/** The ten sentences that a native responder writes, with the figures of our own cases. */
const sentences = async ({ lang, zone }: SayOptions): Promise<readonly string[]> => {
  const options = { lang, zone }
  const scan = (name: string): Promise<CaseDocument> => scanCase(name, { lang, zoneOut: zone })
  const [stuffing, guessing] = [await scan('auth0-stuffing'), await scan('keycloak-guessing')]
  const [attack] = stuffing.campaigns
  const changed = stuffing.accounts.find(({ flags }) => flags.includes('contactChanged'))
  if (attack === undefined || changed === undefined) throw new Error('the case is not what it was')
  const ofChanged = changed.reasons
    .filter(({ messageId }) => ['reason.success-from-attack-source', 'reason.change-after-login'].includes(messageId))
    .map(({ text }) => text)
  const who = account({ contactChanged: { old: 'old@example.com', new: 'new@example.com' } })
  const { accountSteps, caseSteps } = buildChecklists(input([who], [campaign()]), { lang, tokenLifetime: 'PT60M' })
  const steps = [...caseSteps, ...accountSteps(who)]
  const step = (id: string): string => {
    const found = steps.find((one) => one.id === id)
    if (found === undefined) throw new Error(`no step ${id}: ${steps.map((one) => one.id).join(' ')}`)
    return [found.text, found.residualRisk].filter((part) => part !== null).join(' / ')
  }
  return [
    describeCampaign(attack, stuffing, options),
    [describeUsual(changed, options), ...ofChanged].join(' / '),
    say('reason.shared-egress', { source: '198.51.100.7', accounts: 43 }, options),
    reasonOf(stuffing, 'reason.mfa-stopped'),
    reasonOf(guessing, 'reason.no-success-recorded'),
    step('case/P1'),
    step('E1'),
    step('E3'),
    [step('R2'), step('N1.both-addresses')].join(' / '),
    steps
      .filter(({ id }) => id.startsWith('case/N2'))
      .map(({ text }) => text)
      .join(' / '),
  ]
}

it.each(['ja', 'en'] as const)('%s: the summary and the ten sentences of the first hour, with the figures of a case', async (lang) => {
  const options = { lang, zone: 'Asia/Tokyo' }
  const stuffing = await scanCase('auth0-stuffing', { lang, zoneOut: options.zone })
  const summary = describeSummary(stuffing, options).map(({ label, items, separator }) => `${label}: ${items.join(separator)}`)
  const told = (await sentences(options)).map((sentence, index) => `${index + 1}. ${sentence}`)
  await expect(`${[...summary, '', ...told].join('\n')}\n`).toMatchFileSnapshot(GOLDEN(lang))
})

it('what first-hour words are never written', async () => {
  const all = (await sentences({ lang: 'ja', zone: 'Asia/Tokyo' })).join('\n')
  expect(all).not.toMatch(/安全です|問題ありません|ハッキング|犯人|侵入|漏洩|サインイン|あり得ない移動/)
})
