import { MUST_NOT_TELL } from './audit.ts'
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
import { foundOf } from './formats.ts'
import { PUBLISHED } from './impostors.ts'
import type { Measured } from './measure-all.ts'
import type { Outcome, VictimOutcome } from './outcome.ts'
import { REPORT_SEEDS, traced, TUNING_SEEDS } from './plan.ts'
import { SPREADS, VOLUMES } from '../../src/simulate/define-scenario.ts'

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const sum = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + of(outcome), 0)
const met = (is: boolean): string => (is ? 'met' : '**not met**')

const atVolume =
  (volume: string) =>
  ({ attack }: VictimOutcome): boolean =>
    attack.volume === volume

const campaignRecall = (outcomes: readonly Outcome[], volume?: string) =>
  withInterval(outcomes, ({ campaigns }) => {
    const asked = campaigns.filter(({ attack }) => volume === undefined || attack.volume === volume)
    return [asked.filter(({ found }) => found).length, asked.length]
  })

const perMillion = (outcomes: readonly Outcome[]): number =>
  (sum(outcomes, ({ incidents }) => incidents) / sum(outcomes, ({ logins }) => logins)) * 1e6

const targets = ({ mixed, clean }: Measured): string => {
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

const overall = ({ mixed }: Measured): string => {
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

const PASTS = [
  ['none', (past: number) => past === 0],
  ['1–4', (past: number) => past > 0 && past < 5],
  ['5 and more', (past: number) => past >= 5],
] as const

const byPast = ({ mixed }: Measured): string =>
  table(
    ['Own logins before', 'found'],
    PASTS.map(([name, fits]) => [name, shown(recall(mixed, ({ past }) => fits(past)))]),
  )

const budgets = ({ mixed }: Measured): string =>
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

const shuffleTable = ({ mixed, shuffled }: Measured): string => {
  const seeds = new Set([...shuffled.values()].flat().map(({ seed }) => seed))
  const rows: (readonly [string, readonly Outcome[]])[] = [['as it is', mixed.filter(({ seed }) => seeds.has(seed))], ...shuffled]
  return table(
    ['Attackers take from customers', 'recall', 'at full volume', 'precision', 'compromised alone'],
    rows.map(([what, outcomes]) => [
      what,
      shown(recall(outcomes)),
      shown(recall(outcomes, atVolume('1'))),
      shown(precision(outcomes)),
      shown(judgedPrecision(outcomes)),
    ]),
  )
}

const ablationTable = ({ ablations, mixed }: Measured): string => {
  const seeds = new Set(ablations.flatMap(({ outcomes }) => outcomes.map(({ seed }) => seed)))
  const base = mixed.filter(({ seed }) => seeds.has(seed))
  const found = (outcomes: readonly Outcome[]): number => sum(outcomes, ({ victims }) => victims.filter(isFound).length)
  const wrong = (outcomes: readonly Outcome[]): number => sum(outcomes, ({ falseAlarms }) => falseAlarms.length)
  const rows = ablations
    .map(({ rule, outcomes }) => [rule, found(outcomes) - found(base), wrong(outcomes) - wrong(base)] as const)
    .filter(([, victims, alarms]) => victims !== 0 || alarms !== 0)
    .toSorted((left, right) => left[1] - right[1] || left[2] - right[2])
  const idle = ablations.length - rows.length
  return `${table(['Without', 'victims found', 'false alarms'], [['(all rules)', found(base), wrong(base)], ...rows.map(([rule, victims, alarms]) => [rule, signed(victims), signed(alarms)])])}\n\nWithout any one of the other ${idle} rules the same accounts are reported: each is covered by another, or speaks of what these attacks do not do.`
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

const formatTable = ({ formats }: Measured): string =>
  formats
    .map((results) =>
      table(
        ['Format', 'records', ...traced.map(({ id }) => id), 'false alarms', 'same accounts as NDJSON'],
        results.map((result) => [
          result.format,
          result.records.toLocaleString('en'),
          ...traced.map(({ id }) => foundOf(result, id)),
          result.falseAlarms,
          `${result.same} of ${result.either}`,
        ]),
      ),
    )
    .join('\n\n')

const growingTable = ({ growing }: Measured): string =>
  table(
    ['Export up to day', ...growing.map((_, at) => `log ${at + 1}: flagged`), 'no longer flagged'],
    (growing[0] ?? []).map(({ day }, at) => [
      day,
      ...growing.map((days) => `${days[at]?.flagged} of ${days[at]?.victims}`),
      growing.reduce((total, days) => total + (days[at]?.dropped ?? 0), 0),
    ]),
  )

const impostorTable = ({ impostors }: Measured): string => {
  if (impostors.length === 0) return 'This version writes no scores (`--scores`): not measured.'
  return table(
    ['Attacker', 'score: found at 1 % false positives', 'all victims', 'Freeman score', 'best published'],
    Object.entries(PUBLISHED).map(([scenario, published]) => {
      const total = (column: string, of: 'found' | 'foundWithPast' | 'victims' | 'victimsWithPast'): number =>
        impostors.filter((one) => one.column === column && one.scenario === scenario).reduce((all, one) => all + one[of], 0)
      const share = (column: string): string =>
        `${percent(total(column, 'foundWithPast') / total(column, 'victimsWithPast'))} (${total(column, 'victimsWithPast')})`
      return [scenario, share('score'), percent(total('score', 'found') / total('score', 'victims')), share('freeman'), published]
    }),
  )
}

const leakTable = ({ leaks }: Measured): string => {
  const invented: ReadonlySet<string> = new Set(MUST_NOT_TELL)
  return table(
    ['Attribute', 'successful logins', 'failed attempts', ''],
    leaks.map(({ attribute, logins, attempts }) => [
      attribute,
      percent(logins),
      percent(attempts),
      invented.has(attribute) ? 'must not tell' : '',
    ]),
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

const crowdsecText = ({ crowdsec }: Measured): string => {
  if (crowdsec.length === 0) return 'No folder of samples (`ASHIATO_CORPUS`) when this page was made: not measured.'
  const formats = [...new Set(crowdsec.map(({ format }) => format))].toSorted()
  const rows = formats.map((format) => {
    const mine = crowdsec.filter((expected) => expected.format === format)
    return [format, mine.filter(({ found }) => found).length, mine.length]
  })
  return `Real attack logs, each with the alerts that CrowdSec's own scenarios raise on it: counted is whether a finding, a campaign or a suspicious session here names the address. Found ${crowdsec.filter(({ found }) => found).length} of ${crowdsec.length} (wanted: 95 %). Most of these logs hold five to ten failures of one address: CrowdSec bans at the sixth within a minute, for four hours; a report to people needs more.\n\n${table(['Format', 'found', 'expected'], rows)}`
}

const section = (title: string, text: string): string => `## ${title}\n\n${text}\n`

/** docs/EVALUATION.md below its hand-written head. */
export const evaluationPage = (measured: Measured, commit: string, history: string): string =>
  [
    '# Evaluation',
    '',
    `**Every figure on this page comes from this project's own simulator** ([SIMULATE.md](SIMULATE.md)): they show where the detection is weak and
whether a change helps; they are no promise for anybody's log. Made by \`npm run evaluate\` at ${commit}, default settings. Rules may be tuned on
seeds ${TUNING_SEEDS[0]}–${TUNING_SEEDS.at(-1)}; what is reported here are seeds ${REPORT_SEEDS[0]}–${REPORT_SEEDS.at(-1)}, one log each (14 days of a Japanese shop, 4,000 accounts, written as NDJSON),
with two cells of the grid (four volumes × three spreads) of each attack, all look-alikes, and no account that two attackers have. Intervals:
95 %, resampling whole logs. The simulator was written without looking at rules or judgement.`,
    '',
    section('What is wanted', targets(measured)),
    section('Since the first run', history),
    section('Accounts and campaigns', `${overall(measured)}\n\nAn account counts as found when it is *compromised* or *suspected*.`),
    section('Found, by attack', `${byVolume(measured)}\n\n${byPast(measured)}`),
    section(
      'When only so much is looked at',
      `${budgets(measured)}\n\nMost urgent first: verdict, then the riskiest session, then severity; of equals the false one first.`,
    ),
    section('What was missed', missTable(measured)),
    section('False alarms in the mixed logs', lookAlikeTable(measured.mixed)),
    section(
      'Clean logs: every look-alike, no attack that gets in',
      `${sum(measured.clean, ({ logins }) => logins).toLocaleString('en')} logins; ${sum(measured.clean, ({ incidents }) => incidents)} high-severity incidents (campaigns with a finding of high severity, accounts judged or suspected at high severity) = ${perMillion(measured.clean).toFixed(0)} per million. The carrier address that attacks without getting in anywhere is one of them by right.\n\n${lookAlikeTable(measured.clean)}`,
    ),
    section(
      'Does a rule live on one giveaway?',
      `The same logs, with one attribute of the attackers drawn from the customers' own: their browser lines, their home and mobile lines, what they do after a login (and as many customers get what the thieves would have done).\n\n${shuffleTable(measured)}`,
    ),
    section('Without one rule', ablationTable(measured)),
    section(
      'The same truth in other formats',
      `Attacks only, one seed. What a format does not carry cannot be found in it: Keycloak has no browser lines, Cognito no sessions and no names of nobody, sshd nothing but logins; Auth0, Okta and Entra say nothing about what is done in the shop.\n\n${formatTable(measured)}`,
    ),
    section(
      'A log that grows',
      `Takeovers on day 3 (stuffing, guessing, a change after a strange login, a third of the volume), read as one export per day.\n\n${growingTable(measured)}`,
    ),
    section(
      'All successes deleted',
      `${Object.entries(measured.withoutSuccesses)
        .map(([verdict, count]) => `${verdict} ${count}`)
        .join(', ')}. *Targeted* would say that the log shows no success: with none recorded, nobody may be called that.`,
    ),
    section(
      'One login and no other trace',
      `Wiefling's attackers on the profile with the proportions of the RBA data set, by the score of each successful login (\`--scores\`).\n\n${impostorTable(measured)}`,
    ),
    section("CrowdSec's test logs", crowdsecText(measured)),
    section(
      'Is the simulator giving attackers away?',
      `A classifier that knows one attribute only, learned on some seeds and asked on others: area under the curve, 0.5 is a coin. What the simulator invents must not tell; country and network tell in the real world, too, and do here a little.\n\n${leakTable(measured)}`,
    ),
  ].join('\n')
