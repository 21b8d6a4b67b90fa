import { MUST_NOT_TELL } from './audit.ts'
import { isFound, judgedPrecision, percent, precision, recall, shown } from './figures.ts'
import { LIMITED } from './carried.ts'
import { foundOf, type FormatResult } from './formats.ts'
import { PUBLISHED } from './impostors.ts'
import type { Measured } from './measure-all.ts'
import type { Outcome } from './outcome.ts'
import { traced } from './plan.ts'
import { atVolume, sum, table } from './victim-tables.ts'

export const shuffleTable = ({ mixed, shuffled }: Measured): string => {
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

export const ablationTable = ({ ablations, mixed }: Measured): string => {
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

export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

const shareOf = (
  results: readonly (readonly FormatResult[])[],
  format: string,
  of: (result: FormatResult) => FormatResult['full'],
): string => {
  const asked = results.flat().filter((result) => result.format === format)
  return `${sum(asked, (result) => of(result).same)} of ${sum(asked, (result) => of(result).either)}`
}

/** All seeds together; what one format finds of an attack over all of them. */
export const formatTable = ({ formats }: Measured): string =>
  table(
    [
      'Format',
      'records',
      ...traced.map(({ id }) => id),
      'false alarms',
      'same verdicts as NDJSON',
      'same verdicts as NDJSON that tells no more',
    ],
    (formats[0] ?? []).map(({ format }) => {
      const own = formats.flat().filter((result) => result.format === format)
      return [
        format,
        sum(own, ({ records }) => records).toLocaleString('en'),
        ...traced.map(({ id }) => foundOf(own, id)),
        sum(own, ({ falseAlarms }) => falseAlarms),
        shareOf(formats, format, ({ full }) => full),
        shareOf(formats, format, ({ carried }) => carried),
      ]
    }),
  )

export const absentTable = (): string =>
  table(
    ['Format', 'has no record of', 'and not'],
    LIMITED.map(({ format, acts, fields }) => [format, acts.join(', '), fields.join('; ')]),
  )

export const growingTable = ({ growing }: Measured): string =>
  table(
    ['Export up to day', ...growing.map((_, at) => `log ${at + 1}: flagged`), 'no longer flagged'],
    (growing[0] ?? []).map(({ day }, at) => [
      day,
      ...growing.map((days) => `${days[at]?.flagged} of ${days[at]?.victims}`),
      growing.reduce((total, days) => total + (days[at]?.dropped ?? 0), 0),
    ]),
  )

export const impostorTable = ({ impostors }: Measured): string => {
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

export const leakTable = ({ leaks }: Measured): string => {
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

export const crowdsecText = ({ crowdsec }: Measured): string => {
  if (crowdsec.length === 0) return 'No folder of samples (`ASHIATO_CORPUS`) when this page was made: not measured.'
  const counted = crowdsec.filter(({ leftOut }) => leftOut === undefined)
  const formats = [...new Set(counted.map(({ format }) => format))].toSorted()
  const rows = formats.map((format) => {
    const mine = counted.filter((expected) => expected.format === format)
    return [format, mine.filter(({ found }) => found).length, mine.length]
  })
  const reasons = crowdsec.flatMap(({ test, source, leftOut }) => (leftOut === undefined ? [] : [`- ${test}, ${source}: ${leftOut}.`]))
  return [
    `Real attack logs, each with the alerts that CrowdSec's own scenarios raise on it: counted is whether a finding, a campaign or a suspicious session here names the address. Found ${counted.filter(({ found }) => found).length} of ${counted.length} (wanted: 95 %). Most of these logs hold five to ten failures of one address: CrowdSec bans at the sixth, for four hours; here they are a finding of low severity (failure-burst), which judges nobody.`,
    table(['Format', 'found', 'expected'], rows),
    'Left out:',
    reasons.join('\n'),
  ].join('\n\n')
}

export const allowText = ({ penTest }: Measured): string => {
  const line = ({ accounts, campaigns }: Measured['penTest']['without']): string =>
    `${accounts} accounts and ${campaigns} campaigns from its address`
  return `A penetration test is an attack as far as the log can tell: without a list the run reports ${line(penTest.without)}; with its address in \`--allow\`, ${line(penTest.with)}.`
}
