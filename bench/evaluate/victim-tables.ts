import { SPREADS, VOLUMES } from '../../src/simulate/define-scenario.ts'
import {
  countBy,
  f1,
  isFound,
  judgedPrecision,
  percent,
  precision,
  precisionAt,
  recall,
  recallAtBudget,
  shown,
  withInterval,
} from './figures.ts'
import type { Measured } from './measure-all.ts'
import type { Outcome, VictimOutcome } from './outcome.ts'
import { traced } from './plan.ts'

export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export const sum = <Row = Outcome>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

export const met = (is: boolean): string => (is ? 'met' : '**not met**')

export const atVolume =
  (volume: string) =>
  ({ attack }: VictimOutcome): boolean =>
    attack.volume === volume

export const campaignRecall = (outcomes: readonly Outcome[], volume?: string) =>
  withInterval(outcomes, ({ campaigns }) => {
    const asked = campaigns.filter(({ attack }) => volume === undefined || attack.volume === volume)
    return [asked.filter(({ found }) => found).length, asked.length]
  })

export const perMillion = (outcomes: readonly Outcome[]): number =>
  (sum(outcomes, ({ incidents }) => incidents) / sum(outcomes, ({ logins }) => logins)) * 1e6

export const targets = ({ mixed, clean }: Measured): string => {
  const full = recall(mixed, atVolume('1'))
  const tenth = recall(mixed, atVolume('1/10'))
  const [precise, judged, found, noise] = [precision(mixed), judgedPrecision(mixed), campaignRecall(mixed, '1'), perMillion(clean)]
  return table(
    ['Wanted', 'Measured [95 % interval] (of)', ''],
    [
      ['recall ≥ 0.95 at full volume', shown(full), met(full.value >= 0.95)],
      ['recall ≥ 0.80 at a tenth of the volume', shown(tenth), met(tenth.value >= 0.8)],
      ['precision ≥ 0.90, compromised + suspected', shown(precise), met(precise.value >= 0.9)],
      ['precision ≥ 0.97, compromised alone', shown(judged), met(judged.value >= 0.97)],
      ['campaign recall ≥ 0.9 at full volume', shown(found), met(found.value >= 0.9)],
      ['≤ 20 high-severity incidents per million logins, clean', noise.toFixed(0), met(noise <= 20)],
    ],
  )
}

export const overall = ({ mixed }: Measured): string => {
  const [all, precise] = [recall(mixed), precision(mixed)]
  const purity = mixed.flatMap(({ purities }) => purities)
  const covered = mixed.flatMap(({ campaigns }) => campaigns.filter(({ found }) => found).map((campaign) => campaign.covered))
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length
  return table(
    ['Over all volumes and spreads', ''],
    [
      ['recall', shown(all)],
      ['precision', shown(precise)],
      ['F1', percent(f1(precise.value, all.value))],
      [
        'victims per 1,000 accounts in these logs',
        ((sum(mixed, ({ victims }) => victims.length) / sum(mixed, ({ accounts }) => accounts)) * 1000).toFixed(1),
      ],
      ['precision if 1 account in 1,000 were a victim', percent(precisionAt(mixed, 1e-3))],
      ['precision if 1 account in 10,000 were a victim', percent(precisionAt(mixed, 1e-4))],
      ['campaign recall', shown(campaignRecall(mixed))],
      ['purity of reported campaigns (mean share of their addresses that belong to one attack)', percent(mean(purity))],
      ['addresses of a found campaign that are named (mean share)', percent(mean(covered))],
    ],
  )
}

export const byVolume = ({ mixed }: Measured): string =>
  table(
    ['Attack', ...VOLUMES.map((volume) => `volume ${volume}`), ...SPREADS.map((spread) => `${spread} address${spread === 1 ? '' : 'es'}`)],
    traced.map(({ id }) => {
      const cell = (which: (victim: VictimOutcome) => boolean): string => {
        const asked = mixed.flatMap(({ victims }) => victims.filter((victim) => victim.attack.scenario === id && which(victim)))
        return asked.length === 0 ? '' : `${asked.filter(isFound).length}/${asked.length}`
      }
      return [
        id,
        ...VOLUMES.map((volume) => cell(atVolume(volume))),
        ...SPREADS.map((spread) => cell(({ attack }) => attack.spread === spread)),
      ]
    }),
  )

export const PASTS = [
  ['none', (past: number) => past === 0],
  ['1–4', (past: number) => past > 0 && past < 5],
  ['5 and more', (past: number) => past >= 5],
] as const

export const byPast = ({ mixed }: Measured): string =>
  table(
    ['Own logins before', 'found'],
    PASTS.map(([name, fits]) => [name, shown(recall(mixed, ({ past }) => fits(past)))]),
  )

export const budgets = ({ mixed }: Measured): string =>
  table(
    ['Alerts per million logins that are looked at', 'which are', 'recall'],
    [10, 50, 100, 500, 1000].map((budget) => {
      const { recall: found, alerts } = recallAtBudget(mixed, budget)
      return [budget, alerts, percent(found)]
    }),
  )

export const lookAlikeTable = (outcomes: readonly Outcome[]): string => {
  const alarms = outcomes.flatMap(({ falseAlarms }) => falseAlarms)
  return table(
    ['Look-alike', 'compromised', 'suspected', 'most frequent reasons'],
    [...countBy(alarms, ({ kind }) => kind).keys()].map((kind) => {
      const mine = alarms.filter((alarm) => alarm.kind === kind)
      const count = (verdict: string): number => mine.filter((alarm) => alarm.verdict === verdict).length
      const reasons = [
        ...countBy(
          mine.flatMap((alarm) => [...new Set(alarm.reasons)]),
          (reason) => reason,
        ),
      ].slice(0, 3)
      return [kind, count('compromised'), count('suspected'), reasons.map(([reason, times]) => `${reason} ${times}`).join(', ')]
    }),
  )
}

export const missTable = ({ mixed }: Measured): string => {
  const missed = mixed.flatMap(({ victims }) => victims.filter((victim) => !isFound(victim)))
  return table(
    ['Missed', 'victims', 'of'],
    [...countBy(missed, ({ attack, verdict }) => `${attack.scenario}, volume ${attack.volume}: ${verdict}`)]
      .slice(0, 15)
      .map(([what, count]) => {
        const [scenario, rest = ''] = what.split(', volume ')
        const volume = rest.split(':')[0]
        const all = mixed.flatMap(({ victims }) => victims.filter(({ attack }) => attack.scenario === scenario && attack.volume === volume))
        return [what, count, all.length]
      }),
  )
}
