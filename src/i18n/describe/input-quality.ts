import type { CaseDocument, CaseInput } from '../../model/case.ts'
import type { InputClock, InputCompleteness } from '../../model/input-quality.ts'
import { formatCount } from '../quantity.ts'
import { say, type SayOptions } from '../translate.ts'

/** Ways to say a time that belong to no zone: a number, and a wall clock. */
const WITHOUT_ZONE: ReadonlySet<string> = new Set(['none', 'epoch', 'named'])

const aboutOffsets = ({ offsets, zone, zoneFrom }: InputClock, options: SayOptions): string[] => {
  const { none = 0 } = offsets
  const said = Object.entries(offsets).filter(([offset]) => !WITHOUT_ZONE.has(offset))
  const others = Object.values(offsets).reduce((sum, count) => sum + count, 0) - none
  return [
    ...(none > 0 && others > 0 ? [say('clock.mixed-none', { count: none, zone: zone ?? '' }, options)] : []),
    ...(none > 0 && others === 0 && zoneFrom === 'assumed' ? [say('clock.assumed', { zone: zone ?? '' }, options)] : []),
    ...(said.length > 1
      ? [say('clock.mixed', { offsets: said.map(([offset, count]) => `${offset} ${formatCount(count)}`).join(', ') }, options)]
      : []),
  ]
}

/** What a reader must know of an input's times; empty where they leave no doubt. */
export const describeClock = ({ clock }: Pick<CaseInput, 'clock'>, options: SayOptions): readonly string[] => {
  if (clock === undefined) return []
  const { yearFrom, skipped, twice, jumps, moreJumps, future } = clock
  const zone = clock.zone ?? ''
  return [
    ...aboutOffsets(clock, options),
    ...(yearFrom === null ? [] : [say('clock.year', { from: say(`clock.year.${yearFrom}`, {}, options) }, options)]),
    ...(skipped === 0 ? [] : [say('clock.skipped', { count: skipped, zone }, options)]),
    ...(twice === 0 ? [] : [say('clock.twice', { count: twice, zone }, options)]),
    ...jumps.map(({ line, from, to }) => say('clock.jump', { line: `${line}`, from: { time: from }, to: { time: to } }, options)),
    ...(moreJumps === 0 ? [] : [say('clock.more-jumps', { count: moreJumps }, options)]),
    ...(future === 0 ? [] : [say('clock.future', { count: future }, options)]),
  ]
}

const describeSilences = ({ silences, moreSilences }: InputCompleteness, options: SayOptions): string[] => [
  ...silences.map(({ from, to, expected }) =>
    say(
      'complete.silence',
      { from: { time: from }, to: { time: to }, span: { durationMs: Date.parse(to) - Date.parse(from) }, expected },
      options,
    ),
  ),
  ...(moreSilences === 0 ? [] : [say('complete.more-silences', { count: moreSilences }, options)]),
]

/** Signs that an input is not all there. */
export const describeCompleteness = ({ completeness }: Pick<CaseInput, 'completeness'>, options: SayOptions): readonly string[] => {
  if (completeness === undefined) return []
  const { pageLimit, missingNumbers } = completeness
  return [
    ...describeSilences(completeness, options),
    ...(pageLimit === null ? [] : [say('complete.page-limit', { count: pageLimit }, options)]),
    ...(missingNumbers === null || missingNumbers.missing === 0
      ? []
      : [
          say(
            'complete.missing-numbers',
            {
              missing: missingNumbers.missing,
              first: `${missingNumbers.first}`,
              last: `${missingNumbers.last}`,
              example: `${missingNumbers.example ?? ''}`,
            },
            options,
          ),
        ]),
  ]
}

/** One input of a report's section: what it covers, and what was noticed. */
export interface InputRemarks {
  readonly path: string
  readonly period: string
  readonly remarks: readonly string[]
}

/** A silence that shows between files only: each of them is whole in itself, and the log is not. */
const isGapBetween = ({ run, summary }: CaseDocument): boolean =>
  summary.caveats.some(({ id }) => id === 'gap' || id === 'gaps') &&
  run.inputs.every((input) => (input.completeness?.silences.length ?? 0) === 0)

/** Inputs with something to say, and how many there are without. */
export const describeInputs = (
  document: CaseDocument,
  options: SayOptions,
): { readonly told: readonly InputRemarks[]; readonly others: number } => {
  const { inputs } = document.run
  const told = inputs.flatMap((input): InputRemarks[] => {
    const remarks = [...describeCompleteness(input, options), ...describeClock(input, options)]
    const { first, last } = input
    const period = first === null || last === null ? '' : say('complete.period', { from: { time: first }, to: { time: last } }, options)
    return remarks.length === 0 ? [] : [{ path: input.path, period, remarks }]
  })
  const others = inputs.filter(({ completeness }) => completeness !== undefined).length - told.length
  return { told, others: isGapBetween(document) ? 0 : others }
}
