import type { CaseSummary } from '../../model/case.ts'
import type { MessageData } from '../../model/finding.ts'
import { isAffected } from '../../model/vocabulary.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { mainMethod } from '../../kernel/main-method.ts'
import { lookup } from '../../kernel/lookup.ts'
import { formatsWithoutAddresses } from '../rows/formats-without-addresses.ts'
import { isOfAttack } from '../signals/signal.ts'

/** Nobody else was in, but one of ours went too far, or the service showed people each other's data. */
const otherHeadline = ({ accounts }: JudgedCase): CaseSummary['headline'] | undefined => {
  const of = (kind: JudgedAccount['kind']): number => accounts.filter((account) => isAffected(account) && account.kind === kind).length
  const [misuse, exposure] = [of('misuse'), of('exposure')]
  if (misuse + exposure === 0) return undefined
  const data = { misuse, exposure }
  if (misuse === 0) return { messageId: 'headline.exposure', data }
  return { messageId: exposure === 0 ? 'headline.misuse' : 'headline.misuse-exposure', data }
}

type Headline = CaseSummary['headline']

/** Sentences that say what is not in the logs: of logs that were read in part they may say it of that part alone. */
const IN_PART: Readonly<Record<string, string>> = {
  'headline.nothing': 'headline.nothing-in-part',
  'headline.attempts-only': 'headline.attempts-only-in-part',
  'headline.attempts-shared': 'headline.attempts-shared-in-part',
  'headline.misuse': 'headline.misuse-in-part',
  'headline.exposure': 'headline.exposure-in-part',
}

/** The same, claiming no more than was read. */
export const ofWhatWasRead = (headline: Headline, isIncomplete: boolean): Headline => ({
  ...headline,
  messageId: (isIncomplete ? lookup(IN_PART, headline.messageId) : undefined) ?? headline.messageId,
})

/** The answer in one sentence: the worst that was found, or what the log cannot tell. */
export const headlineOf = (judged: JudgedCase, accounts: CaseSummary['accounts']): CaseSummary['headline'] => {
  const { campaigns, table } = judged
  const { compromised, suspected } = accounts
  const method = mainMethod(campaigns.map((campaign) => ({ ...campaign, entered: campaign.hits.length })))
  const data = {
    compromised,
    suspected,
    max: compromised + suspected,
    ...(method === undefined ? {} : { method }),
  } satisfies MessageData
  if (table.size === 0) return { messageId: 'headline.no-events', data: {} }
  if (compromised + suspected > 0) {
    const fromCampaign = judged.accounts.some((account) => isAffected(account) && account.signals.some(isOfAttack))
    return { messageId: fromCampaign ? 'headline.campaign' : 'headline.takeover', data }
  }
  const other = otherHeadline(judged)
  if (other !== undefined) return other
  if (!judged.recordsSuccesses || accounts.undetermined > 0) return { messageId: 'headline.undetermined', data: {} }
  // Neighbours on a shared line did log in from there: "no success from the attack's sources" would be untrue.
  if (campaigns.some(({ sources }) => sources.some(({ entered }) => entered.size > 0)))
    return { messageId: 'headline.attempts-shared', data: {} }
  if (campaigns.length > 0 || accounts.targeted > 0) return { messageId: 'headline.attempts-only', data: {} }
  // Without addresses most of what would show a takeover cannot be looked for.
  return { messageId: formatsWithoutAddresses(table).length > 0 ? 'headline.undetermined' : 'headline.nothing', data: {} }
}
