import { percent } from '../figures.ts'
import { table } from '../victim-tables.ts'
import type { OtherOutcome } from './measure.ts'

const share = (part: number, all: number): string => (all === 0 ? '–' : percent(part / all))

const overall = (outcomes: readonly OtherOutcome[]): readonly string[] => {
  const victims = outcomes.flatMap((outcome) => outcome.victims)
  const alarms = outcomes.flatMap(({ falseAlarms }) => falseAlarms)
  const found = victims.filter(({ verdict }) => verdict !== undefined)
  const judged = victims.filter(({ verdict }) => verdict === 'compromised')
  const wrong = alarms.filter((verdict) => verdict === 'compromised')
  return [
    `${share(found.length, victims.length)} (${victims.length})`,
    `${share(found.length, found.length + alarms.length)} (${found.length + alarms.length})`,
    `${share(judged.length, judged.length + wrong.length)} (${judged.length + wrong.length})`,
  ]
}

const foundBy = (outcomes: readonly OtherOutcome[], attack: string): string => {
  const asked = outcomes.flatMap(({ victims }) => victims).filter((victim) => victim.attack === attack)
  return `${asked.filter(({ verdict }) => verdict !== undefined).length}/${asked.length}`
}

/** By volume and format; by attack. */
export const otherWorldTables = (outcomes: readonly OtherOutcome[]): string => {
  if (outcomes.length === 0) return 'Not measured.'
  const volumes = [...new Set(outcomes.map(({ volume }) => volume))]
  const formats = [...new Set(outcomes.map(({ format }) => format))]
  const attacks = [...new Set(outcomes.flatMap(({ victims }) => victims.map(({ attack }) => attack)))]
  const of = (volume: number, format: string): OtherOutcome[] =>
    outcomes.filter((outcome) => outcome.volume === volume && outcome.format === format)
  return [
    table(
      ['Volume', 'Format', 'recall', 'precision', 'compromised alone'],
      volumes.flatMap((volume) => formats.map((format) => [String(volume), format, ...overall(of(volume, format))])),
    ),
    table(
      ['Found, by attack', ...volumes.map((volume) => `volume ${volume}`)],
      attacks.map((attack) => [attack, ...volumes.map((volume) => foundBy(of(volume, formats[0] ?? ''), attack))]),
    ),
  ].join('\n\n')
}
