import type { CaseCampaign, CaseDocument } from '../../model/case.ts'
import { say, type SayOptions } from '../translate.ts'
import { shortMoment } from './moment.ts'

/** From this share of ids that belong to nobody here on, the list was probably made for somebody else. */
export const FOREIGN_LIST_FROM = 0.5

/** A campaign as a responder tells it: when, from where, at what, with what result, and whose list it probably was. */
export const describeCampaign = (campaign: CaseCampaign, { accounts }: CaseDocument, options: SayOptions): string => {
  const { first, last, sources, tried, attempts, unknownIds, method } = campaign
  const cleared = new Set(accounts.filter(({ decision }) => decision.state === 'cleared').map(({ account }) => account))
  const inside = new Set((campaign.entered ?? campaign.compromised).filter((account) => !cleared.has(account)))
  const entered = inside.size
  const elsewhere = campaign.compromised.filter((account) => !inside.has(account) && !cleared.has(account)).length
  const told = say(
    entered === 0 ? 'campaign.tried' : 'campaign.entered',
    {
      first: shortMoment(first, options.zone),
      last: shortMoment(last, options.zone),
      sources: sources.length,
      tried,
      attempts,
      entered,
    },
    options,
  )
  const share = tried === 0 ? 0 : unknownIds / tried
  const sentences = [
    told,
    // The table beside it counts them: the two must not seem to contradict each other.
    ...(elsewhere === 0 ? [] : [say('campaign.elsewhere', { count: elsewhere }, options)]),
    ...(share < FOREIGN_LIST_FROM
      ? []
      : [say(method === 'stuffing' ? 'campaign.foreign-list' : 'campaign.unknown-ids', { share }, options)]),
  ]
  return sentences.join(options.lang === 'ja' ? '' : ' ')
}

/** A heading about one of several campaigns: by its method and its beginning, as the table of them has it. */
export const ofCampaign = (title: string, { method, first }: CaseCampaign, { campaigns }: CaseDocument, options: SayOptions): string =>
  campaigns.length === 1 ? title : `${title}: ${say(`method.${method}`, {}, options)}, ${shortMoment(first, options.zone)}`
