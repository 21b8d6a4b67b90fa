import type { CaseInput } from '../model/case.ts'
import type { InputNote } from '../model/record.ts'
import { isoOrNull } from '../cases/document/texts.ts'
import { isFlat } from '../formats/carriages.ts'
import { strayLeapYear, writeClock, writeCompleteness, type Rhythms } from './input-quality.ts'
import { logsOf } from './input-logs.ts'
import type { AnalyzeOptions } from './options.ts'
import type { ProvedOverlaps } from './prove-overlaps.ts'
import type { InputRead } from './read-inputs.ts'
import { compareKeys } from '../kernel/text-order.ts'

/** More rejects than this share of the records make a result incomplete (README, exit codes). */
const MOST_REJECTED = 0.05

const formatName = (formats: ReadonlyMap<string, number>): string | null => {
  const names = [...formats].toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([id]) => id)
  return names.length === 0 ? null : names.join('+')
}

const refusalNote = ({ source, refusal, counts }: InputRead): InputNote[] =>
  refusal === undefined || counts.formats.size > 0
    ? []
    : [{ id: 'unknown-format', level: 'error', data: { path: source.path, detail: refusal } }]

const carriedNote = ({ carriedIn }: InputRead): InputNote[] =>
  carriedIn === undefined ? [] : [{ id: isFlat(carriedIn) ? 'flattened' : 'carried', level: 'info', data: { place: carriedIn } }]

/** A file that is all other programs' lines reads like a quiet one: the report must not leave it at silence. */
const ignoredNote = ({ counts }: InputRead): InputNote[] => {
  if (counts.records === 0 || counts.ignored < counts.records) return []
  return [{ id: 'all-ignored', level: 'warning', data: { count: counts.records, ignored: [...counts.ignoredBy.keys()].toSorted() } }]
}

const leapDayNote = (input: InputRead, options: AnalyzeOptions): InputNote[] => {
  const year = strayLeapYear(input, options)
  return year === undefined ? [] : [{ id: 'leap-day', level: 'warning', data: { count: input.clock.leapDays(), year: String(year) } }]
}

/** What the inputs of a run say together. */
interface Together {
  /** Per input: records that count once only, and why. */
  readonly duplicates: ReadonlyMap<number, number>
  readonly overlaps: ProvedOverlaps['notes']
  readonly rhythms: Rhythms
}

/** One input's entry in the document. */
export const writeInput = (
  input: InputRead,
  index: number,
  { duplicates, overlaps, rhythms }: Together,
  options: AnalyzeOptions,
): CaseInput => {
  const { result, counts } = input
  const format = formatName(counts.formats)
  return {
    path: result.path,
    format,
    bytes: result.bytes,
    sha256: result.sha256,
    records: counts.records,
    used: counts.used,
    ignored: counts.ignored,
    rejected: counts.rejected,
    duplicates: duplicates.get(index) ?? 0,
    events: counts.events,
    first: isoOrNull(counts.first),
    last: isoOrNull(counts.last),
    notes: [
      ...result.notes,
      ...carriedNote(input),
      ...refusalNote(input),
      ...ignoredNote(input),
      ...leapDayNote(input, options),
      ...(overlaps.get(index) ?? []),
    ],
    rejects: counts.rejects,
    ignoredBy: Object.fromEntries([...counts.ignoredBy].toSorted(compareKeys)),
    clock: writeClock(input, options, rhythms.future.get(index) ?? 0),
    completeness: writeCompleteness(input, { format, records: counts.records }, rhythms.ofInput.get(index) ?? []),
  }
}

/** How much of the log that an input belongs to could not be read. */
export const rejectedShare = (input: InputRead, all: readonly InputRead[]): number => {
  const { records, rejected } = logsOf(all).of(input)
  return records === 0 ? 0 : rejected / records
}

/** Cut off between two records: what is missing is not told by any of them. */
export const isOpenArray = ({ result }: InputRead): boolean => result.notes.some(({ id }) => id === 'array-not-closed')

/** Why an input makes the result incomplete, beside all that were read; `undefined` when it was read as a whole and understood. */
export const whyIncomplete = (input: InputRead, all: readonly InputRead[]): string | undefined => {
  const { result, counts, refusal } = input
  if (result.error !== undefined) return result.error.id
  if (counts.formats.size === 0 && refusal !== undefined) return 'unknown-format'
  const isCut = counts.rejects.some(({ why }) => why === 'truncated')
  // One cut at the end is named as what it is, however few records came before it.
  if (counts.rejected === 1 && isCut) return 'truncated'
  if (counts.rejected > 0 && rejectedShare(input, all) > MOST_REJECTED) return 'rejected'
  if (isCut || isOpenArray(input)) return 'truncated'
  // A quiet hour among others may well be an empty list; nothing at all says nothing about the period.
  const logs = logsOf(all)
  if (logs.all.records === 0) return 'empty'
  return logs.of(input).events === 0 && counts.ignored < counts.records ? 'no-events' : undefined
}
