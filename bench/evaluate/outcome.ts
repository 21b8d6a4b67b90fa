import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import type { AttackTruth } from '../../src/simulate/truth.ts'
import type { WrittenLog } from './log.ts'

/** One victim of a simulated attack, and what was said about the account. */
export interface VictimOutcome {
  readonly seed: number
  readonly account: string
  readonly attack: AttackTruth
  /** Own logins before the thief's first. */
  readonly past: number
  readonly verdict: CaseAccount['verdict'] | 'not listed'
  /** Where it ranks among all that a run reports; higher is more urgent. */
  readonly urgency: number
}

/** Somebody reported who was no victim. */
export interface FalseAlarm {
  readonly seed: number
  readonly account: string
  readonly verdict: 'compromised' | 'suspected'
  /** The look-alike that the account belongs to, or `ordinary`. */
  readonly kind: string
  readonly urgency: number
  readonly reasons: readonly string[]
}

export interface CampaignOutcome {
  readonly attack: AttackTruth
  readonly seed: number
  readonly found: boolean
  /** Share of its addresses that some matching campaign names. */
  readonly covered: number
}

/** What one run over one log came to. */
export interface Outcome {
  readonly seed: number
  readonly accounts: number
  readonly logins: number
  readonly victims: readonly VictimOutcome[]
  readonly falseAlarms: readonly FalseAlarm[]
  readonly campaigns: readonly CampaignOutcome[]
  /** Per campaign that was reported: the share of its addresses that belong to one attack. */
  readonly purities: readonly number[]
  readonly incidents: number
}

const isAlarm = (account: CaseAccount): account is CaseAccount & { readonly verdict: 'compromised' | 'suspected' } =>
  account.verdict === 'compromised' || account.verdict === 'suspected'

const SEVERITY = { info: 0, low: 1, medium: 2, high: 3, critical: 4 } as const
const VERDICT = { compromised: 2, suspected: 1, targeted: 0, undetermined: 0 } as const

/** Order of the list that a responder works through: verdict, then the riskiest session, then severity. */
const urgencyOf = (account: CaseAccount, risks: ReadonlyMap<string, number>): number => {
  const risk = Math.max(0, ...account.sessions.map((id) => risks.get(id) ?? 0))
  return VERDICT[account.verdict] * 10_000 + risk * 10 + SEVERITY[account.severity]
}

/** Attacks that are campaigns: the same hand tries many times. */
const CAMPAIGNS: ReadonlySet<string> = new Set(['stuffing', 'spray', 'low-and-slow', 'guessing', 'distributed-guessing'])

interface Sources {
  readonly ofAttack: ReadonlyMap<string, string>
}

const majority = (sources: readonly string[], { ofAttack }: Sources): { readonly part: string | undefined; readonly purity: number } => {
  const counts = new Map<string, number>()
  for (const source of sources) {
    const part = ofAttack.get(source)
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted((left, right) => right[1] - left[1])
  return best === undefined || sources.length === 0 ? { part: undefined, purity: 0 } : { part: best[0], purity: best[1] / sources.length }
}

const campaignOutcomes = (seed: number, document: CaseDocument, attacks: readonly AttackTruth[]) => {
  const ofAttack = new Map(attacks.flatMap(({ part, sources }) => sources.map((source) => [source, part] as const)))
  const reported = document.campaigns.map((campaign) => ({ campaign, ...majority(campaign.sources, { ofAttack }) }))
  const outcomes = attacks
    .filter(({ scenario }) => CAMPAIGNS.has(scenario))
    .map((attack): CampaignOutcome => {
      const mine = reported.filter(({ part, purity }) => part === attack.part && purity >= 0.5)
      const named = new Set(mine.flatMap(({ campaign }) => campaign.sources))
      const hit = attack.sources.filter((source) => named.has(source)).length
      return { seed, attack, found: mine.length > 0, covered: hit / Math.max(1, attack.sources.length) }
    })
  return { outcomes, purities: reported.map(({ purity }) => purity) }
}

/** Incidents that would wake somebody: a campaign with a finding of high severity, an account judged or suspected at high severity. */
const incidentsOf = ({ campaigns, findings, accounts }: CaseDocument): number => {
  const severe = new Set(findings.filter(({ severity }) => SEVERITY[severity] >= SEVERITY.high).map(({ id }) => id))
  const waking = campaigns.filter((campaign) => campaign.findings.some((id) => severe.has(id))).length
  return waking + accounts.filter((account) => isAlarm(account) && SEVERITY[account.severity] >= SEVERITY.high).length
}

/** Holds a case document against the truth of the log that it was made from. */
export const judgeOutcome = (seed: number, document: CaseDocument, log: WrittenLog): Outcome => {
  const { truth, accountOf, world } = log
  const risks = new Map(document.sessions.map(({ id, risk }) => [id, risk]))
  const byAccount = new Map(document.accounts.map((account) => [account.account, account]))
  const victims = truth.attacks.flatMap((attack) =>
    attack.victims.map(({ person }): VictimOutcome => {
      const account = accountOf(person)
      const found = byAccount.get(account)
      return {
        seed,
        account,
        attack,
        past: log.past.get(person) ?? 0,
        verdict: found?.verdict ?? 'not listed',
        urgency: found === undefined ? -1 : urgencyOf(found, risks),
      }
    }),
  )
  const hit = new Set(victims.map(({ account }) => account))
  const kinds = new Map(truth.lookAlikes.flatMap(({ scenario, people }) => people.map((person) => [accountOf(person), scenario] as const)))
  const falseAlarms = document.accounts.filter(isAlarm).flatMap((account): readonly FalseAlarm[] =>
    hit.has(account.account)
      ? []
      : [
          {
            seed,
            account: account.account,
            verdict: account.verdict,
            kind: kinds.get(account.account) ?? 'ordinary',
            urgency: urgencyOf(account, risks),
            reasons: account.reasons.map(({ messageId }) => messageId),
          },
        ],
  )
  const { outcomes, purities } = campaignOutcomes(seed, document, truth.attacks)
  return {
    seed,
    accounts: world.accounts,
    logins: truth.logins,
    victims,
    falseAlarms,
    campaigns: outcomes,
    purities,
    incidents: incidentsOf(document),
  }
}
